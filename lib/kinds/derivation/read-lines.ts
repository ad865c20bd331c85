import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { isLeftSide, read } from '@/lib/math/reading/read';
import type { DerivationSpec } from './answer';
import { readEstimateLine } from './estimate/read-lines';

/** A line of a derivation as it was read; `number` counts from 1 and passes over no line. */
export type ReadLine =
  | { kind: 'blank'; number: number }
  /** The label alone, such as `D_{KL}`: it names the problem and says nothing of it. */
  | { kind: 'label'; number: number }
  /** `isRemark`: words, or the definition of a name, `u = \lambda x, du = \lambda\,dx`. */
  | { kind: 'unreadable'; number: number; text: string; error: MathError; isRemark: boolean }
  /**
   * The steps of the line, one or several: `a = b = c`; it `continues` where it begins with `=`, and
   * `defines` where it begins with a name that the part does not know, as in `u = \lambda x`.
   */
  | {
      kind: 'steps';
      number: number;
      steps: readonly Tree[];
      continues: boolean;
      defines: boolean;
      hints: readonly string[];
    };

/** An equals sign with nothing before it but space and alignment. */
const LEADING_EQUALS = /^(?:\s|&|\\[:;,! ]|\\q?quad)*=/;

/** A line as screens show it: of an estimate, all that is said to be equal. */
export function readShownLine(
  text: string,
  number: number,
  table: SymbolTable,
  { leftSides, estimate }: Pick<DerivationSpec, 'leftSides' | 'estimate'>,
): ReadLine {
  if (!estimate) return readLine(text, number, table, leftSides);
  const line = readEstimateLine(text, number, table, estimate);
  if (line.kind === 'blank') return line;
  if (line.kind === 'unread') return { ...line, kind: 'unreadable', isRemark: false };
  const { members: steps, subject } = line;
  const continues = subject.kind !== 'none';
  return { kind: 'steps', number, steps, continues, defines: false, hints: [] };
}

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
    const isRemark = isProse(text) || definesName(text, table, leftSides);
    return { kind: 'unreadable', number, text, error: reading.error, isRemark };
  }
  const { chain, leftSide, hints } = reading.value;
  for (const step of chain) {
    const shape = shapeOf(step, table);
    if (!shape.ok) return { kind: 'unreadable', number, text, error: shape.error, isRemark: false };
  }
  return {
    kind: 'steps',
    number,
    steps: chain,
    continues: LEADING_EQUALS.test(text),
    defines: leftSide === 'other',
    hints,
  };
}

/** Words: set as text, or two in a row. */
function isProse(text: string): boolean {
  return (
    /\\text\w*\{[^}]*[A-Za-z]{3}/.test(text) ||
    /(?<![\\A-Za-z])[A-Za-z]{2,} [A-Za-z]{3,}/.test(text)
  );
}

function definesName(text: string, table: SymbolTable, leftSides: readonly string[]): boolean {
  const [, name] = /^\s*([A-Za-z])\s*:?=/.exec(text) ?? [];
  return name !== undefined && !table.declares(name) && !isLeftSide(name, table, leftSides);
}
