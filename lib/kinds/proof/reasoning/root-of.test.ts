import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Digits, rootOf } from './digits';

const number = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 300n }), fc.integer({ min: -400, max: 100 }))
  .map(([digits, exponent]) => new Digits(`${digits}e${exponent}`).toSignificantDigits(140));

it('takes the same root as decimal.js', () => {
  fc.assert(
    fc.property(number, (x) => {
      expect(rootOf(x).toString()).toBe(x.sqrt().toString());
    }),
  );
});

it('takes exact roots exactly', () => {
  for (const root of ['1', '3', '12', '0.5', '1e-30', '123456789.125', '1e1000'])
    expect(rootOf(new Digits(root).pow(2)).toString()).toBe(new Digits(root).toString());
  expect(rootOf(new Digits(0)).isZero()).toBe(true);
  expect(rootOf(new Digits(-1)).isNaN()).toBe(true);
  expect(rootOf(new Digits(Number.POSITIVE_INFINITY)).isFinite()).toBe(false);
});
