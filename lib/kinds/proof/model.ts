import { Decimal } from 'decimal.js';
import { symbolsIn } from '@/lib/math/symbols-in';
import type { Tree } from '@/lib/math/tree';
import type { Polynomial } from './algebra/polynomial';
import type { VectorForm } from './algebra/vector-form';
import { type Applied, appliedIn } from './applied';
import type { Statement } from './statement';
import type { Language, Theory } from './theory';

/** Digits that models are checked with. */
const Digits = Decimal.clone({ precision: 60 });
/** Numbers closer than this are equal: far above the rounding of 60 digits, far below any solver's values. */
const EQUAL = new Digits('1e-40');

/** A number, or the entries of a vector. */
type Point = Decimal | readonly Decimal[];

/** No value: a division by zero, the root of a negative number, or something a model says nothing of. */
class NoValue extends Error {
  override name = 'NoValue';
}

/** Values for every symbol, in a space of a few dimensions. */
export class Model {
  readonly dimension: number;
  readonly #language: Language;
  readonly #theory: Theory;
  readonly #values: ReadonlyMap<string, Decimal>;
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
    values: ReadonlyMap<string, Decimal>,
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
    try {
      return this.#value(tree);
    } catch (error) {
      if (error instanceof NoValue) return null;
      throw error;
    }
  }

  /** Whether a statement is so; null where a side has no value, and of limits. */
  satisfies({ operator, left, right }: Statement): boolean | null {
    const [a, b] = [this.valueOf(left), this.valueOf(right)];
    if (operator === '->' || a === null || b === null) return null;
    const gap = this.#minus(a, b);
    if (!(gap instanceof Digits)) {
      const isZero = isList(gap) && gap.every((entry) => entry.abs().lt(EQUAL));
      return operator === '=' ? isZero : operator === '!=' ? !isZero : null;
    }
    const sign = gap.abs().lt(EQUAL) ? 0 : gap.isNegative() ? -1 : 1;
    switch (operator) {
      case '=':
        return sign === 0;
      case '!=':
        return sign !== 0;
      case '<':
        return sign < 0;
      case '<=':
        return sign <= 0;
      case '>':
        return sign > 0;
      case '>=':
        return sign >= 0;
    }
  }

  /** Whether scalars lie in their domains, and functions have one value for one argument. */
  isSound(statements: readonly Statement[]): boolean {
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

  #scalar(id: string): Decimal {
    const given = this.#values.get(id);
    if (given) return given;
    const pleasant = [1, 0, 0.5, 2, -1, 3].find((value) =>
      this.#language.scalars.contains(id, value),
    );
    return new Digits(pleasant ?? 0);
  }

  /** Of a vector that is none of the free ones through those. */
  vector(id: string): readonly Decimal[] {
    const entries = Array.from({ length: this.dimension }, () => new Digits(0));
    for (const [free, coefficient] of this.#resolve(id)) {
      const factor = this.#polynomial(coefficient);
      for (const [index, entry] of entries.entries()) {
        const own = this.#values.get(`${free}[${index + 1}]`) ?? new Digits(0);
        entries[index] = entry.plus(factor.times(own));
      }
    }
    return entries;
  }

  #polynomial(polynomial: Polynomial): Decimal {
    const terms = [...polynomial.values()].map(({ coefficient: { top, bottom }, powers }) =>
      [...powers].reduce(
        (so, [id, exponent]) => so.times(this.#atom(id).pow(exponent)),
        new Digits(top.toString()).div(bottom.toString()),
      ),
    );
    return terms.reduce((sum, term) => sum.plus(term), new Digits(0));
  }

  /** Coefficients of vectors are made of scalars and inner products. */
  #atom(id: string): Decimal {
    const meaning = this.#theory.atoms.meanings.get(id);
    if (meaning?.kind === 'scalar') return this.#scalar(meaning.id);
    if (meaning?.kind === 'inner')
      return inner(this.vector(meaning.left), this.vector(meaning.right));
    throw new NoValue();
  }

  #value(tree: Tree): Point {
    switch (tree.kind) {
      case 'number':
        return new Digits(tree.text);
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
        const bottom = this.#number(tree.right);
        if (bottom.abs().lt(EQUAL)) throw new NoValue();
        return this.#times(new Digits(1).div(bottom), this.#value(tree.left));
      }
      case 'power':
        return this.#power(this.#number(tree.left), this.#number(tree.right));
      case 'transpose':
        return this.#value(tree.operand);
      case 'norm': {
        const value = this.#value(tree.operand);
        return isList(value) ? root(inner(value, value)) : value.abs();
      }
      case 'call':
        return this.#call(
          tree.name,
          tree.args.map((arg) => this.#number(arg)),
        );
      default:
        throw new NoValue();
    }
  }

  #number(tree: Tree): Decimal {
    const value = this.#value(tree);
    if (isList(value)) throw new NoValue();
    return value;
  }

  #call(name: string, values: readonly Decimal[]): Decimal {
    const [first = new Digits(0)] = values;
    switch (name) {
      case 'max':
        return Digits.max(...values);
      case 'min':
        return Digits.min(...values);
      case 'abs':
        return first.abs();
      case 'sqrt':
        return root(first);
      default:
        throw new NoValue();
    }
  }

  #power(base: Decimal, exponent: Decimal): Decimal {
    if (base.abs().lt(EQUAL) && exponent.isNegative()) throw new NoValue();
    if (base.isNegative() && !exponent.isInteger()) throw new NoValue();
    return base.pow(exponent);
  }

  /** A literal zero is the zero of any shape. */
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
    return isList(b) ? b.map((entry) => entry.times(a)) : a.times(b);
  }
}

function isList(point: Point): point is readonly Decimal[] {
  return Array.isArray(point);
}

function inner(a: readonly Decimal[], b: readonly Decimal[]): Decimal {
  return a.reduce<Decimal>(
    (sum, entry, index) => sum.plus(entry.times(b[index] ?? new Digits(0))),
    new Digits(0),
  );
}

function root(value: Decimal): Decimal {
  if (value.lt(EQUAL.negated())) throw new NoValue();
  return Digits.max(value, 0).sqrt();
}
