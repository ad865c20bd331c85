import type { MathError } from '@/lib/math/error';
import { isLeftSide, read } from '@/lib/math/read';
import { shapeOf } from '@/lib/math/shape';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';

/** A line of a derivation as it was read; `number` counts from 1 and passes over no line. */
export type ReadLine =
  | { kind: 'blank'; number: number }
  /** The label alone, such as `D_{KL}`: it names the problem and says nothing of it. */
  | { kind: 'label'; number: number }
  | { kind: 'unreadable'; number: number; text: string; error: MathError }
  /** The steps of the line, one or several: `a = b = c`; it `continues` where it begins with `=`. */
  | {
      kind: 'steps';
      number: number;
      steps: readonly Tree[];
      continues: boolean;
      hints: readonly string[];
    };

/** An equals sign with nothing before it but space and alignment. */
const LEADING_EQUALS = /^(?:\s|&|\\[:;,! ]|\\q?quad)*=/;

/** Reads a line; the same on the student's screen and in the grader. */
export function readLine(
  text: string,
  number: number,
  table: SymbolTable,
  leftSides: readonly string[],
): ReadLine {
  if (text.trim() === '') return { kind: 'blank', number };
  const reading = read(text, table, { leftSides });
  if (!reading.ok) {
    if (isLeftSide(text, table, leftSides)) return { kind: 'label', number };
    return { kind: 'unreadable', number, text, error: reading.error };
  }
  const { chain, hints } = reading.value;
  for (const step of chain) {
    const shape = shapeOf(step, table);
    if (!shape.ok) return { kind: 'unreadable', number, text, error: shape.error };
  }
  return { kind: 'steps', number, steps: chain, continues: LEADING_EQUALS.test(text), hints };
}
