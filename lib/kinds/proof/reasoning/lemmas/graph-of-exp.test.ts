import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { fraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  atom,
  constant,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';
import { ownFacts, strictTangents, tangents } from './graph-of-exp';

/** Normal forms and what the solver is told of them, at random numbers. */

const SLACK = 1e-6;
const IDS = ['x', 'y', 'p', 'q'];
type Numbers = ReadonlyMap<string, number>;

function newAtoms(): Atoms {
  const atoms = new Atoms({
    signOf: (id) => (id === 'p' || id === 'q' ? 1 : 0),
    isNotNegative: (id) => id === 'p' || id === 'q',
    isConstant: () => true,
    isCount: () => false,
    isRandom: () => false,
  });
  for (const id of IDS) atoms.scalar(id);
  return atoms;
}

function numericValue(polynomial: Polynomial, atoms: Atoms, numbers: Numbers): number {
  const ofAtom = (id: string): number => {
    const meaning = atoms.meanings.get(id);
    switch (meaning?.kind) {
      case 'scalar':
        return numbers.get(meaning.id) ?? Number.NaN;
      case 'exp':
        return Math.exp(numericValue(meaning.of, atoms, numbers));
      case 'ln':
        return Math.log(Math.abs(numericValue(meaning.of, atoms, numbers)));
      case 'abs':
        return Math.abs(numericValue(meaning.of, atoms, numbers));
      case 'sqrt':
        return Math.sqrt(numericValue(meaning.of, atoms, numbers));
      case 'inverse':
        return 1 / numericValue(meaning.of, atoms, numbers);
      default:
        throw new Error(`an atom of another sort: ${id}`);
    }
  };
  return [...polynomial.values()].reduce(
    (total, { coefficient: { top, bottom }, powers }) =>
      total +
      [...powers].reduce(
        (whole, [id, exponent]) => whole * ofAtom(id) ** exponent,
        Number(top) / Number(bottom),
      ),
    0,
  );
}

const term = fc
  .tuple(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: 1, max: 3 }),
    fc.subarray(IDS, { maxLength: 2 }),
  )
  .map(([top, bottom, ids]) =>
    ids.reduce(
      (whole, id) => product(whole, atom(id)),
      constant(fraction(BigInt(top), BigInt(bottom))),
    ),
  );
const polynomial = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => sum(...terms));
const numbers = fc
  .tuple(...IDS.map((id) => fc.integer({ min: id < 'x' ? 1 : -12, max: 12 })))
  .map((values): Numbers => new Map(IDS.map((id, index) => [id, (values[index] ?? 0) / 4])));

function isSo({ operator, polynomial: of }: Fact, atoms: Atoms, values: Numbers): boolean {
  const value = numericValue(of, atoms, values);
  const size = [...of.values()].reduce(
    (total, each) => total + Math.abs(numericValue(new Map([['', each]]), atoms, values)),
    1,
  );
  // Numbers whose digits run out say nothing.
  if (!Number.isFinite(size) || size > 1e9) return true;
  return operator === '=' ? Math.abs(value) < SLACK * size : value < SLACK * size;
}

describe('exponentials and logarithms in normal form', () => {
  it('have the value of what they are', () => {
    fc.assert(
      fc.property(polynomial, polynomial, numbers, (one, other, values) => {
        const atoms = newAtoms();
        const at = (of: Polynomial) => numericValue(of, atoms, values);
        expect(at(atoms.exponentials.exp(one)) / Math.exp(at(one))).toBeCloseTo(1, 6);
        if (at(other) > 0.01) {
          const logarithm = atoms.exponentials.ln(other);
          expect(at(logarithm)).toBeCloseTo(Math.log(at(other)), 6);
          const whole = atoms.exponentials.exp(sum(one, logarithm));
          expect(at(whole) / (Math.exp(at(one)) * at(other))).toBeCloseTo(1, 6);
          const back = atoms.exponentials.ln(product(atoms.exponentials.exp(one), other));
          expect(at(back)).toBeCloseTo(at(one) + Math.log(at(other)), 6);
        }
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});

describe('what is told of the graph of exp', () => {
  it('holds at random numbers, in every instance', () => {
    let told = 0;
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, numbers, (one, two, three, values) => {
        const atoms = newAtoms();
        const both = product(atoms.exponentials.exp(one), atoms.exponentials.exp(two));
        if (numericValue(three, atoms, values) > 0.01) atoms.exponentials.ln(three);
        atoms.exponentials.noteProducts(product(both, atom('p')));
        const facts = [
          ...tangents(atoms, () => true),
          ...[...atoms.meanings].flatMap(([id, meaning]) => ownFacts(id, meaning, atoms)),
        ];
        for (const fact of facts) expect(isSo(fact, atoms, values)).toBe(true);
        for (const either of strictTangents(atoms, () => true))
          expect(either.some((fact) => isSo(fact, atoms, values))).toBe(true);
        told += facts.length;
      }),
      { numRuns: 300, seed: 4 },
    );
    expect(told).toBeGreaterThan(3000);
  });
});
