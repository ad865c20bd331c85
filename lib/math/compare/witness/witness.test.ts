import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/math/compare/compare';
import type { CompareOptions } from '@/lib/math/compare/outcome';
import type { Pair } from '@/lib/math/compare/pair';
import { compareWithin } from '@/lib/math/compare/tolerance';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { distinctDecimal, distinctValues } from './witness';

const reals = tableOf([], { defaultScalar: { domain: 'real' } });
const treeOf = (text: string) => readOf(text, reals).tree;

describe('a number that differs from another', () => {
  it('never reads like it', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.double({ noNaN: true, min: -1e-6, max: 1e-6 }),
        fc.integer({ min: 1, max: 9 }),
        (other, by, digits) => {
          const value = other * (1 + by);
          fc.pre(value !== other && Number.isFinite(value));
          expect(Number(distinctDecimal(value, other, digits))).not.toBe(other);
        },
      ),
    );
  });

  it.each([
    [1.0004, 1, 3, '1.0004'],
    [2.5, 1, 3, '2.5'],
    [15.02, 15, 3, '15.02'],
    [1234567.4, 1234567, 6, '1234567.4'],
  ])('%s beside %s with at least %i digits reads %s', (value, other, digits, text) => {
    expect(distinctDecimal(value, other, digits)).toBe(text);
  });
});

describe('a witness', () => {
  /** Values to so many digits, of which the later ones differ. */
  const pairApartFrom = (digits: number): Pick<Pair, 'latex'> => ({
    latex: (_, asked) => ({ reference: '1', answer: asked < digits ? '1' : '1.01' }),
  });

  it('is shown with the first number of digits that tells', () => {
    const sample = { values: new Map(), sizes: new Map() };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (digits) => {
        const values = distinctValues(pairApartFrom(digits), sample, [5, 10, 30]);
        if (digits > 30) expect(values).toBeNull();
        else expect(values).toEqual({ reference: '1', answer: '1.01' });
      }),
    );
  });

  it('beyond a narrow tolerance shows where the values differ', () => {
    for (const off of [
      '1.0000000001',
      '1.000000000000000000001',
      '1.0000000000000000000000000001',
    ]) {
      const outcome = compareWithin(
        treeOf('1'),
        treeOf(off),
        reals,
        { absolute: 0 },
        { seed: 's' },
      );
      if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
      expect(outcome.witness.answer, off).not.toBe(outcome.witness.reference);
    }
  });

  it('is none where no number of digits tells the values apart', () => {
    const near = `1.${'0'.repeat(46)}1`;
    const outcome = compareWithin(treeOf('1'), treeOf(near), reals, { absolute: 0 }, { seed: 's' });
    expect(outcome).toMatchObject({ verdict: 'review', reason: expect.stringContaining('apart') });
  });

  it('up to a constant shows a point at which the values differ', () => {
    for (let seed = 0; seed < 40; seed++) {
      const options: CompareOptions = { seed: `${seed}`, upTo: { constantIn: null } };
      // The first point drawn is 2, the second 3, at which the two are equal.
      const outcome = compare(treeOf('x'), treeOf('x + abs(x - 3)'), reals, options);
      if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
      expect(outcome.witness.answer, `seed ${seed}`).not.toBe(outcome.witness.reference);
    }
  });

  it('tells of matrices that look like numbers, and of functions that were drawn', () => {
    const table = tableOf([
      { id: 'a', latex: 'a', type: { kind: 'matrix', shape: ['n', 1] } },
      { id: 'g', latex: 'g', type: { kind: 'function', from: [['n', 1]], to: ['n', 1] } },
    ]);
    const tree = (text: string) => readOf(text, table).tree;
    const outcome = compare(tree('g(a)'), tree('2g(a)'), table, { seed: 'seed' });
    if (outcome.verdict !== 'wrong') throw new Error(outcome.verdict);
    expect(outcome.witness.at.slice(1)).toEqual([
      { latex: 'n', value: '1' },
      { latex: 'g', value: '\\text{a function drawn at random}' },
    ]);
  });
});
