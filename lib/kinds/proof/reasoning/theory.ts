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
import { isSumOfSquares } from '@/lib/kinds/proof/reasoning/algebra/squares';
import { type Demand, Translator } from '@/lib/kinds/proof/reasoning/algebra/translate';
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
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Applied, appliedIn } from './applied';
import { denial, type Fact, factOf, monic, monicVector, ofSizeOne } from './fact';
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

/** What values can be chosen for: scalars, and vectors that nothing is known of. */
export interface FreeNames {
  scalars: readonly string[];
  vectors: readonly string[];
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
    this.#facts = related
      .filter((statement) => !equations.includes(statement))
      .map((statement) => this.#fact(statement));
    this.#meant = related.flatMap((statement) => this.#meantBy(statement));
  }

  /** Whether nothing but polynomials, norms and roots was spoken of so far. */
  get isAlgebraic(): boolean {
    return this.atoms.exponentials.points.length === 0;
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

  /** What is free in the statements and one more. */
  freeIn(more: Statement): FreeNames {
    const { table } = this.#language;
    const trees = [...this.statements, more].flatMap(({ left, right }) => [left, right]);
    const symbols = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))];
    const calls = trees.flatMap(appliedIn);
    const isNumber = ({ id }: Applied) => {
      const type = table.typeOf(id);
      return type?.kind === 'function' && type.to.every((size) => size === 1);
    };
    const named = (wanted: boolean) =>
      calls.filter((call) => isNumber(call) === wanted).map((call) => this.nameOf(call));
    const vectors = [
      ...symbols.filter((id) => table.typeOf(id)?.kind === 'matrix'),
      ...named(false),
    ];
    return {
      scalars: [
        ...symbols.filter((id) => table.typeOf(id)?.kind === 'scalar'),
        ...new Set(named(true)),
      ],
      vectors: [...new Set(vectors.flatMap((id) => [...this.resolved(id).keys()]))],
    };
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
    if (this.isAlgebraic) return [];
    return this.demands(statement).flatMap(({ kind, of }): Fact[] =>
      kind === 'positive' ? [{ operator: '<', polynomial: negated(of) }] : [],
    );
  }

  #problem(more: readonly Fact[], setting: Setting, claim?: Statement): SmtProblem {
    const problem = new SmtProblem(this.atoms, (id) => this.#language.scalars.facts(id), setting);
    const meant = claim ? this.#meantBy(claim) : [];
    for (const fact of [...this.#facts, ...this.#meant, ...more, ...meant]) problem.assert(fact);
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
