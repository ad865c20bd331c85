import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { powerByCount } from '@/lib/kinds/proof/reasoning/algebra/geometric';
import { atom, type Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { factsOfPowers } from './powers';

it('tells only what is so of powers of any numbers', () => {
  const base = fc.integer({ min: -10, max: 10 }).map((quarters) => quarters / 4);
  let told = 0;
  fc.assert(
    fc.property(base, base, fc.integer({ min: 1, max: 10 }), fc.nat(7), (b, c, quarters, t) => {
      const numbers = new Map([
        ['b', b],
        ['c', c],
        ['p', quarters / 4],
        ['t', t],
      ]);
      const atoms = new Atoms({
        signOf: (id) => (id === 'p' ? 1 : 0),
        isNotNegative: (id) => id === 'p',
        isConstant: () => true,
        isCount: (id) => id === 't',
        isRandom: () => false,
      });
      for (const id of numbers.keys()) atoms.scalar(id);
      for (const id of ['b', 'c', 'p']) powerByCount(atom(id), 't', atoms);
      const valueOfAtom = (id: string): number => {
        const meaning = atoms.meanings.get(id);
        if (meaning?.kind !== 'power') return numbers.get(id) ?? Number.NaN;
        return numericValue(meaning.of) ** t;
      };
      const numericValue = (polynomial: Polynomial): number =>
        [...polynomial.values()].reduce(
          (sum, { coefficient: { top, bottom }, powers }) =>
            sum +
            [...powers].reduce(
              (whole, [id, exponent]) => whole * valueOfAtom(id) ** exponent,
              Number(top) / Number(bottom),
            ),
          0,
        );
      for (const either of factsOfPowers(atoms, () => true)) {
        told++;
        const holds = either.some(({ operator, polynomial }) =>
          operator === '<' ? numericValue(polynomial) < 0 : numericValue(polynomial) <= 1e-9,
        );
        expect(holds).toBe(true);
      }
    }),
    { numRuns: 2000, seed: 6 },
  );
  expect(told).toBeGreaterThan(10_000);
});
