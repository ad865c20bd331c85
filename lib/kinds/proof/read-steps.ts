import { withoutLayout } from '@/lib/math/claim-layout';
import { isScalar, shapeLatex } from '@/lib/math/dimension';
import type { MathError } from '@/lib/math/error';
import { type Chain, type Claim, readClaim } from '@/lib/math/read-claim';
import { shapeOf } from '@/lib/math/shape';
import type { SymbolTable } from '@/lib/math/symbol-table';
import type { Tree } from '@/lib/math/tree';
import type { ProofSpec, ProofStep } from './schema';
import type { Sequences } from './sequences';
import { type Statement, statementsOf } from './statement';
import { Vocabulary } from './vocabulary';

/** A line of a proof as it was read; `number` counts from 1 and passes over no line. */
export type ReadStep = { number: number; from: readonly number[] } & (
  | { kind: 'blank' }
  /** Words for the reader, which are not judged. */
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; error: MathError }
  /** Names for expressions. */
  | { kind: 'definition'; names: readonly Statement[] }
  /** `names`: those that the line introduces beside what it claims. */
  | ({ kind: 'claim'; names: readonly Statement[] } & Claim)
);

/** Reads the lines in order, with the names that they introduce; the same on every screen and in the grader. */
export function readSteps(
  steps: readonly ProofStep[],
  spec: ProofSpec,
): { read: readonly ReadStep[]; vocabulary: Vocabulary } {
  let vocabulary = new Vocabulary(spec);
  /** What a line that begins with a sign goes on from. */
  let last: Tree | null = null;
  const read = steps.map(({ claim, from = [] }, index): ReadStep => {
    const place = { number: index + 1, from };
    if (claim.trim() === '') return { kind: 'blank', ...place };
    const reading = readLine(claim, vocabulary, last);
    if (reading.kind !== 'unreadable') {
      if (reading.kind === 'claim') last = lastMember(reading);
      return { ...reading, ...place };
    }
    const defined = definitionsIn(claim, vocabulary);
    if (!defined) {
      if (isProse(claim)) return { kind: 'words', text: claim, ...place };
      return { ...reading, ...place };
    }
    vocabulary = defined.vocabulary;
    const { names, rest } = defined;
    if (rest === '') return { kind: 'definition', names, ...place };
    const beside = readLine(rest, vocabulary, null);
    if (beside.kind === 'claim') {
      last = lastMember(beside);
      return { ...beside, names, ...place };
    }
    return beside.kind === 'words'
      ? { kind: 'definition', names, ...place }
      : { ...beside, ...place };
  });
  return { read, vocabulary };
}

/** The names that a line introduces. */
export function namesIn(step: ReadStep): readonly Statement[] {
  return step.kind === 'definition' || step.kind === 'claim' ? step.names : [];
}

function lastMember({ chains, supposed }: Claim): Tree | null {
  return (chains.at(-1) ?? supposed.at(-1))?.members.at(-1) ?? null;
}

/** The names that a line introduces, several with commas between, and what is left of it; null without any. */
function definitionsIn(
  line: string,
  vocabulary: Vocabulary,
): { vocabulary: Vocabulary; names: readonly Statement[]; rest: string } | null {
  const names: Statement[] = [];
  let named = vocabulary;
  const rest = withoutLayout(line)
    .split(/(?<=[,;])(?![^(]*\))/)
    .filter((piece) => {
      const defined = named.define(piece.replace(/[,;.]\s*$/, ''));
      if (!defined) return true;
      named = defined.vocabulary;
      names.push(defined.statement);
      return false;
    })
    .join('')
    .trim();
  return names.length === 0 ? null : { vocabulary: named, names, rest };
}

type Reading =
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; error: MathError }
  | ({ kind: 'claim'; names: readonly Statement[] } & Claim);

function readLine(text: string, { table, sequences }: Vocabulary, before: Tree | null): Reading {
  const claim = readClaim(text, table, before);
  if (!claim.ok) return { kind: 'unreadable', text, error: claim.error };
  const { chains, supposed } = claim.value;
  const all = [...supposed, ...chains];
  if (all.length === 0) return { kind: 'words', text };
  const limit = all.map((chain) => limitError(chain, sequences)).find((error) => error !== null);
  if (limit) return { kind: 'unreadable', text, error: limit };
  for (const statement of all.flatMap(statementsOf)) {
    const error = typeError(statement, table);
    if (error) return { kind: 'unreadable', text, error };
  }
  return { kind: 'claim', names: [], ...claim.value };
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

/** A limit beside something that is no limit and still changes; null where there is none. */
function limitError({ members, operators, limits }: Chain, sequences: Sequences): MathError | null {
  for (const [index, operator] of operators.entries()) {
    const places = [index, index + 1];
    const plain = places.filter((place) => !limits[place]);
    const [moving] = plain.flatMap((place) => members[place] ?? []);
    if (operator === '->' || plain.length !== 1 || !moving || !sequences.isIn(moving)) continue;
    const { start = 0, end = 0 } = moving.span ?? {};
    const message =
      'This changes with the index and stands beside a limit: write \\lim before it too.';
    return { message, start, end };
  }
  return null;
}

/** Two words in a row. */
function isProse(text: string): boolean {
  return /(?<![\\A-Za-z])[A-Za-z]{2,},? [A-Za-z]{3,}/.test(text.replace(/\\text\w*/g, ''));
}
