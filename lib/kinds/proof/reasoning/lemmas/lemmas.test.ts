import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { type Fraction, fraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import { constant, type Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import {
  scaled,
  sumOfVectors,
  type VectorForm,
  vector,
} from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import { LEMMAS } from './lemmas';

const IDS = ['u', 'v', 'w'];
const DIMENSION = 3;

type Numbers = ReadonlyMap<string, readonly number[]>;

function numberOf({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}

function entries(form: VectorForm, numbers: Numbers): number[] {
  return Array.from({ length: DIMENSION }, (_, index) =>
    [...form].reduce((sum, [id, coefficient]) => {
      const [term] = coefficient.values();
      return sum + (term ? numberOf(term.coefficient) : 0) * (numbers.get(id)?.[index] ?? 0);
    }, 0),
  );
}

function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, entry, index) => sum + entry * (b[index] ?? 0), 0);
}

function numericValue(polynomial: Polynomial, atoms: Atoms, numbers: Numbers): number {
  const atomValue = (id: string): number => {
    const meaning = atoms.meanings.get(id);
    if (meaning?.kind === 'norm') {
      const of = entries(meaning.of, numbers);
      return Math.sqrt(inner(of, of));
    }
    if (meaning?.kind === 'inner')
      return inner(numbers.get(meaning.left) ?? [], numbers.get(meaning.right) ?? []);
    throw new Error(`an atom of another sort: ${id}`);
  };
  return [...polynomial.values()].reduce(
    (sum, { coefficient, powers }) =>
      sum +
      [...powers].reduce(
        (product, [id, exponent]) => product * atomValue(id) ** exponent,
        numberOf(coefficient),
      ),
    0,
  );
}

const size = fc.integer({ min: -4, max: 4 });
const form = fc
  .tuple(size, size, size)
  .map((sizes) =>
    sumOfVectors(
      ...IDS.map((id, index) => scaled(vector(id), constant(fraction(BigInt(sizes[index] ?? 0))))),
    ),
  );
const numbers = fc
  .tuple(
    ...IDS.map(() => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 })),
  )
  .map((vectors): Numbers => new Map(IDS.map((id, index) => [id, vectors[index] ?? []])));

describe.each(LEMMAS)('the $name', ({ instances, statement, reference }) => {
  it('holds of random vectors, in every instance', () => {
    let told = 0;
    fc.assert(
      fc.property(fc.array(form, { minLength: 2, maxLength: 6 }), numbers, (forms, values) => {
        const atoms = new Atoms({
          signOf: () => 0,
          isNotNegative: () => false,
          isConstant: () => true,
          isCount: () => false,
          isRandom: () => false,
        });
        const norms = forms.filter((each) => each.size > 0);
        for (const { operator, polynomial } of instances(norms, atoms)) {
          told++;
          expect(operator).toBe('<=');
          expect(numericValue(polynomial, atoms, values)).toBeLessThanOrEqual(1e-9);
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it('says where it is from', () => {
    expect(statement).not.toBe('');
    expect(reference).toMatch(/Theorem|Definition/);
  });
});
