import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { fraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import type { Functional } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  constant,
  negated,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { factsOfFunctionals } from './functionals';

const SLACK = 1e-9;
const POINTS = 3;
const MEAN: Functional = { kind: 'mean' };
const SUM: Functional = { kind: 'sum', dimension: 'n' };

/** What X, Y and the entries of u and v are at each point. */
type Numbers = Readonly<Record<'X' | 'Y' | 'u' | 'v', readonly number[]>> & { c: number };

function newAtoms(): Atoms {
  const atoms = new Atoms({
    signOf: () => 0,
    isNotNegative: () => false,
    isConstant: () => true,
    isCount: () => false,
    isRandom: (id) => id === 'X' || id === 'Y',
  });
  for (const id of ['X', 'Y', 'c']) atoms.scalar(id);
  for (const of of ['u', 'v']) atoms.named(`${of}[n]`, { kind: 'entry', of, dimension: 'n' });
  return atoms;
}

/** The value of a polynomial at a point; what is summed runs over all of them. */
function numericValue(of: Polynomial, atoms: Atoms, numbers: Numbers, point: number): number {
  const entries = (id: string) => (id === 'u' ? numbers.u : numbers.v);
  const ofAtom = (id: string): number => {
    const meaning = atoms.meanings.get(id);
    const inside = (part: Polynomial, at = point) => numericValue(part, atoms, numbers, at);
    switch (meaning?.kind) {
      case 'scalar':
        return meaning.id === 'c'
          ? numbers.c
          : (numbers[meaning.id === 'X' ? 'X' : 'Y'][point] ?? 0);
      case 'entry':
        return entries(meaning.of)[point] ?? 0;
      case 'size':
        return POINTS;
      case 'inner':
        return entries(meaning.left).reduce(
          (total, entry, at) => total + entry * (entries(meaning.right)[at] ?? 0),
          0,
        );
      case 'functional': {
        const total = Array.from({ length: POINTS }, (_, at) => inside(meaning.of, at));
        const whole = total.reduce((result, each) => result + each, 0);
        return meaning.functional.kind === 'mean' ? whole / POINTS : whole;
      }
      case 'abs':
        return Math.abs(inside(meaning.of));
      case 'max':
        return Math.max(...meaning.of.map((part) => inside(part)));
      case 'exp':
        return Math.exp(inside(meaning.of));
      default:
        throw new Error(`an atom of another sort: ${id}`);
    }
  };
  return [...of.values()].reduce(
    (total, { coefficient: { top, bottom }, powers }) =>
      total +
      [...powers].reduce(
        (whole, [id, exponent]) => whole * ofAtom(id) ** exponent,
        Number(top) / Number(bottom),
      ),
    0,
  );
}

const numbers = fc.record({
  X: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: POINTS, maxLength: POINTS }),
  Y: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: POINTS, maxLength: POINTS }),
  u: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: POINTS, maxLength: POINTS }),
  v: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: POINTS, maxLength: POINTS }),
  c: fc.integer({ min: -2, max: 2 }),
});
const bodies = fc.array(
  fc.tuple(fc.integer({ min: -2, max: 2 }), fc.constantFrom(0, 1, 2), fc.constantFrom(0, 1, 2)),
  { minLength: 1, maxLength: 3 },
);

it.each([
  ['mean', MEAN, ['X', 'Y']],
  ['sum', SUM, ['u[n]', 'v[n]']],
] as const)('tells only what is so of a %s', (_, functional, [first, second]) => {
  let told = 0;
  fc.assert(
    fc.property(bodies, numbers, (terms, values) => {
      const atoms = newAtoms();
      const of = sum(
        ...terms.map(([factor, a, b]) => {
          const powers = [...Array(a).fill(first), ...Array(b).fill(second)];
          return powers.reduce<Polynomial>(
            (whole, id) => product(whole, atom(id)),
            product(
              constant(fraction(BigInt(factor))),
              factor > 0 ? atom('c') : constant(fraction(1n)),
            ),
          );
        }),
      );
      const applied = (part: Polynomial) => atoms.functionals.apply(functional, part);
      const at = (part: Polynomial) => numericValue(part, atoms, values, 0);
      const direct = Array.from({ length: POINTS }, (_, point) =>
        numericValue(of, atoms, values, point),
      ).reduce((total, each) => total + each, 0);
      const share = functional.kind === 'mean' ? POINTS : 1;
      expect(at(applied(of))).toBeCloseTo(direct / share, 8);
      applied(product(of, of));
      applied(atoms.abs(of));
      applied(atoms.extreme('max', [of, atom(first)]));
      applied(atoms.exponentials.exp(atom(first)));
      atoms.exponentials.exp(applied(atom(first)));
      for (const { polynomial } of factsOfFunctionals(atoms, () => true)) {
        told++;
        const size = 1 + Math.abs(at(polynomial));
        expect(at(polynomial) / size).toBeLessThan(SLACK);
      }
      expect(at(sum(applied(of), negated(applied(atoms.abs(of)))))).toBeLessThan(SLACK);
    }),
    { numRuns: 300, seed: 12 },
  );
  expect(told).toBeGreaterThan(2000);
});
