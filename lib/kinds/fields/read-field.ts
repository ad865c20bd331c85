import { shortened, wholeCharacters } from '@/lib/math/core/characters';
import type { Shape } from '@/lib/math/core/declaration';
import type { MathError } from '@/lib/math/core/error';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Reading, read } from '@/lib/math/reading/read';
import { fail, ok, type Result } from '@/lib/result';

/** What a student typed into a field, read and typed. */
export interface ReadField extends Reading {
  shape: Shape;
}

/** Reads and types one field; the same on the student's screen and in the grader. */
export function readField(
  text: string,
  table: SymbolTable,
  leftSides: readonly string[],
): Result<ReadField, MathError> {
  const reading = read(text, table, { leftSides });
  if (!reading.ok) return reading;
  const shape = shapeOf(reading.value.tree, table);
  if (!shape.ok) return fail(shape.error);
  return ok({ ...reading.value, shape: shape.value });
}

/** A message quotes no more characters than these. */
const MOST_QUOTED = 40;

/** The place a message speaks of: what stands there, quoted, counted from 1. */
export function placeOf(text: string, { start, end }: { start: number; end: number }): string {
  const from = Math.min(start, text.length);
  const piece = wholeCharacters(text, from, Math.max(end, from + 1)).trim();
  if (piece === '') return 'at the end';
  return `at character ${from + 1}, “${shortened(piece, MOST_QUOTED)}”`;
}
