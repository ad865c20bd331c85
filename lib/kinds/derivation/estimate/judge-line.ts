import { judgeUnread } from '@/lib/kinds/fields/unread';
import type { Finding } from '@/lib/kinds/judged';
import type { Comparison } from '@/lib/math/compare/outcome';
import { atPoint } from '@/lib/math/compare/witness/witness';
import type { Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Claims } from './claims';
import type { EstimateLine, Subject } from './read-lines';

/**
 * What a line is about: a `condition` sets a derivative to zero by its name alone, a `solution` says
 * what a parameter is, by its id.
 */
type Part =
  | 'objective'
  | 'derivative'
  | 'condition'
  | 'equation'
  | 'solution'
  | 'remark'
  | 'unread';

export interface JudgedEstimateLine extends Finding {
  number: number;
  part: Part;
  /** Of a solution: the parameter and what it is said to be. */
  solved: { id: string; tree: Tree } | null;
  /** Of an equation: its sides. */
  sides: readonly [Tree, Tree] | null;
  /** It is right given an objective that is not. */
  isGiven?: boolean;
}

const ZERO: Tree = { kind: 'number', text: '0' };

/** Judges the lines of an estimate one by one, each by what it says. */
export class LineJudge {
  readonly #claims: Claims;
  readonly #objective: Tree;
  readonly #table: SymbolTable;
  /** The objective that the student goes on from: the author's, or one like it. */
  #own: Tree;
  /** A wrong one that the student goes on from all the same. */
  #mistaken: Tree | null = null;
  #before: Tree | null = null;
  /** Derivatives as they were written, with the slips in them. */
  readonly #derivatives: Tree[] = [];

  constructor(claims: Claims, objective: Tree, table: SymbolTable) {
    this.#claims = claims;
    this.#objective = objective;
    this.#own = objective;
    this.#table = table;
  }

  judge(line: Exclude<EstimateLine, { kind: 'blank' }>): JudgedEstimateLine {
    const { number } = line;
    if (line.kind === 'unread') {
      const { share: _, ...finding } = judgeUnread(`Line ${number}`, line.text, line.error);
      return { number, part: 'unread', solved: null, sides: null, ...finding };
    }
    const judged = { number, solved: null, sides: null, ...this.#read(number, line) };
    this.#before = line.members.at(-1) ?? this.#before;
    return judged;
  }

  #read(
    number: number,
    { subject, members }: { subject: Subject; members: readonly Tree[] },
  ): Omit<JudgedEstimateLine, 'number' | 'solved' | 'sides'> & Partial<JudgedEstimateLine> {
    const [first, ...others] = members;
    if (!first) return { part: 'remark', ...right(`Line ${number} says nothing yet.`) };
    const what = `Line ${number}`;
    switch (subject.kind) {
      case 'objective':
        return this.#objectiveLine(what, first, others);
      case 'first':
      case 'second': {
        const order = subject.kind === 'first' ? 1 : 2;
        return this.#derivativeLine(what, subject.by, order, members);
      }
      case 'continued':
        return this.#equations(what, [this.#before ?? first, ...members]);
      default:
        return this.#unnamed(what, subject.kind === 'quantity', members);
    }
  }

  /** A line without a name: a solution, an equation, or an expression by itself. */
  #unnamed(what: string, isQuantity: boolean, members: readonly Tree[]) {
    const [only] = this.#claims.parameters;
    const [first, second] = members;
    if (isQuantity && only) return this.#solution(what, only.id, members);
    if (first?.kind === 'symbol' && second && !this.#claims.mentionsParameter(second)) {
      const { id } = first;
      if (this.#claims.parameters.some((each) => each.id === id))
        return this.#solution(what, id, members.slice(1));
    }
    if (first && !second && first.kind !== 'relation') return this.#objectiveLine(what, first, []);
    return this.#equations(what, members);
  }

  #objectiveLine(what: string, first: Tree, others: readonly Tree[]) {
    const objectives: Tree[] = [first, { kind: 'call', name: 'ln', args: [first] }];
    const own = objectives.find(
      (each) =>
        this.#claims.isEqual(this.#objective, each) ||
        this.#claims.isProportional(this.#objective, each),
    );
    if (own) {
      const last = others.at(-1) ?? first;
      const chain = this.#chain(what, [first, ...others]);
      if (chain.verdict === 'right') this.#own = own === first ? last : own;
      const message = `${what} states what is made extreme.`;
      return {
        part: 'objective' as const,
        ...(chain.verdict === 'right' ? right(message) : chain),
      };
    }
    const comparison = this.#claims.compare(this.#objective, first);
    if (comparison.verdict === 'wrong') this.#mistaken = others.at(-1) ?? first;
    return {
      part: 'objective' as const,
      ...fromComparison(
        `${what} is not what is to be made extreme, nor the same up to a constant.`,
        what,
        comparison,
      ),
    };
  }

  #derivativeLine(what: string, by: string, order: 1 | 2, members: readonly Tree[]) {
    const of = (objective: Tree) => {
      const once = this.#claims.derivative(objective, by);
      return order === 1 ? once : this.#claims.derivative(once, by);
    };
    const [first, ...others] = members;
    const part = order === 1 ? ('derivative' as const) : ('remark' as const);
    if (!first) return { part, ...right('') };
    if (order === 1 && isZero(first) && others.length === 0) {
      const message = `${what} sets the derivative to zero.`;
      return { part: 'condition' as const, ...right(message) };
    }
    const value = first.kind === 'relation' ? first.left : first;
    if (order === 1) this.#derivatives.push(value);
    const expected = [this.#own, this.#objective].map(of);
    const isRight = expected.some((each) => this.#claims.isEqual(each, value));
    const isOfMistaken =
      !isRight && this.#mistaken !== null && this.#claims.isEqual(of(this.#mistaken), value);
    if (isOfMistaken) {
      const sides = zeroed(value, others);
      const message = `${what} is right given your objective, which is not.`;
      return { part, sides, isGiven: true, ...right(message) };
    }
    if (!isRight) {
      const comparison = this.#claims.compare(expected[0] ?? value, value);
      const name = `the ${order === 1 ? 'derivative' : 'second derivative'} by $${this.#table.latexOf(by)}$`;
      const sides = zeroed(value, others);
      return { part, sides, ...fromComparison(`${what} is not ${name}.`, what, comparison) };
    }
    if (first.kind === 'relation') return { part, ...this.#relation(what, first) };
    const rest = this.#equations(what, members);
    if (others.length > 0) return { ...rest, part };
    const message = `${what} has the right ${order === 1 ? 'derivative' : 'second derivative'}.`;
    return { part, ...right(message) };
  }

  /** Members that are the same, or the same for the parameters that are asked for. */
  #equations(what: string, members: readonly Tree[]) {
    const [first, second] = members;
    if (first?.kind === 'relation' && members.length === 1)
      return { part: 'remark' as const, ...this.#relation(what, first) };
    let sides: readonly [Tree, Tree] | null = null;
    for (const [index, right] of members.slice(1).entries()) {
      const left = members[index];
      if (!left || this.#claims.isEqual(left, right)) continue;
      sides = [left, right];
      const at = this.#claims.compareAt(left, right, this.#claims.results);
      if (at.verdict === 'right' || this.#isOwnDerivative(left, right)) continue;
      const message = `${what} does not hold for the values that are asked for.`;
      return { part: 'equation' as const, sides, ...fromComparison(message, what, at) };
    }
    if (!sides || !first || !second)
      return { part: 'remark' as const, ...right(`${what} is true.`) };
    return {
      part: 'equation' as const,
      sides,
      ...right(`${what} is an equation that leads to the result.`),
    };
  }

  /** Whether an equation sets a derivative to zero that was written before, with a slip in it. */
  #isOwnDerivative(left: Tree, right: Tree): boolean {
    return this.#derivatives.some(
      (own) =>
        this.#claims.isEqual(own, { kind: 'subtract', left, right }) ||
        this.#claims.isEqual(own, { kind: 'subtract', left: right, right: left }),
    );
  }

  #solution(what: string, id: string, members: readonly Tree[]) {
    const tree = members.at(-1) ?? ZERO;
    const part = { part: 'solution' as const, solved: { id, tree } };
    const { result } = this.#claims.parameters.find((each) => each.id === id) ?? { result: ZERO };
    const chain = this.#chain(what, members);
    if (chain.verdict !== 'right') return { ...part, ...chain };
    const comparison = this.#claims.compare(result, tree);
    const name = `$${this.#table.latexOf(id)}$`;
    if (comparison.verdict === 'right')
      return { ...part, ...right(`${what} has the right ${name}.`) };
    return {
      ...part,
      ...fromComparison(`${what} does not have the right ${name}.`, what, comparison),
    };
  }

  /** Members of which each is equal to the one before. */
  #chain(what: string, members: readonly Tree[]): Finding {
    for (const [index, tree] of members.slice(1).entries()) {
      const before = members[index];
      const comparison = before && this.#claims.compare(before, tree);
      if (comparison && comparison.verdict !== 'right')
        return fromComparison(
          `${what}: what follows a sign of equality is not equal.`,
          what,
          comparison,
        );
    }
    return right(`${what} is right.`);
  }

  #relation(what: string, condition: Tree): Finding {
    const one: Tree = { kind: 'number', text: '1' };
    const comparison = this.#claims.compare(one, { kind: 'indicator', condition });
    if (comparison.verdict === 'right') return right(`${what} is true.`);
    return fromComparison(`${what} does not hold everywhere.`, what, comparison);
  }
}

/** The equation of a derivative that is set to zero in its own line. */
function zeroed(value: Tree, others: readonly Tree[]): readonly [Tree, Tree] | null {
  const last = others.at(-1);
  return last && isZero(last) ? [value, last] : null;
}

function right(message: string): Finding {
  return { verdict: 'right', message, evidence: message };
}

function fromComparison(message: string, what: string, comparison: Comparison): Finding {
  if (comparison.verdict !== 'wrong') {
    const reason = comparison.verdict === 'review' ? comparison.reason : 'it could not be decided.';
    const text = `${what} needs a person’s eye: ${reason}`;
    return { verdict: 'review', message: text, evidence: reason };
  }
  const { at, reference, answer } = comparison.witness;
  const summary = `${atPoint(at)}it is $${answer}$, where $${reference}$ is needed.`;
  const how = comparison.explanation ? ` ${comparison.explanation}` : '';
  const data = { at, reference, answer };
  return {
    verdict: 'wrong',
    message: `${message}${how}`,
    evidence: summary,
    witness: { summary, data },
  };
}
