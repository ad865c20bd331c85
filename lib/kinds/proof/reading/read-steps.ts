import type { ProofSpec, ProofStep } from '@/lib/kinds/proof/answer';
import type { Chain } from '@/lib/math/claims/chain';
import { goesOn } from '@/lib/math/claims/line-tokens';
import type { Part } from '@/lib/math/claims/part';
import {
  type Claim,
  claimOf,
  cutLine,
  type ReadingOptions,
  readExpression,
} from '@/lib/math/claims/read-claim';
import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import { caught, type MathError } from '@/lib/math/core/error';
import { mapChildren, type Tree } from '@/lib/math/core/tree';
import { isZeroByForm } from '@/lib/math/core/zero-form';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { placedIn, withNaturalIndices } from '@/lib/math/reading/natural-indices';
import { definitionsIn, withoutPart } from './definitions';
import { plainName } from './own-names';
import { type Statement, statementsOf } from './statement';
import { Vocabulary } from './vocabulary';

/** What a line of a proof is. */
type Step =
  | { kind: 'blank' }
  /** Words for the reader; a contradiction may be said by them, or something that is not read. */
  | { kind: 'words'; text: string; closes: boolean; claimsInWords: boolean }
  | { kind: 'unreadable'; text: string; error: MathError }
  /** An expression that the next line goes on from. */
  | { kind: 'start'; tree: Tree }
  /** Names for expressions, and new numbers of which only the sign is known, in LaTeX. */
  | { kind: 'definition'; names: readonly Statement[]; numbers: readonly string[] }
  /**
   * `names`: those that the line introduces beside what it claims; `running`: the whole of a chain that
   * began in a line above.
   */
  | ({ kind: 'claim'; names: readonly Statement[]; running?: Chain } & Claim);

/** A line of a proof as it was read; `number` counts from 1 and passes over no line. */
export type ReadStep = {
  number: number;
  from: readonly number[];
  /** Null where the line does not say how deep it stands. */
  level: number | null;
} & Step;

/** Reads the lines in order, with the names that they introduce; the same on every screen and in the grader. */
export function readSteps(
  steps: readonly ProofStep[],
  spec: ProofSpec,
): { read: readonly ReadStep[]; vocabulary: Vocabulary } {
  const reader = new StepReader(new Vocabulary(spec));
  const read = steps.map((step, index): ReadStep => {
    const place = { number: index + 1, from: step.from ?? [], level: step.level ?? null };
    const next = steps.slice(index + 1).find(({ claim }) => claim.trim() !== '');
    return { ...reader.read(step, next?.claim ?? ''), ...place };
  });
  return { read, vocabulary: reader.vocabulary };
}

/** Goes through the lines from the first to the last. */
class StepReader {
  vocabulary: Vocabulary;
  /** What a line that begins with a sign goes on from. */
  #last: Tree | null = null;
  /** The chain that a line goes on with where it begins with a sign. */
  #running: Chain | null = null;
  /** Names whose expressions could not be read; no later line can give them to something else. */
  readonly #refused = new Set<string>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  read(written: ProofStep, next: string): Step {
    const { claim } = written;
    if (claim.trim() === '') return { kind: 'blank' };
    const natural = withNaturalIndices(claim, this.vocabulary.table);
    const step = this.#readBraced({ ...written, claim: natural?.text ?? claim }, next);
    if (step.kind !== 'words') this.#last = goingOn(step);
    // With the places and words of the line itself.
    if (!natural) return step;
    if (step.kind === 'unreadable')
      return { ...step, text: claim, error: placedIn(step.error, natural) };
    if (step.kind === 'words') return { ...step, text: claim };
    return step.kind === 'claim' ? { ...step, hints: [...step.hints, ...natural.hints] } : step;
  }

  #readBraced({ claim, role }: ProofStep, next: string): Step {
    const cut = caught(() => cutLine(claim, this.#options()));
    if (!cut.ok) return unreadable(claim, cut.error);
    const { arbitrary, parts } = cut.value;
    for (const { name } of arbitrary) this.vocabulary = this.vocabulary.withNumber(name);
    const numbers = arbitrary.map(({ name }) => name);
    const line = arbitrary.reduce<string>(withoutPart, claim);
    const reading = this.#readLine(line, { role, before: this.#last });
    if (reading.kind === 'words' && numbers.length > 0)
      return { kind: 'definition', names: [], numbers };
    if (reading.kind !== 'unreadable')
      return namesNothing(reading, role) ? unreadable(claim, noName(claim)) : reading;
    return this.#readNames(claim, parts, numbers) ?? this.#startIn(claim, next) ?? reading;
  }

  /** A line that gives names, whatever it says beside; null where it gives none. */
  #readNames(claim: string, parts: readonly Part[], numbers: readonly string[]): Step | null {
    const defined = definitionsIn(claim, parts, this.vocabulary, this.#refused);
    if (defined?.kind === 'refused') {
      this.#refused.add(plainName(defined.name));
      return unreadable(claim, defined.error);
    }
    if (!defined) return null;
    const { names, rest } = defined;
    this.vocabulary = defined.vocabulary;
    const cut = caught(() => cutLine(rest, this.#options()));
    if (cut.ok && cut.value.parts.length === 0) return { kind: 'definition', names, numbers };
    const beside = this.#readLine(rest, {});
    return beside.kind === 'claim' ? { ...beside, names } : beside;
  }

  #options(more: Pick<ReadingOptions, 'role' | 'before'> = {}): ReadingOptions {
    return { table: this.vocabulary.table, lexicon: this.vocabulary.lexicon, ...more };
  }

  #readLine(text: string, more: Pick<ReadingOptions, 'role' | 'before'>): Step {
    const options = this.#options(more);
    const claim = caught(() => claimOf(cutLine(text, options), options));
    if (!claim.ok) return unreadable(text, claim.error);
    const { table } = this.vocabulary;
    const isGoingOn = more.before != null && claim.value.chains[0]?.members[0] === more.before;
    const chains = claim.value.chains.map((chain) => withPlainZeros(chain, table));
    const supposed = claim.value.supposed.map((chain) => withPlainZeros(chain, table));
    const all = [...supposed, ...chains];
    const { closes, claimsInWords } = claim.value;
    if (all.length === 0 && !claim.value.supposesNoLimit)
      return { kind: 'words', text, closes, claimsInWords };
    const errors = [
      ...all.map((chain) => limitError(chain, this.vocabulary)),
      ...all.flatMap(statementsOf).map((statement) => typeError(statement, table)),
    ];
    const error = errors.find((each) => each !== null);
    if (error) return unreadable(text, error);
    const [first] = chains;
    const whole = isGoingOn && first && this.#running ? joined(this.#running, first) : null;
    this.#running = (chains.length === 1 ? whole : null) ?? chains.at(-1) ?? null;
    const running = whole ? { running: whole } : {};
    return { kind: 'claim', names: [], ...claim.value, chains, supposed, ...running };
  }

  /** A line that is an expression and nothing else, from which the next one goes on; null where it is not. */
  #startIn(claim: string, next: string): Step | null {
    const { table } = this.vocabulary;
    if (!goesOn(next, table.decimalComma)) return null;
    const tree = readExpression(claim, this.#options());
    return tree.ok && shapeOf(tree.value, table).ok ? { kind: 'start', tree: tree.value } : null;
  }
}

/** Whether a line that is called a name gives none: a chosen role must, words may say what is given. */
function namesNothing(step: Step, chosen: ProofStep['role']): boolean {
  if (step.kind !== 'claim' || step.role !== 'define' || step.names.length > 0) return false;
  const isEquation = step.chains.every(({ operators }) => operators.every((each) => each === '='));
  return chosen === 'define' || !isEquation;
}

function noName(claim: string): MathError {
  const message =
    'This is called a name, but gives no new name to anything. Choose another role for it.';
  return { message, start: 0, end: claim.length };
}

function unreadable(text: string, error: MathError): Step {
  return { kind: 'unreadable', text, error };
}

/** A chain and what goes on from its last member. */
function joined(chain: Chain, next: Chain): Chain {
  return {
    members: [...chain.members, ...next.members.slice(1)],
    operators: [...chain.operators, ...next.operators],
    limits: [...chain.limits, ...next.limits.slice(1)],
  };
}

/** What the next line goes on from where it begins with a sign. */
function goingOn(step: Step): Tree | null {
  if (step.kind === 'start') return step.tree;
  if (step.kind === 'definition') return step.names.at(-1)?.right ?? null;
  if (step.kind !== 'claim') return null;
  return (step.chains.at(-1) ?? step.supposed.at(-1))?.members.at(-1) ?? null;
}

/** The names that a line introduces. */
export function namesIn(step: ReadStep): readonly Statement[] {
  return step.kind === 'definition' || step.kind === 'claim' ? step.names : [];
}

/** Beside a vector, `0 - c · 0` means the zero vector: it is replaced by the literal 0, which has any shape. */
function withPlainZeros(chain: Chain, table: SymbolTable): Chain {
  const areNumbers = chain.members.every((member) => {
    const shape = shapeOf(member, table);
    return shape.ok && isScalar(shape.value);
  });
  if (areNumbers) return chain;
  return { ...chain, members: chain.members.map(withPlainZero) };
}

function withPlainZero(tree: Tree): Tree {
  if (tree.kind !== 'number' && isZeroByForm(tree))
    return { kind: 'number', text: '0', ...(tree.span && { span: tree.span }) };
  return tree.kind === 'add' || tree.kind === 'subtract' ? mapChildren(tree, withPlainZero) : tree;
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
