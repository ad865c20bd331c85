import type { Atoms } from './atoms';
import type { Fraction } from './fraction';
import {
  constant,
  inverse,
  negated,
  onlyTerm,
  type Polynomial,
  polynomialOf,
  product,
  sum,
  ZERO_POLYNOMIAL,
} from './polynomial';

const HALF: Fraction = { top: 1n, bottom: 2n };

/** A quadratic form in vectors: the coefficient of each product of two of them. */
class QuadraticForm {
  readonly #entries = new Map<string, Map<string, Polynomial>>();

  at(a: string, b: string): Polynomial {
    return this.#entries.get(a)?.get(b) ?? ZERO_POLYNOMIAL;
  }

  add(a: string, b: string, coefficient: Polynomial): void {
    for (const [row, column] of a === b ? [[a, a] as const] : [[a, b] as const, [b, a] as const]) {
      const entries = this.#entries.get(row) ?? new Map<string, Polynomial>();
      entries.set(column, sum(entries.get(column) ?? ZERO_POLYNOMIAL, coefficient));
      this.#entries.set(row, entries);
    }
  }

  /** Every coefficient has a value, whatever the values of its atoms. */
  isWhole(atoms: Atoms): boolean {
    const coefficients = [...this.#entries.values()].flatMap((row) => [...row.values()]);
    return coefficients.every((coefficient) =>
      [...coefficient.values()].every(({ powers }) =>
        [...powers].every(([id, power]) => power > 0 || atoms.hasSign(id)),
      ),
    );
  }

  get vectors(): string[] {
    return [...this.#entries.keys()];
  }

  /** Without a vector: what is left once its square is completed. */
  without(pivot: string, over: Polynomial): QuadraticForm {
    const rest = new QuadraticForm();
    const others = this.vectors.filter((id) => id !== pivot);
    for (const [index, a] of others.entries()) {
      for (const b of others.slice(index)) {
        const square = product(product(this.at(pivot, a), this.at(pivot, b)), over);
        const left = sum(this.at(a, b), negated(square));
        if (left.size > 0) rest.add(a, b, left);
      }
    }
    return rest;
  }
}

/**
 * Whether a number is by its form a sum of squares of vectors and of products that are never
 * negative: then it is never negative. Squares are completed one after another (Lagrange's
 * reduction); that none is found says nothing.
 */
export function isSumOfSquares(atoms: Atoms, polynomial: Polynomial): boolean {
  let form = new QuadraticForm();
  for (const term of polynomial.values()) {
    const products = [...term.powers].flatMap(([id, power]) => {
      const meaning = atoms.meanings.get(id);
      return meaning?.kind === 'inner' ? [{ id, power, meaning }] : [];
    });
    const [only] = products;
    if (!only) {
      if (!atoms.isNeverNegative(polynomialOf([term]))) return false;
      continue;
    }
    if (products.length > 1 || only.power !== 1) return false;
    const powers = new Map(term.powers);
    powers.delete(only.id);
    const { left, right } = only.meaning;
    const whole = polynomialOf([{ coefficient: term.coefficient, powers }]);
    form.add(left, right, left === right ? whole : product(whole, constant(HALF)));
  }
  for (let left = form.vectors.length; left > 0; left--) {
    const pivot = form.vectors.find((id) => isPivot(atoms, form.at(id, id)));
    const over = pivot === undefined ? null : inverse(form.at(pivot, pivot));
    if (pivot === undefined || !over) break;
    form = form.without(pivot, over);
    // An identity of polynomials holds where a factor that was divided by is zero, too.
    if (!form.isWhole(atoms)) return false;
  }
  const isDone = form.vectors.every((a) =>
    form.vectors.every((b) =>
      a === b ? atoms.isNeverNegative(form.at(a, a)) : form.at(a, b).size === 0,
    ),
  );
  return isDone;
}

/** One term that is never negative. */
function isPivot(atoms: Atoms, polynomial: Polynomial): boolean {
  return onlyTerm(polynomial) !== null && atoms.isNeverNegative(polynomial);
}
