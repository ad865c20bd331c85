import { atPoint } from '@/lib/math/compare/witness/witness';
import { times } from '@/lib/math/core/arithmetic';
import { infiniteSign } from '@/lib/math/core/infinite';
import { sameTree } from '@/lib/math/core/same-tree';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, type Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import { type SymbolTable, withHidden } from '@/lib/math/notation/symbol-table';
import type { LineJudge } from './judge-lines';
import { closedParts, closedSums, statesWork } from './operators';
import { type Part, type Pooled, pooled, VARIABLE, withVariable } from './pooled';
import type { PreparedDerivation } from './prepare';

/**
 * How an expression that is equal to the problem stands to it: it states it, has the result in it,
 * has something beside its signs or under them that the problem has not, has nothing left to work
 * out, or only a person can say.
 */
export type Statement =
  | { kind: 'stated' | 'result' | 'closed' | 'open' }
  | { kind: 'beside'; summary: string };

const ZERO: Tree = { kind: 'number', text: '0' };
const ONE: Tree = { kind: 'number', text: '1' };
const AT: Tree = { kind: 'symbol', id: VARIABLE };
/** More symbols are not tried. */
const MOST_SCALES = 4;

/**
 * Tells whether an expression states the problem: put under one sign, with constants taken under the
 * problem's density, its integrals have the integrand of the problem at every point.
 */
export class Statements {
  readonly #prepared: PreparedDerivation;
  readonly #judge: LineJudge;
  /** Of the problem; null where it is no integral or sum. */
  readonly #asked: Part | null;
  readonly #table: SymbolTable;
  readonly #weights: readonly Tree[];

  constructor(prepared: PreparedDerivation, judge: LineJudge) {
    this.#prepared = prepared;
    this.#judge = judge;
    const whole = pooled(this.#judge.unfolded(prepared.problem));
    const [first] = whole?.parts ?? [];
    const isBeside = whole?.beside && !isZero(whole.beside);
    this.#asked =
      whole && first && !isBeside
        ? { ...first, body: underOneSign(whole, first, ONE, null) }
        : null;
    const domain = this.#asked ? domainOf(this.#asked) : 'real';
    const latex = prepared.table.variable ?? 'x';
    this.#table = withHidden(prepared.table, [
      { id: VARIABLE, latex, type: { kind: 'scalar', domain } },
    ]);
    this.#weights = this.#asked ? this.#weightsOf(this.#asked) : [];
  }

  /** Of an expression that has the value of the problem. */
  of(tree: Tree): Statement {
    const { problem } = this.#prepared;
    const asked = this.#asked;
    if (!asked) {
      if (!statesWork(problem, tree)) return { kind: 'closed' };
      return { kind: this.holdsResult(tree) ? 'result' : 'stated' };
    }
    const whole = pooled(this.#judge.unfolded(tree));
    if (!statesWork(problem, tree)) return { kind: 'closed' };
    const difference = whole && this.#difference(whole, asked);
    if (whole && difference === null) return { kind: 'stated' };
    const { result } = this.#prepared;
    const isResult = (part: Tree) => this.#judge.isEqual(result, part);
    if (this.holdsResult(tree) || closedParts(tree).some(isResult)) return { kind: 'result' };
    const isBeside = whole?.beside && !this.#judge.isEqual(ZERO, whole.beside);
    return isBeside && difference ? { kind: 'beside', summary: difference } : { kind: 'open' };
  }

  /** Whether an expression has the problem's integrand under its one sign, but another range or sign. */
  hasOtherRange(tree: Tree): boolean {
    const whole = pooled(this.#judge.unfolded(tree));
    const [part, ...others] = whole?.parts ?? [];
    if (!this.#asked || !part || others.length > 0 || (whole?.beside && !isZero(whole.beside)))
      return false;
    return this.#judge.compare(this.#asked.body, part.body, this.#table).verdict === 'right';
  }

  /** Whether the result stands in an expression already, and did not in the problem. */
  holdsResult(tree: Tree): boolean {
    const { problem, result } = this.#prepared;
    const holds = (whole: Tree) =>
      closedSums(whole).some((part) => this.#judge.isEqual(result, part));
    return holds(tree) && !holds(problem);
  }

  /** Where the integrands differ, in words; null where they are the same. */
  #difference(whole: Pooled, asked: Part): string | null {
    let first: string | null = null;
    const weights = whole.beside && !isZero(whole.beside) ? this.#weights : [ONE];
    const scales = isScaleFree(asked) ? this.#scales() : [];
    for (const weight of weights) {
      for (const scale of [null, ...scales]) {
        const written = underOneSign(whole, asked, weight, scale);
        const comparison = this.#judge.compare(asked.body, written, this.#table);
        if (comparison.verdict === 'right') return null;
        if (comparison.verdict === 'review') continue;
        const { at, reference, answer } = comparison.witness;
        first ??= `${atPoint(at)}under one sign stands $${answer}$, and $${reference}$ in what is to be derived.`;
      }
    }
    return first ?? '';
  }

  /** What a variable may be stretched by, as by the substitution $u = \\lambda x$. */
  #scales(): Tree[] {
    const { problem, table } = this.#prepared;
    const scalars = [...symbolsIn(this.#judge.unfolded(problem))].filter(
      (id) => table.typeOf(id)?.kind === 'scalar',
    );
    return scalars.slice(0, MOST_SCALES).flatMap((id): Tree[] => {
      const symbol: Tree = { kind: 'symbol', id };
      return [symbol, { kind: 'divide', left: ONE, right: symbol }];
    });
  }

  /**
   * Densities under which a constant is the mean of itself: those that the problem is taken under,
   * or all of the part; without any, the uniform one over the range.
   */
  #weightsOf(asked: Part): Tree[] {
    const { problem, table } = this.#prepared;
    const isDensity = (id: string) => {
      const type = table.typeOf(id);
      return type?.kind === 'function' && type.support !== undefined;
    };
    const own = densitiesOver(problem).filter(isDensity);
    const all = [...table.declarations.keys()].filter(isDensity);
    const ids = own.length > 0 ? own : all;
    const args: Tree[] = [{ kind: 'symbol', id: VARIABLE }];
    if (ids.length > 0)
      return [...new Set(ids)].map((id) =>
        this.#judge.unfolded({ kind: 'apply', id, args, order: 0 }),
      );
    if (infiniteSign(asked.from) !== null || infiniteSign(asked.to) !== null) return [];
    return [{ kind: 'divide', left: ONE, right: lengthOf(asked) }];
  }
}

/** One integrand for all: parts of other ranges are zero outside of them, the rest is weighed. */
function underOneSign(
  { parts, beside }: Pooled,
  asked: Part,
  weight: Tree,
  scale: Tree | null,
): Tree {
  const bodies = parts.map((part) => {
    if (part.kind !== asked.kind) return times(asTree(part), weight);
    return onRange(scale ? stretched(part, scale) : part, asked);
  });
  const rest = beside ? [times(beside, weight)] : [];
  return [...bodies, ...rest].reduce((left, right) => ({ kind: 'add', left, right }), ZERO);
}

/** The body on the range of its own, and zero elsewhere. */
function onRange({ from, to, body }: Part, asked: Part): Tree {
  const outside = (operator: '<' | '>', end: Tree, askedEnd: Tree) =>
    sameTree(end, askedEnd) || infiniteSign(end) !== null
      ? []
      : [{ value: ZERO, condition: { kind: 'relation', operator, left: AT, right: end } as const }];
  const branches = [...outside('<', from, asked.from), ...outside('>', to, asked.to)];
  if (branches.length === 0) return body;
  return { kind: 'cases', branches: [...branches, { value: body, condition: null }] };
}

function stretched({ body, ...part }: Part, scale: Tree): Part {
  return { ...part, body: times(withVariable(body, times(AT, scale)), scale) };
}

/** From 0 or −∞ to ∞: the range stays what it is where its variable is stretched. */
function isScaleFree({ kind, from, to }: Part): boolean {
  return (
    kind === 'integral' && (isZero(from) || infiniteSign(from) === -1) && infiniteSign(to) === 1
  );
}

/** The densities that an expectation is taken under, or that an integrand has as factors. */
function densitiesOver(tree: Tree): string[] {
  if (tree.kind === 'expectation') return tree.density === null ? [] : [tree.density];
  if (tree.kind === 'integral' || tree.kind === 'sum') return factorsOf(tree.body);
  return children(tree).flatMap(densitiesOver);
}

function factorsOf(tree: Tree): string[] {
  switch (tree.kind) {
    case 'apply':
      return tree.order === 0 ? [tree.id] : [];
    case 'multiply':
    case 'dot':
      return [...factorsOf(tree.left), ...factorsOf(tree.right)];
    case 'divide':
      return factorsOf(tree.left);
    case 'negate':
      return factorsOf(tree.operand);
    default:
      return [];
  }
}

function asTree({ kind, from, to, body }: Part): Tree {
  return { kind, variable: 't', from, to, body: withVariable(body, { kind: 'bound', name: 't' }) };
}

function lengthOf({ kind, from, to }: Part): Tree {
  const length: Tree = { kind: 'subtract', left: to, right: from };
  return kind === 'sum' ? { kind: 'add', left: length, right: ONE } : length;
}

/** Where the variable is drawn from. */
function domainOf({ kind, from, to }: Part): string {
  const ends = [from, to].map(endText);
  if (ends.includes(null)) return kind === 'sum' ? 'integer' : 'real';
  return kind === 'sum' ? ends.join('..') : `(${ends.join(', ')})`;
}

/** An end as domains are written; null where it is no number. */
function endText(tree: Tree): string | null {
  if (tree.kind === 'number') return tree.text;
  if (tree.kind === 'constant') return tree.name === 'infinity' ? 'inf' : null;
  const inner = tree.kind === 'negate' ? endText(tree.operand) : null;
  return inner === null ? null : `-${inner}`;
}
