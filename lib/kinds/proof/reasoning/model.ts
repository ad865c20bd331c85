import { isOfChance } from '@/lib/kinds/proof/reading/chance';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { VectorForm } from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { holds } from '@/lib/math/numbers/comparison';
import { Digits } from './digits';
import { type KnownFunctions, NONE_KNOWN } from './functions/known-functions';
import { areFunctions } from './functions/single-valued';
import type { Language } from './language';
import { KnownMatrices, type Rows } from './matrices/known-matrices';
import { atOutcome, OUTCOMES } from './outcomes';
import { inner, isList, minus, type Point, plus, times, valueOfPolynomial } from './points';
import type { Theory } from './theory';
import { NoValue, Working } from './working';

/** Values for every symbol, in a space of a few dimensions. */
export class Model {
  readonly dimension: number;
  readonly #language: Language;
  readonly #theory: Theory;
  readonly #values: ReadonlyMap<string, Digits>;
  readonly #working = new Working();
  /** What chance brings. */
  #outcome = OUTCOMES[0] ?? 1;
  /** The entry that a sum is at. */
  #entry: { name: string; at: number } | null = null;
  readonly #resolve: (id: string) => VectorForm;
  readonly #known: KnownFunctions;
  readonly #matrices: KnownMatrices;
  /**
   * @param values of scalars by their id and of entries of vectors as `id[1]`, `id[2]`; what is
   * missing is 0 or the simplest number of its domain
   * @param resolve says what a vector is through others
   * @param known functions that are worked out; of others values are given
   */
  constructor(
    language: Language,
    theory: Theory,
    dimension: number,
    values: ReadonlyMap<string, Digits>,
    resolve: (id: string) => VectorForm = (id) => theory.resolved(id),
    known: KnownFunctions = NONE_KNOWN,
  ) {
    this.#language = language;
    this.#theory = theory;
    this.dimension = dimension;
    this.#values = values;
    this.#resolve = resolve;
    this.#known = known;
    this.#matrices = new KnownMatrices(theory.atoms.matrices, dimension, values);
  }

  /** The value of an expression; null where it has none. */
  valueOf(tree: Tree): Point | null {
    this.#working.begin();
    return this.#valueOrNone(tree);
  }

  #valueOrNone(tree: Tree): Point | null {
    try {
      return this.#value(tree);
    } catch (error) {
      if (error instanceof NoValue) return null;
      throw error;
    }
  }

  /** The entries of a symmetric matrix; null of anything else. */
  matrixOf(id: string): Rows | null {
    return this.#matrices.rowsOf(id);
  }

  /** The values of what depends on chance, each as likely as the others; null of anything else. */
  valuesByChance(tree: Tree): readonly Point[] | null {
    if (!isOfChance(tree, (id) => this.#language.scalars.isRandom(id))) return null;
    const values = OUTCOMES.map((outcome) => {
      this.#outcome = outcome;
      return this.valueOf(tree);
    });
    return values.filter((value) => value !== null);
  }

  /** Whether a side is known to have no value. */
  lacksValue(statement: Statement): boolean {
    const lacks = this.#outcomesOf(statement).some((outcome) => {
      this.#outcome = outcome;
      return [statement.left, statement.right].some((side) => this.valueOf(side) === null);
    });
    return lacks && !this.#working.isBeyond;
  }

  /** Whether a statement is so; null where a side has no value, and of limits. */
  satisfies(statement: Statement): boolean | null {
    const results = this.#outcomesOf(statement).map((outcome) =>
      this.#satisfiesAt(statement, outcome),
    );
    if (results.includes(false)) return false;
    return results.includes(null) ? null : true;
  }

  /** All outcomes of chance for what depends on them. */
  #outcomesOf({ left, right }: Statement): readonly number[] {
    const { scalars } = this.#language;
    const isRandom = (id: string) => scalars.isRandom(id);
    const depends = isOfChance(left, isRandom) || isOfChance(right, isRandom);
    return depends ? OUTCOMES : OUTCOMES.slice(0, 1);
  }

  #satisfiesAt({ operator, left, right }: Statement, outcome: number): boolean | null {
    this.#working.begin();
    this.#outcome = outcome;
    const [a, b] = [this.#valueOrNone(left), this.#valueOrNone(right)];
    if (operator === '->' || a === null || b === null) return null;
    const gap = minus(a, b, this.#working);
    if (!(gap instanceof Digits)) {
      const isZero = isList(gap) && gap.every((entry) => this.#working.isZero(entry));
      return operator === '=' ? isZero : operator === '!=' ? !isZero : null;
    }
    const sign = this.#working.signOf(gap);
    return sign === null ? null : holds(operator, sign);
  }

  /** Whether scalars lie in their domains, and functions have one value for one argument. */
  isSound(statements: readonly Statement[]): boolean {
    if (this.#working.isBeyond) return false;
    const trees = statements.flatMap(({ left, right }) => [left, right]);
    const { table, scalars } = this.#language;
    const ids = new Set(trees.flatMap((tree) => [...symbolsIn(tree)]));
    const outcomes = [...ids].some((id) => scalars.isRandom(id)) ? OUTCOMES : OUTCOMES.slice(0, 1);
    const isInside = outcomes.every((outcome) => {
      this.#outcome = outcome;
      return [...ids].every(
        (id) =>
          table.typeOf(id)?.kind !== 'scalar' || scalars.contains(id, this.#scalar(id).toNumber()),
      );
    });
    const satisfies = (statement: Statement) => this.satisfies(statement);
    const isRandom = (id: string) => scalars.isRandom(id);
    return isInside && areFunctions(trees, this.#known, isRandom, satisfies);
  }

  #scalar(id: string): Digits {
    const isRandom = this.#language.scalars.isRandom(id);
    const assigned = this.#values.get(isRandom ? atOutcome(id, this.#outcome) : id);
    if (assigned) return assigned;
    const pleasant = [1, 0, 0.5, 2, -1, 3].find((value) =>
      this.#language.scalars.contains(id, value),
    );
    return new Digits(pleasant ?? 0);
  }

  /** The value of a vector that equations express through free vectors. */
  vector(id: string): readonly Digits[] {
    const entries = Array.from({ length: this.dimension }, () => new Digits(0));
    for (const [free, coefficient] of this.#resolve(id)) {
      const factor = valueOfPolynomial(coefficient, (atom) => this.#atom(atom), this.#working);
      const point =
        this.#known.vectorOf(this.#theory.callNamed(free), (call) => this.#value(call)) ??
        this.#matrices.vectorOf(free, (id) => this.vector(id), this.#working);
      for (const [index, entry] of entries.entries()) {
        const own = point?.[index] ?? this.#values.get(`${free}[${index + 1}]`) ?? new Digits(0);
        entries[index] = this.#working.met(entry.plus(this.#working.met(factor.times(own))));
      }
    }
    return entries;
  }

  /** Coefficients of vectors are made of scalars and inner products. */
  #atom(id: string): Digits {
    const meaning = this.#theory.atoms.meanings.get(id);
    if (meaning?.kind === 'scalar') return this.#scalar(meaning.id);
    if (meaning?.kind === 'inner')
      return inner(this.vector(meaning.left), this.vector(meaning.right));
    throw new NoValue();
  }

  #value(tree: Tree): Point {
    const point = this.#worked(tree);
    for (const entry of isList(point) ? point : [point]) this.#working.met(entry);
    return point;
  }

  #worked(tree: Tree): Point {
    switch (tree.kind) {
      case 'number':
        return new Digits(tree.text);
      case 'constant':
        if (tree.name !== 'e') throw new NoValue();
        return this.#working.exponential(new Digits(1));
      case 'symbol': {
        const type = this.#language.table.typeOf(tree.id);
        if (type?.kind !== 'matrix') return this.#scalar(tree.id);
        return type.shape.includes(1) ? this.vector(tree.id) : this.#working.giveUp();
      }
      case 'apply':
        return this.#applied(tree);
      case 'negate':
        return times(new Digits(-1), this.#value(tree.operand), this.#working);
      case 'add':
        return plus(this.#value(tree.left), this.#value(tree.right));
      case 'subtract':
        return minus(this.#value(tree.left), this.#value(tree.right), this.#working);
      case 'multiply':
      case 'dot':
      case 'inner':
        return (
          this.#matrices.product(tree, (part) => this.#value(part)) ??
          times(this.#value(tree.left), this.#value(tree.right), this.#working)
        );
      case 'divide': {
        const over = this.#working.inverse(this.#number(tree.right));
        return times(over, this.#value(tree.left), this.#working);
      }
      case 'power':
        if (tree.left.kind === 'constant' && tree.left.name === 'e')
          return this.#working.exponential(this.#number(tree.right));
        return this.#working.power(this.#number(tree.left), this.#number(tree.right));
      case 'transpose':
        return this.#value(tree.operand);
      case 'norm': {
        const value = this.#value(tree.operand);
        return isList(value) ? this.#working.root(inner(value, value)) : value.abs();
      }
      case 'size':
        return new Digits(this.dimension);
      case 'expectation':
        return this.#mean(tree.body);
      case 'sum':
        return this.#sum(tree);
      case 'entry':
        return this.#entryOf(tree);
      case 'indicator':
        return this.#indicator(tree.condition);
      case 'call':
        return this.#working.call(
          tree.name,
          tree.args.map((arg) => this.#number(arg)),
        );
      default:
        throw new NoValue();
    }
  }

  #applied(call: TreeOf<'apply'>): Point {
    const known = this.#known.at(call, (arg) => this.#value(arg), this.#working);
    if (known) return known;
    const id = this.#theory.nameOf(call);
    const type = this.#language.table.typeOf(call.id);
    const isNumber = type?.kind === 'function' && type.to.every((size) => size === 1);
    return isNumber ? this.#scalar(id) : this.vector(id);
  }

  #mean(body: Tree): Digits {
    const outside = this.#outcome;
    const values = OUTCOMES.map((outcome) => {
      this.#outcome = outcome;
      return this.#number(body);
    });
    this.#outcome = outside;
    return Digits.sum(...values).div(values.length);
  }

  /** Over all entries of vectors; other sums are not worked out. */
  #sum({ variable, from, to, body }: TreeOf<'sum'>): Digits {
    const isFromFirst = from.kind === 'number' && Number(from.text) === 1;
    if (!isFromFirst || to.kind !== 'size') this.#working.giveUp();
    const outer = this.#entry;
    try {
      const values = Array.from({ length: this.dimension }, (_, index) => {
        this.#entry = { name: variable, at: index };
        return this.#number(body);
      });
      return Digits.sum(...values);
    } finally {
      this.#entry = outer;
    }
  }

  #entryOf({ operand, row }: TreeOf<'entry'>): Digits {
    const value = this.#value(operand);
    const entry = row.kind === 'bound' && row.name === this.#entry?.name && this.#entry;
    const at = isList(value) && entry ? value[entry.at] : undefined;
    return at ?? this.#working.giveUp();
  }

  #indicator(condition: Tree): Digits {
    if (condition.kind !== 'relation') return this.#working.giveUp();
    const gap = this.#number(condition.left).minus(this.#number(condition.right));
    const sign = this.#working.signOf(gap) ?? this.#working.giveUp();
    return new Digits(holds(condition.operator, sign) ? 1 : 0);
  }

  #number(tree: Tree): Digits {
    const value = this.#value(tree);
    if (isList(value)) throw new NoValue();
    return value;
  }
}
