import type { MathError } from '@/lib/math/core/error';
import { toLatex } from '@/lib/math/language/latex';
import { ok, type Result } from '@/lib/result';
import { type Convention, readByConvention } from './conventions';

/** How a text is read, to be shown: LaTeX, and sentences about the rules of reading that it took. */
interface ShownReading {
  latex: string;
  hints: readonly string[];
}

/** Reads what is typed into one field, by the same rules as its grader. */
export type FieldReader = (text: string) => Result<ShownReading, MathError>;

/** The field's own reader where it takes something else than a formula; else that of formulas. */
export function readerOf(
  field: { leftSides: readonly string[]; read?: FieldReader | undefined },
  conventions: readonly Convention[],
): FieldReader {
  return field.read ?? ((text) => readFormula(text, conventions, field.leftSides));
}

function readFormula(
  text: string,
  conventions: readonly Convention[],
  leftSides: readonly string[],
): Result<ShownReading, MathError> {
  const read = readByConvention(text, conventions, leftSides);
  if (!read.ok) return read;
  const { reading, convention } = read.value;
  return ok({ latex: toLatex(reading.tree, convention.table), hints: reading.hints });
}
