import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { VectorForm } from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { holds } from '@/lib/math/numbers/comparison';
import { type Applied, appliedIn } from './applied';
import { Digits } from './digits';
import type { Language, Theory } from './theory';
import { NoValue, Working } from './working';

/** A number, or the entries of a vector. */
type Point = Digits | readonly Digits[];

/** Values for every symbol, in a space of a few dimensions. */
export class Model {
  readonly dimension: number;
  readonly #language: Language;
  readonly #theory: Theory;
  readonly #values: ReadonlyMap<string, Digits>;
  readonly #working = new Working();
  readonly #resolve: (id: string) => VectorForm;
  /**
   * @param values of scalars by their id and of entries of vectors as `id[1]`, `id[2]`; what is
   * missing is 0 or the simplest number of its domain
   * @param resolve says what a vector is through others
   */
  constructor(
    language: Language,
    theory: Theory,
    dimension: number,
    values: ReadonlyMap<string, Digits>,
    resolve: (id: string) => VectorForm = (id) => theory.resolved(id),
  ) {
    this.#language = language;
    this.#theory = theory;
    this.dimension = dimension;
    this.#values = values;
    this.#resolve = resolve;
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

  /** Whether a side is known to have no value. */
  lacksValue({ left, right }: Statement): boolean {
    const lacks = [left, right].some((side) => this.valueOf(side) === null);
    return lacks && !this.#working.isBeyond;
  }

  /** Whether a statement is so; null where a side has no value, and of limits. */
  satisfies({ operator, left, right }: Statement): boolean | null {
    this.#working.begin();
    const [a, b] = [this.#valueOrNone(left), this.#valueOrNone(right)];
    if (operator === '->' || a === null || b === null) return null;
    const gap = this.#minus(a, b);
    if (!(gap instanceof Digits)) {
      const isZero = isList(gap) && gap.every((entry) => this.#working.isZero(entry));
      return operator === '=' ? isZero : operator === '!=' ? !isZero : null;
    }
    if (this.#working.isDoubtful(gap)) return null;
    const sign = this.#working.isZero(gap) ? 0 : gap.isNegative() ? -1 : 1;
    return holds(operator, sign);
  }

  /** Whether scalars lie in their domains, and functions have one value for one argument. */
  isSound(statements: readonly Statement[]): boolean {
    if (this.#working.isBeyond) return false;
    const trees = statements.flatMap(({ left, right }) => [left, right]);
    const { table, scalars } = this.#language;
    const ids = new Set(trees.flatMap((tree) => [...symbolsIn(tree)]));
    const isInside = [...ids].every(
      (id) =>
        table.typeOf(id)?.kind !== 'scalar' || scalars.contains(id, this.#scalar(id).toNumber()),
    );
    const calls = trees.flatMap(appliedIn);
    return (
      isInside &&
      calls.every((a, index) => calls.slice(index + 1).every((b) => this.#areConsistent(a, b)))
    );
  }

  #areConsistent(a: Applied, b: Applied): boolean {
    if (a.id !== b.id) return true;
    const isSame = (x: Tree, y: Tree | undefined) =>
      y !== undefined && this.satisfies({ operator: '=', left: x, right: y }) === true;
    return !a.args.every((arg, index) => isSame(arg, b.args[index])) || isSame(a, b);
  }

  #scalar(id: string): Digits {
    const assigned = this.#values.get(id);
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
      const factor = this.#polynomial(coefficient);
      for (const [index, entry] of entries.entries()) {
        const own = this.#values.get(`${free}[${index + 1}]`) ?? new Digits(0);
        entries[index] = this.#working.met(entry.plus(this.#working.met(factor.times(own))));
      }
    }
    return entries;
  }

  #polynomial(polynomial: Polynomial): Digits {
    const terms = [...polynomial.values()].map(({ coefficient: { top, bottom }, powers }) =>
      [...powers].reduce(
        (result, [id, exponent]) => result.times(this.#atom(id).pow(exponent)),
        new Digits(top.toString()).div(bottom.toString()),
      ),
    );
    return terms.reduce(
      (sum, term) => this.#working.met(sum.plus(this.#working.met(term))),
      new Digits(0),
    );
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
        return type?.kind === 'matrix' ? this.vector(tree.id) : this.#scalar(tree.id);
      }
      case 'apply': {
        const id = this.#theory.nameOf(tree);
        const type = this.#language.table.typeOf(tree.id);
        const isNumber = type?.kind === 'function' && type.to.every((size) => size === 1);
        return isNumber ? this.#scalar(id) : this.vector(id);
      }
      case 'negate':
        return this.#times(new Digits(-1), this.#value(tree.operand));
      case 'add':
        return this.#plus(this.#value(tree.left), this.#value(tree.right));
      case 'subtract':
        return this.#minus(this.#value(tree.left), this.#value(tree.right));
      case 'multiply':
      case 'dot':
      case 'inner':
        return this.#times(this.#value(tree.left), this.#value(tree.right));
      case 'divide': {
        const over = this.#working.inverse(this.#number(tree.right));
        return this.#times(over, this.#value(tree.left));
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
      case 'call':
        return this.#working.call(
          tree.name,
          tree.args.map((arg) => this.#number(arg)),
        );
      default:
        throw new NoValue();
    }
  }

  #number(tree: Tree): Digits {
    const value = this.#value(tree);
    if (isList(value)) throw new NoValue();
    return value;
  }

  /** The sum; a literal zero is the zero of any shape. */
  #plus(a: Point, b: Point): Point {
    if (!isList(a) && !isList(b)) return a.plus(b);
    if (isList(a) && isList(b))
      return a.map((entry, index) => entry.plus(b[index] ?? new Digits(0)));
    const [number, list] = isList(a) ? [b, a] : [a, b];
    if (!isList(number) && number.isZero()) return list;
    throw new NoValue();
  }

  #minus(a: Point, b: Point): Point {
    return this.#plus(a, this.#times(new Digits(-1), b));
  }

  #times(a: Point, b: Point): Point {
    if (isList(a)) return isList(b) ? inner(a, b) : a.map((entry) => entry.times(b));
    return isList(b) ? b.map((entry) => entry.times(a)) : this.#working.product(a, b);
  }
}

function isList(point: Point): point is readonly Digits[] {
  return Array.isArray(point);
}

function inner(a: readonly Digits[], b: readonly Digits[]): Digits {
  return a.reduce<Digits>(
    (sum, entry, index) => sum.plus(entry.times(b[index] ?? new Digits(0))),
    new Digits(0),
  );
}
