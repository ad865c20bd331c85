import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { infiniteSum, limitOf, type SeriesValue } from './acceleration';

const exact = (value: number) => ({ parts: [value], error: 2e-16 * Math.abs(value) });
const sum = (term: (k: number) => number) => infiniteSum((k) => exact(term(k)));
const toInfinity = (f: (x: number) => number) => limitOf((k) => exact(f(2 ** k)), 30);
const toZero = (f: (x: number) => number) => limitOf((k) => exact(f(2 ** -k)), 26);

function expectValue(series: SeriesValue, truth: number) {
  if (series.kind !== 'value') throw new Error(`no value: ${series.kind}`);
  expect(Math.abs((series.parts[0] ?? Number.NaN) - truth)).toBeLessThanOrEqual(series.error);
  expect(series.error).toBeLessThan(2e-7 * Math.max(1, Math.abs(truth)));
}

describe('sums to infinity', () => {
  it.each([
    ['a geometric series', (k: number) => 2 ** -k, 2],
    ['a slow geometric series', (k: number) => 0.99 ** k, 100],
    ['1/k²', (k: number) => 1 / (k + 1) ** 2, Math.PI ** 2 / 6],
    ['k^(-3/2)', (k: number) => (k + 1) ** -1.5, 2.612375348685488],
    ['an alternating series', (k: number) => (-1) ** k / (k + 1), Math.LN2],
    ['a telescoping series', (k: number) => 1 / ((k + 1) * (k + 2)), 1],
    ['zeros first', (k: number) => (k === 20 ? 1 : 0), 1],
    ['nothing', () => 0, 0],
  ])('work out %s', (_, term, truth) => expectValue(sum(term), truth));

  it.each([
    ['1/k', (k: number) => 1 / (k + 1)],
    ['1/√k', (k: number) => (k + 1) ** -0.5],
    ['±1', (k: number) => (-1) ** k],
    ['2^k', (k: number) => 2 ** k],
  ])('name the divergence of %s', (_, term) => expect(sum(term).kind).toBe('divergent'));

  it.each([
    ['1/(k ln² k)', (k: number) => 1 / ((k + 2) * Math.log(k + 2) ** 2)],
    ['sin(k)/k²', (k: number) => Math.sin(k + 1) / (k + 1) ** 2],
  ])('leave %s open', (_, term) => expect(sum(term).kind).toBe('unsettled'));

  it('agree with q/(1-q)² for every ratio, derivative and all', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.985, noNaN: true }), (q) => {
        const accelerated = infiniteSum((k) => ({
          parts: [q ** k, k * q ** (k - 1)],
          error: 1e-15,
        }));
        if (accelerated.kind !== 'value') throw new Error(accelerated.kind);
        const [value = 0, slope = 0] = accelerated.parts;
        expect(Math.abs(value - 1 / (1 - q))).toBeLessThanOrEqual(accelerated.error);
        expect(Math.abs(slope - 1 / (1 - q) ** 2)).toBeLessThanOrEqual(accelerated.error);
      }),
    );
  });
});

describe('limits', () => {
  it.each([
    ['e^{-x}', (x: number) => Math.exp(-x), 0],
    ['x e^{-x/10}', (x: number) => x * Math.exp(-x / 10), 0],
    ['1/x', (x: number) => 1 / x, 0],
    ['(2x+1)/(x+3)', (x: number) => (2 * x + 1) / (x + 3), 2],
    ['arctan x', Math.atan, Math.PI / 2],
    ['a constant', () => 3, 3],
  ])('at infinity: %s', (_, f, truth) => expectValue(toInfinity(f), truth));

  it.each([
    ['x ln x', (x: number) => x * Math.log(x), 0],
    ['sin(x)/x', (x: number) => Math.sin(x) / x, 1],
    ['√x', Math.sqrt, 0],
  ])('at 0: %s', (_, f, truth) => expectValue(toZero(f), truth));

  it.each([
    ['ln x', toInfinity(Math.log)],
    ['x', toInfinity((x) => x)],
    ['1/x at 0', toZero((x) => 1 / x)],
  ])('name the divergence of %s', (_, limit) => expect(limit.kind).toBe('divergent'));

  it('leave sin x open', () => expect(toInfinity(Math.sin).kind).toBe('unsettled'));
});
