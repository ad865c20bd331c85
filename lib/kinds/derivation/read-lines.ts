import { readEstimateLine } from '@/lib/kinds/derivation/estimate/read-lines';
import { type LawLine, readLawLine, type Sign } from '@/lib/kinds/derivation/laws/read-lines';
import { formulaAmongWords } from '@/lib/math/claims/formula-among-words';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { shapeOf } from '@/lib/math/language/shape';
import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { isLeftSide, read } from '@/lib/math/reading/read';
import type { DerivationSpec } from './answer';

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
      /** What stands in front of each, where it is not always a sign of equality. */
      signs?: readonly Sign[];
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
  { leftSides, estimate, laws }: Pick<DerivationSpec, 'leftSides' | 'estimate' | 'laws'>,
): ReadLine {
  if (laws) return asShown(readLawLine(text, number, table, leftSides));
  if (!estimate) return readLine(text, number, table, leftSides);
  const line = readEstimateLine(text, number, table, estimate);
  if (line.kind === 'blank') return line;
  if (line.kind === 'unread') return { ...line, kind: 'unreadable', isRemark: false };
  const { members: steps, subject } = line;
  const continues = subject.kind !== 'none';
  return { kind: 'steps', number, steps, continues, defines: false, hints: [] };
}

function asShown(line: LawLine): ReadLine {
  const { number } = line;
  switch (line.kind) {
    case 'unread':
      return { ...line, kind: 'unreadable', isRemark: false };
    case 'read': {
      const signs = line.links.map(({ sign }) => sign);
      const steps = line.links.map(({ tree }) => tree);
      return { kind: 'steps', number, steps, signs, continues: true, defines: false, hints: [] };
    }
    default:
      return { kind: line.kind, number };
  }
}

/** Reads a line; the same on the student's screen and in the grader. */
export function readLine(
  text: string,
  number: number,
  table: SymbolTable,
  leftSides: readonly string[],
): ReadLine {
  if (text.trim() === '') return { kind: 'blank', number };
  const reading = readAmongWords(text, table, leftSides);
  if (!reading.ok) {
    const name = text.replace(LEADING_EQUALS, blank);
    if (isLeftSide(name, table, leftSides)) return { kind: 'label', number };
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

/** A formula, perhaps among words that say nothing of it. */
function readAmongWords(text: string, table: SymbolTable, leftSides: readonly string[]) {
  const reading = read(text, table, { leftSides });
  const formula = reading.ok ? null : formulaAmongWords(text, table);
  const plain = formula === null ? null : read(formula, table, { leftSides });
  return plain?.ok ? plain : reading;
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

const SIGN_LATEX: Readonly<Record<Sign, string>> = { '=': '=', '>=': '\\ge', '<=': '\\le' };

/** The steps of a line with the signs between them, as LaTeX. */
export function stepsLatex(
  { steps, signs }: Extract<ReadLine, { kind: 'steps' }>,
  table: SymbolTable,
  beginsWithSign: boolean,
): string {
  const shown = steps.map((step, index) => {
    const sign = SIGN_LATEX[signs?.[index] ?? '='];
    return index > 0 || beginsWithSign ? `${sign} ${toLatex(step, table)}` : toLatex(step, table);
  });
  return shown.join(' ');
}
