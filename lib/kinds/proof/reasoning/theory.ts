import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { Elimination } from '@/lib/kinds/proof/reasoning/algebra/elimination';
import {
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  type Polynomial,
  sum,
  TooLarge,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Demand } from '@/lib/kinds/proof/reasoning/algebra/powers';
import { isSumOfSquares } from '@/lib/kinds/proof/reasoning/algebra/squares';
import { Translator } from '@/lib/kinds/proof/reasoning/algebra/translate';
import {
  appliedId,
  difference,
  Unsupported,
  type Value,
} from '@/lib/kinds/proof/reasoning/algebra/value';
import {
  keyOfVector,
  type VectorForm,
  vector,
} from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Applied, appliedIn } from './applied';
import { denial, type Fact, factOf, monic, monicVector, ofSizeOne } from './fact';
import { atEveryPoint, meanOf } from './lemmas/means';
import type { Scalars } from './scalars';
import { type Setting, SmtProblem } from './smt';

/** Values of functions that are told apart; every two of them may have to be compared. */
const MOST_CALLS = 40;

/** What is so of a number that does not meet a demand. */
const BROKEN = { 'not zero': '=', 'not negative': '<', positive: '<=' } as const;

/** What the statements of a theory are about. */
export interface Language {
  table: SymbolTable;
  scalars: Scalars;
}

/**
 * Statements that are taken for true, put into a form that can be asked: equations between vectors
 * are solved, and what is left is a problem on inner products. Throws `Unsupported` or `TooLarge`
 * where a statement cannot be worked with.
 */
export class Theory {
  readonly atoms: Atoms;
  readonly statements: readonly Statement[];
  /** Combinations of vectors that are zero. */
  readonly equations: readonly VectorForm[];
  readonly #language: Language;
  readonly #elimination: Elimination;
  readonly #facts: readonly Fact[];
  /** Those that hold whatever chance brings. */
  readonly #certain: readonly Fact[];
  /** That the statements have a value, as far as no atom says it. */
  readonly #meant: readonly Fact[];
  /** What was worked out once: equations do not change once they are solved. */
  readonly #values = new WeakMap<Tree, Value>();

  constructor(language: Language, statements: readonly Statement[]) {
    this.#language = language;
    this.statements = statements;
    this.atoms = new Atoms(language.scalars);
    this.#elimination = new Elimination(this.atoms);
    const related = statements.filter(({ operator }) => operator !== '->');
    const isEquation = (statement: Statement) =>
      statement.operator !== '!=' && this.gap(statement).kind === 'vector';
    // Vectors first, so that numbers are written in those that nothing is known of.
    const equations = related.filter(isEquation);
    this.equations = equations.map((statement) => {
      const gap = this.gap(statement);
      if (gap.kind !== 'vector' || statement.operator !== '=')
        throw new Unsupported('an order of vectors');
      return gap.form;
    });
    for (const form of this.equations) this.#elimination.add(form);
    const others = related.filter((statement) => !equations.includes(statement));
    this.#facts = others.map((statement) => this.#fact(statement));
    this.#certain = this.#facts.filter((_, index) => !others[index]?.isOfOneChance);
    this.#meant = related.flatMap((statement) => this.#meantBy(statement));
  }

  /** Whether nothing but polynomials, norms and roots was spoken of so far. */
  get isAlgebraic(): boolean {
    return this.atoms.exponentials.points.length === 0 && !this.atoms.functionals.areThere;
  }

  /** What is enough for a statement on means or sums, at every point; null of any other. */
  atEveryPoint(statement: Statement): Fact | null {
    if (!this.atoms.functionals.areThere || this.#gapIsVector(statement)) return null;
    return atEveryPoint(this.#fact(statement), this.atoms);
  }

  #gapIsVector(statement: Statement): boolean {
    return this.gap(statement).kind === 'vector';
  }

  /** What is certain, for means; nothing may be supposed of chance where means are spoken of. */
  #means(): Fact[] {
    if (!this.atoms.functionals.areThere) return [];
    const { functionals } = this.atoms;
    const isOfChance = (fact: Fact) => functionals.isIn(fact.polynomial, { kind: 'mean' });
    if (this.#facts.some((fact) => isOfChance(fact) && !this.#certain.includes(fact)))
      throw new Unsupported('means where something is supposed of a random variable');
    return this.#certain.flatMap((fact) => meanOf(fact, this.atoms));
  }

  /** The difference of the sides in vectors that nothing is known of. */
  gap({ left, right }: Statement): Value {
    const translator = this.#translator();
    return difference(translator.value(left), translator.value(right));
  }

  value(tree: Tree): Value {
    const value = this.#values.get(tree) ?? this.#translator().value(tree);
    this.#values.set(tree, value);
    return value;
  }

  /** A vector in those that nothing is known of. */
  resolved(id: string): VectorForm {
    return this.#elimination.reduced(vector(id));
  }

  /** What the value of a function is called. */
  nameOf({ id, args }: Applied): string {
    const plain = new Translator(this.#language.table, this.atoms);
    return appliedId(
      id,
      args.map((arg) => plain.value(arg)),
    );
  }

  /** What has to be so for a statement to have a meaning, as far as its form does not tell. */
  demands({ left, right }: Statement): readonly Demand[] {
    const translator = this.#translator();
    for (const side of [left, right]) translator.value(side);
    return translator.demands;
  }

  /** The same text for statements that differ by rearranging and factors only; null of what is too hard. */
  keyOf(statement: Statement): string | null {
    return workable(() => {
      const gap = this.gap(statement);
      if (gap.kind === 'vector')
        return `${statement.operator} ${keyOfVector(monicVector(gap.form))}`;
      if (statement.operator === '->') return `-> ${keyOfPolynomial(monic(gap.polynomial))}`;
      const { operator, polynomial } = factOf(statement.operator, gap.polynomial);
      const isSymmetric = operator === '=' || operator === '!=';
      return `${operator} ${keyOfPolynomial(isSymmetric ? monic(polynomial) : ofSizeOne(polynomial))}`;
    });
  }

  /** Whether it is so by the algebra alone. */
  isIdentity(statement: Statement): boolean {
    if (statement.operator !== '=') return false;
    const gap = this.gap(statement);
    return gap.kind === 'vector' ? gap.form.size === 0 : gap.polynomial.size === 0;
  }

  /** Whether it is so because a sum of squares is never negative. */
  isBySquares(statement: Statement): boolean {
    if (statement.operator !== '<=' && statement.operator !== '>=') return false;
    const { polynomial } = this.#fact(statement);
    return isSumOfSquares(this.atoms, negated(polynomial));
  }

  /** The problem of satisfying all that is known and the denial of a statement, which is no limit. */
  without(statement: Statement, setting: Setting): SmtProblem {
    const gap = this.gap(statement);
    const isEquation = gap.kind === 'vector' && statement.operator === '=';
    const denied: Fact = isEquation
      ? { operator: '!=', polynomial: this.atoms.inner(gap.form, gap.form) }
      : denial(this.#fact(statement));
    return this.#problem([denied], setting, statement);
  }

  /** The problem of satisfying all that is known and breaking a demand. */
  breaking({ kind, of }: Demand, setting: Setting): SmtProblem {
    const operator = BROKEN[kind];
    return this.#problem([{ operator, polynomial: of }], setting);
  }

  /** That a number is at least 0, and less than 1. */
  betweenZeroAndOne(polynomial: Polynomial): readonly [Fact, Fact] {
    return [
      { operator: '<=', polynomial: negated(polynomial) },
      { operator: '<', polynomial: sum(polynomial, negated(ONE_POLYNOMIAL)) },
    ];
  }

  /** The problem of satisfying all that is known and the denial of a relation between numbers. */
  denying(fact: Fact, setting: Setting): SmtProblem {
    return this.#problem([denial(fact)], setting);
  }

  /** The problem of satisfying all that is known. */
  itself(setting: Setting): SmtProblem {
    return this.#problem([], setting);
  }

  /** What logarithms in a statement are taken of is positive; an atom says only that it is not zero. */
  #meantBy(statement: Statement): Fact[] {
    if (this.atoms.exponentials.points.length === 0) return [];
    return this.demands(statement).flatMap(({ kind, of }): Fact[] =>
      kind === 'positive' ? [{ operator: '<', polynomial: negated(of) }] : [],
    );
  }

  #problem(more: readonly Fact[], setting: Setting, claim?: Statement): SmtProblem {
    const problem = new SmtProblem(this.atoms, (id) => this.#language.scalars.facts(id), setting);
    const meant = claim ? this.#meantBy(claim) : [];
    const known = [...this.#facts, ...this.#means(), ...this.#meant];
    for (const fact of [...known, ...more, ...meant]) problem.assert(fact);
    for (const { isEqual, either, values } of this.#congruences(claim)) {
      if (isEqual) problem.assert(values);
      else if (setting.kind === 'entries' && setting.congruent) problem.assertOneOf(either);
    }
    // Equations that no vector could be solved for hold entry by entry; their squares say it too.
    for (const form of this.#elimination.open)
      problem.assert({ operator: '=', polynomial: this.atoms.inner(form, form) });
    return problem;
  }

  /** Values of one function are spoken of at arguments that may or may not be equal. */
  needsCongruence(claim?: Statement): boolean {
    return this.#congruences(claim).some(({ isEqual }) => !isEqual);
  }

  /** Of each two values of one function: their arguments differ, or the values are equal. */
  #congruences(claim?: Statement): { isEqual: boolean; values: Fact; either: Fact[] }[] {
    const statements = claim ? [...this.statements, claim] : this.statements;
    const calls = statements.flatMap(({ left, right }) => [left, right]).flatMap(appliedIn);
    const distinct = [...new Map(calls.map((call) => [this.nameOf(call), call])).values()];
    if (distinct.length > MOST_CALLS) throw new TooLarge();
    return distinct.flatMap((a, index) =>
      distinct.slice(index + 1).flatMap((b) => {
        const [first, second] = [a.args[0], b.args[0]];
        if (a.id !== b.id || a.args.length !== 1 || !first || !second) return [];
        const [differ, values] = [this.#square('!=', first, second), this.#square('=', a, b)];
        const isEqual = differ.polynomial.size === 0;
        return [{ isEqual, values, either: [differ, values] }];
      }),
    );
  }

  #square(operator: '=' | '!=', left: Tree, right: Tree): Fact {
    const gap = this.gap({ operator, left, right });
    if (gap.kind === 'scalar') return { operator, polynomial: gap.polynomial };
    return { operator, polynomial: this.atoms.inner(gap.form, gap.form) };
  }

  #fact(statement: Statement): Fact {
    const gap = this.gap(statement);
    // Vectors differ where their distance is not zero.
    if (gap.kind === 'vector' && statement.operator === '!=')
      return { operator: '!=', polynomial: this.atoms.inner(gap.form, gap.form) };
    if (gap.kind === 'vector' || statement.operator === '->')
      throw new Unsupported('an order of vectors');
    return factOf(statement.operator, gap.polynomial);
  }

  #translator(): Translator {
    return new Translator(this.#language.table, this.atoms, (id) => this.resolved(id));
  }
}

/** The value where the work can be done; null where it is beyond what proofs are worked out with. */
export function workable<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unsupported || error instanceof TooLarge) return null;
    throw error;
  }
}
