import type { ProofSpec, ProofStep } from '@/lib/kinds/proof/answer';
import { beginsWithSign } from '@/lib/math/claims/claim-layout';
import { type Chain, type Claim, readClaim, readExpression } from '@/lib/math/claims/read-claim';
import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isZeroByForm } from '@/lib/math/core/zero-form';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import {
  type NaturalIndices,
  placedIn,
  withNaturalIndices,
} from '@/lib/math/reading/natural-indices';
import { definitionsIn, isEmptyLine } from './definitions';
import { plainName } from './own-names';
import { type Statement, statementsOf } from './statement';
import { Vocabulary } from './vocabulary';

/** What a line of a proof is. */
type Step =
  | { kind: 'blank' }
  /** Words for the reader, which are not judged. */
  | { kind: 'words'; text: string }
  | { kind: 'unreadable'; text: string; error: MathError }
  /** An expression that the next line goes on from. */
  | { kind: 'start'; tree: Tree }
  /** Names for expressions. */
  | { kind: 'definition'; names: readonly Statement[] }
  /** `names`: those that the line introduces beside what it claims. */
  | ({ kind: 'claim'; names: readonly Statement[] } & Claim);

/** A line of a proof as it was read; `number` counts from 1 and passes over no line. */
export type ReadStep = { number: number; from: readonly number[] } & Step;

/** Reads the lines in order, with the names that they introduce; the same on every screen and in the grader. */
export function readSteps(
  steps: readonly ProofStep[],
  spec: ProofSpec,
): { read: readonly ReadStep[]; vocabulary: Vocabulary } {
  let vocabulary = new Vocabulary(spec);
  /** What a line that begins with a sign goes on from. */
  let last: Tree | null = null;
  /** Names whose expressions could not be read; no later line can give them to something else. */
  const refused = new Set<string>();
  const read = steps.map(({ claim, from = [] }, index): ReadStep => {
    const place = { number: index + 1, from };
    if (claim.trim() === '') return { kind: 'blank', ...place };
    const next = steps.slice(index + 1).find((step) => step.claim.trim() !== '');
    const { step, vocabulary: named } = readStep(claim, next?.claim ?? '', vocabulary, {
      last,
      refused,
    });
    vocabulary = named;
    if (step.kind !== 'words') last = goingOn(step);
    return { ...step, ...place };
  });
  return { read, vocabulary };
}

/** What is known of the lines above one. */
interface Above {
  last: Tree | null;
  refused: Set<string>;
}

/** One line of several, with what is known of those around it. */
function readStep(
  claim: string,
  next: string,
  vocabulary: Vocabulary,
  above: Above,
): { step: Step; vocabulary: Vocabulary } {
  const natural = withNaturalIndices(claim, vocabulary.table);
  const read = readBraced(natural?.text ?? claim, next, vocabulary, above);
  return natural ? { ...read, step: asWritten(read.step, claim, natural) } : read;
}

/** What was read of a line with its indices in braces, with the places and words of the line itself. */
function asWritten(step: Step, text: string, natural: NaturalIndices): Step {
  if (step.kind === 'unreadable') return { ...step, text, error: placedIn(step.error, natural) };
  if (step.kind === 'words') return { ...step, text };
  return step.kind === 'claim' ? { ...step, hints: [...step.hints, ...natural.hints] } : step;
}

function readBraced(
  claim: string,
  next: string,
  vocabulary: Vocabulary,
  { last, refused }: Above,
): { step: Step; vocabulary: Vocabulary } {
  const reading = readLine(claim, vocabulary, last);
  if (reading.kind !== 'unreadable') return { step: reading, vocabulary };
  const defined = definitionsIn(claim, vocabulary, refused);
  if (!defined) {
    const start = beginsWithSign(next) ? startIn(claim, vocabulary) : null;
    return {
      step: start ?? (isProse(claim) ? { kind: 'words', text: claim } : reading),
      vocabulary,
    };
  }
  if (defined.kind === 'refused') {
    refused.add(plainName(defined.name));
    return { step: { kind: 'unreadable', text: claim, error: defined.error }, vocabulary };
  }
  const { names, rest, vocabulary: named } = defined;
  const beside = isEmptyLine(rest, named) ? null : readLine(rest, named, null);
  if (beside?.kind === 'claim') return { step: { ...beside, names }, vocabulary: named };
  if (beside?.kind === 'unreadable') return { step: beside, vocabulary: named };
  return { step: { kind: 'definition', names }, vocabulary: named };
}

/** What the next line goes on from where it begins with a sign. */
function goingOn(step: Step): Tree | null {
  if (step.kind === 'start') return step.tree;
  if (step.kind === 'definition') return step.names.at(-1)?.right ?? null;
  return step.kind === 'claim' ? lastMember(step) : null;
}

/** A line that is an expression and nothing else; null where it is not. */
function startIn(claim: string, { table }: Vocabulary): Step | null {
  const tree = readExpression(claim, table);
  return tree.ok && shapeOf(tree.value, table).ok ? { kind: 'start', tree: tree.value } : null;
}

/** The names that a line introduces. */
export function namesIn(step: ReadStep): readonly Statement[] {
  return step.kind === 'definition' || step.kind === 'claim' ? step.names : [];
}

function lastMember({ chains, supposed }: Claim): Tree | null {
  return (chains.at(-1) ?? supposed.at(-1))?.members.at(-1) ?? null;
}

type Reading = Extract<Step, { kind: 'words' | 'unreadable' | 'claim' }>;

function readLine(text: string, vocabulary: Vocabulary, before: Tree | null): Reading {
  const { table } = vocabulary;
  const claim = readClaim(text, table, before);
  if (!claim.ok) return { kind: 'unreadable', text, error: claim.error };
  const chains = claim.value.chains.map((chain) => withPlainZeros(chain, table));
  const supposed = claim.value.supposed.map((chain) => withPlainZeros(chain, table));
  const all = [...supposed, ...chains];
  if (all.length === 0) return { kind: 'words', text };
  const limit = all.map((chain) => limitError(chain, vocabulary)).find((error) => error !== null);
  if (limit) return { kind: 'unreadable', text, error: limit };
  for (const statement of all.flatMap(statementsOf)) {
    const error = typeError(statement, table);
    if (error) return { kind: 'unreadable', text, error };
  }
  return { kind: 'claim', names: [], ...claim.value, chains, supposed };
}

/** Beside a vector, `0 - c · 0` means the zero vector: it is replaced by the literal 0, which has any shape. */
function withPlainZeros(chain: Chain, table: SymbolTable): Chain {
  const areNumbers = chain.members.every((member) => {
    const shape = shapeOf(member, table);
    return !shape.ok || isScalar(shape.value);
  });
  if (areNumbers) return chain;
  const members = chain.members.map((member): Tree => {
    const isNumber = member.kind === 'number' || !isZeroByForm(member);
    if (isNumber) return member;
    return { kind: 'number', text: '0', ...(member.span && { span: member.span }) };
  });
  return { ...chain, members };
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
    return { message, isFault: true, start, end };
  }
  if (shapeOf({ kind: 'subtract', left, right }, table).ok) return null;
  const shapes = [a.value, b.value].map((shape) => `$${shapeLatex(shape)}$`);
  const message = `The two sides are ${shapes.join(' and ')}, which do not fit.`;
  return { message, isFault: true, start, end };
}

/** The error of a chain in which something tends to an expression that depends on the index; null without. */
function limitError(
  { members, operators, limits }: Chain,
  { sequences, index }: Vocabulary,
): MathError | null {
  for (const [place, operator] of operators.entries()) {
    const target = members[place + 1];
    if (operator !== '->' || limits[place + 1] || !target || !sequences.isIn(target)) continue;
    const { start = 0, end = 0 } = target.span ?? {};
    const message = `What it tends to may not change with $${index}$; write that the difference tends to 0.`;
    return { message, start, end };
  }
  return null;
}

/** Whether a text is prose: two words in a row and no relation sign, since a claim must never be passed over. */
function isProse(text: string): boolean {
  const isClaim = /[<>=≤≥≠→]|\\(?:le|ge|leq|geq|lt|gt|ne|neq|to|rightarrow)(?![A-Za-z])/.test(text);
  if (isClaim) return false;
  return /(?<![\\A-Za-z])[A-Za-z]{2,},? [A-Za-z]{3,}/.test(text.replace(/\\text\w*/g, ''));
}
