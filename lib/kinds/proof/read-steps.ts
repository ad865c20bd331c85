import { isScalar, shapeLatex } from '@/lib/math/dimension';
import type { MathError } from '@/lib/math/error';
import { type Claim, readClaim } from '@/lib/math/read-claim';
import { shapeOf } from '@/lib/math/shape';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { ProofSpec, ProofStep } from './schema';
import { type Statement, statementsOf } from './statement';
import { Vocabulary } from './vocabulary';

/** A line of a proof as it was read; `number` counts from 1 and passes over no line. */
export type ReadStep = { number: number; from: readonly number[] } & (
  | { kind: 'blank' }
  /** Words for the reader, which are not judged. */
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; error: MathError }
  /** A name for an expression. */
  | { kind: 'definition'; statement: Statement }
  /** `assumes`: it is supposed, for the sake of a contradiction. */
  | ({ kind: 'claim' } & Claim)
);

/** Reads the lines in order, with the names that they introduce; the same on every screen and in the grader. */
export function readSteps(
  steps: readonly ProofStep[],
  spec: ProofSpec,
): { read: readonly ReadStep[]; vocabulary: Vocabulary } {
  let vocabulary = new Vocabulary(spec);
  const read = steps.map(({ claim, from = [] }, index): ReadStep => {
    const place = { number: index + 1, from };
    if (claim.trim() === '') return { kind: 'blank', ...place };
    const reading = readLine(claim, vocabulary);
    if (reading.kind !== 'unreadable') return { ...reading, ...place };
    const defined = vocabulary.define(claim);
    if (!defined) {
      if (isProse(claim)) return { kind: 'words', text: claim, ...place };
      return { ...reading, ...place };
    }
    vocabulary = defined.vocabulary;
    return { kind: 'definition', statement: defined.statement, ...place };
  });
  return { read, vocabulary };
}

type Reading =
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; error: MathError }
  | ({ kind: 'claim' } & Claim);

function readLine(text: string, { table }: Vocabulary): Reading {
  const claim = readClaim(text, table);
  if (!claim.ok) return { kind: 'unreadable', text, error: claim.error };
  const { chains } = claim.value;
  if (chains.length === 0) return { kind: 'words', text };
  for (const statement of chains.flatMap(statementsOf)) {
    const error = typeError(statement, table);
    if (error) return { kind: 'unreadable', text, error };
  }
  return { kind: 'claim', ...claim.value };
}

/** What does not fit about the shapes of the two sides; null where they fit. */
function typeError({ operator, left, right }: Statement, table: SymbolTable): MathError | null {
  const [a, b] = [shapeOf(left, table), shapeOf(right, table)];
  if (!a.ok) return a.error;
  if (!b.ok) return b.error;
  const { start = 0, end = 0 } = right.span ?? {};
  const isOrder = operator !== '=' && operator !== '!=' && operator !== '->';
  if (isOrder && !(isScalar(a.value) && isScalar(b.value))) {
    const message = 'Only numbers can be compared, and a side of this is a vector or a matrix.';
    return { message, start, end };
  }
  if (shapeOf({ kind: 'subtract', left, right }, table).ok) return null;
  const shapes = [a.value, b.value].map((shape) => `$${shapeLatex(shape)}$`);
  return { message: `The two sides are ${shapes.join(' and ')}, which do not fit.`, start, end };
}

/** Two words in a row. */
function isProse(text: string): boolean {
  return /(?<![\\A-Za-z])[A-Za-z]{2,},? [A-Za-z]{3,}/.test(text.replace(/\\text\w*/g, ''));
}
