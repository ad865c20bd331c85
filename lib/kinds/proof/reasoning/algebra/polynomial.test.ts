import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fraction, fraction } from './fraction';
import {
  constant,
  keyOfPolynomial,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from './polynomial';

const coefficients = fc
  .tuple(fc.bigInt({ min: -9n, max: 9n }), fc.bigInt({ min: 1n, max: 9n }))
  .map(([top, bottom]) => fraction(top, bottom));
const powers = fc
  .dictionary(fc.constantFrom('x', 'y', 'z'), fc.constantFrom(-2, -1, 1, 2, 3), { maxKeys: 3 })
  .map((record) => new Map(Object.entries(record)));
const polynomials: fc.Arbitrary<Polynomial> = fc
  .array(fc.record({ coefficient: coefficients, powers }), { maxLength: 5 })
  .map((terms) => polynomialOf(terms.filter(({ coefficient }) => coefficient.top !== 0n)));

/** The value with a prime for every atom: what the polynomial is as a function. */
const AT = new Map([
  ['x', 101n],
  ['y', 103n],
  ['z', 107n],
]);
function valueAtPrimes(polynomial: Polynomial): Fraction {
  let value = fraction(0n);
  for (const { coefficient, powers: exponents } of polynomial.values()) {
    let { top, bottom } = coefficient;
    for (const [id, exponent] of exponents) {
      const size = (AT.get(id) ?? 1n) ** BigInt(Math.abs(exponent));
      if (exponent > 0) top *= size;
      else bottom *= size;
    }
    value = fraction(value.top * bottom + top * value.bottom, value.bottom * bottom);
  }
  return value;
}

describe('sums and products', () => {
  it('have the values of what they are made of, and no term that is zero', () => {
    fc.assert(
      fc.property(polynomials, polynomials, polynomials, (a, b, c) => {
        const [x, y, z] = [a, b, c].map(valueAtPrimes);
        if (!x || !y || !z) return;
        const total = sum(a, b, c);
        const times = product(a, b);
        expect(valueAtPrimes(total)).toEqual(
          fraction(
            x.top * y.bottom * z.bottom + y.top * x.bottom * z.bottom + z.top * x.bottom * y.bottom,
            x.bottom * y.bottom * z.bottom,
          ),
        );
        expect(valueAtPrimes(times)).toEqual(fraction(x.top * y.top, x.bottom * y.bottom));
        for (const polynomial of [total, times])
          for (const { coefficient } of polynomial.values()) expect(coefficient.top).not.toBe(0n);
      }),
    );
  });

  it('are the same whatever the order, and change nothing that they are made of', () => {
    fc.assert(
      fc.property(polynomials, polynomials, (a, b) => {
        const before = [a, b].map(keyOfPolynomial);
        expect(keyOfPolynomial(sum(a, b))).toBe(keyOfPolynomial(sum(b, a)));
        expect(keyOfPolynomial(product(a, b))).toBe(keyOfPolynomial(product(b, a)));
        expect(keyOfPolynomial(product(a, constant(fraction(1n))))).toBe(keyOfPolynomial(a));
        expect([a, b].map(keyOfPolynomial)).toEqual(before);
      }),
    );
  });
});
