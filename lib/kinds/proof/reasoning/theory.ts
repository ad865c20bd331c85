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
import { denial, type Fact, factOf, monic, monicVector, ofSizeOne } from './fact';
import type { Applied } from './functions/applied';
import { type Congruence, congruencesIn } from './functions/congruences';
import { type Clause, declaredOf } from './functions/interpolation';
import type { Language } from './language';
import { atEveryPoint, meanOf } from './lemmas/means';
import { declareMatrices } from './matrices/symmetric';
import { type Setting, SmtProblem } from './smt';

/** What is so of a number that does not meet a demand. */
const BROKEN = { 'not zero': '=', 'not negative': '<', positive: '<=' } as const;

/**
 * Statements that are taken for true, put into a form that can be asked: equations between vectors
 * are solved, and what is left is a problem on inner products. Throws `Unsupported` or `TooLarge`
 * where a statement cannot be worked with.
 */
export class Theory {
  readonly atoms: Atoms;
  /** Those that were given, and what the classes of functions say of the values in them. */
  readonly statements: readonly Statement[];
  /** Of each of these one statement holds. */
  readonly alternatives: readonly Clause[];
  /** Combinations of vectors that are zero. */
  readonly equations: readonly VectorForm[];
  readonly #language: Language;
  readonly #elimination: Elimination;
  readonly #facts: readonly Fact[];
  /** Those that hold whatever chance brings. */
  readonly #certain: readonly Fact[];
  /** That the statements have a value, as far as no atom says it. */
  readonly #meant: readonly Fact[];
  readonly #calls = new Map<string, Applied>();
  /** What was worked out once: equations do not change once they are solved. */
  readonly #values = new WeakMap<Tree, Value>();

  /** `claim` is what will be asked: what the classes of functions say of the values in it is known too. */
  constructor(language: Language, given: readonly Statement[], claim?: Statement) {
    this.#language = language;
    this.atoms = new Atoms(language.scalars);
    declareMatrices(language.matrices, this.atoms);
    // What a matrix times a vector is stays as it is, so that what is equal to it becomes that.
    this.#elimination = new Elimination(this.atoms, (id) => !this.atoms.matrices.partsOf(id));
    const spoken = claim ? [claim, ...given] : given;
    const declared = declaredOf(language.classes, spoken, (call) => this.nameOf(call));
    const statements = [...given, ...declared.statements];
    this.statements = statements;
    this.alternatives = declared.alternatives;
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
  nameOf(call: Applied): string {
    const plain = new Translator(this.#language.table, this.atoms);
    const name = appliedId(
      call.id,
      call.args.map((arg) => plain.value(arg)),
    );
    this.#calls.set(name, call);
    return name;
  }

  /** The value of a function that was called so; null of any other name. */
  callNamed(name: string): Applied | null {
    return this.#calls.get(name) ?? null;
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
    if (setting.kind !== 'lemmas')
      for (const clause of this.alternatives)
        problem.assertOneOf(clause.map((each) => this.#square(each)));
    // Equations that no vector could be solved for hold entry by entry; their squares say it too.
    for (const form of this.#elimination.open)
      problem.assert({ operator: '=', polynomial: this.atoms.inner(form, form) });
    return problem;
  }

  /** Values of one function are spoken of at arguments that may or may not be equal. */
  needsCongruence(claim?: Statement): boolean {
    return this.#congruences(claim).some(({ isEqual }) => !isEqual);
  }

  #congruences(claim?: Statement): Congruence[] {
    const statements = claim ? [...this.statements, claim] : this.statements;
    return congruencesIn(
      statements,
      (call) => this.nameOf(call),
      (each) => this.#square(each),
    );
  }

  /** A relation between numbers; vectors are equal where the square of their distance is zero. */
  #square(statement: Statement): Fact {
    const gap = this.gap(statement);
    const { operator } = statement;
    if (gap.kind === 'vector' && (operator === '=' || operator === '!='))
      return { operator, polynomial: this.atoms.inner(gap.form, gap.form) };
    return this.#fact(statement);
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
