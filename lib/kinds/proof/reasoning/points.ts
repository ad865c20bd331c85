import type { Polynomial } from './algebra/polynomial';
import { Digits } from './digits';
import { NoValue, type Working } from './working';

/** A number, or the entries of a vector. */
export type Point = Digits | readonly Digits[];

/** The sum; a literal zero is the zero of any shape. */
export function plus(a: Point, b: Point): Point {
  if (!isList(a) && !isList(b)) return a.plus(b);
  if (isList(a) && isList(b)) return a.map((entry, index) => entry.plus(b[index] ?? new Digits(0)));
  const [number, list] = isList(a) ? [b, a] : [a, b];
  if (!isList(number) && number.isZero()) return list;
  throw new NoValue();
}

export function minus(a: Point, b: Point, working: Working): Point {
  return plus(a, times(new Digits(-1), b, working));
}

export function times(a: Point, b: Point, working: Working): Point {
  if (isList(a)) return isList(b) ? inner(a, b) : a.map((entry) => entry.times(b));
  return isList(b) ? b.map((entry) => entry.times(a)) : working.product(a, b);
}

export function isList(point: Point): point is readonly Digits[] {
  return Array.isArray(point);
}

export function inner(a: readonly Digits[], b: readonly Digits[]): Digits {
  return a.reduce<Digits>(
    (sum, entry, index) => sum.plus(entry.times(b[index] ?? new Digits(0))),
    new Digits(0),
  );
}

/** The value of a polynomial in atoms. */
export function valueOfPolynomial(
  polynomial: Polynomial,
  atom: (id: string) => Digits,
  working: Working,
): Digits {
  const terms = [...polynomial.values()].map(({ coefficient: { top, bottom }, powers }) =>
    [...powers].reduce(
      (result, [id, exponent]) => result.times(atom(id).pow(exponent)),
      new Digits(top.toString()).div(bottom.toString()),
    ),
  );
  return terms.reduce((sum, term) => working.met(sum.plus(working.met(term))), new Digits(0));
}
