import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import { keyOf } from '@/lib/kinds/proof/reasoning/algebra/functionals';
import type { Functional } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  atomsIn,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';

const MEAN: Functional = { kind: 'mean' };

/** Equations of more random variables than this are not multiplied by them. */
const MOST_FACTORS = 4;

/**
 * What is so of random variables with certainty, for their means: f ≤ g gives E f ≤ E g, and f = g
 * gives E fX = E gX, of each X in it.
 */
export function meanOf({ operator, polynomial }: Fact, { functionals }: Atoms): Fact[] {
  if (operator === '!=' || !functionals.isIn(polynomial, MEAN)) return [];
  const mean: Fact = { operator, polynomial: functionals.apply(MEAN, polynomial) };
  const factors = [...atomsIn(polynomial)].filter((id) => functionals.dependsOn(id, MEAN));
  if (operator !== '=' || factors.length > MOST_FACTORS) return [mean];
  const multiples = factors.map((id) => product(polynomial, atom(id)));
  return [
    mean,
    ...multiples.map((each) => ({ operator, polynomial: functionals.apply(MEAN, each) })),
  ];
}

/**
 * What a fact about means or sums is the mean or the sum of: of `E f ≤ c` that f ≤ c, which is enough
 * for it. Null where it is none of one functional alone.
 */
export function atEveryPoint({ operator, polynomial }: Fact, atoms: Atoms): Fact | null {
  const functionals = new Map<string, Functional>();
  for (const id of atomsIn(polynomial)) {
    const meaning = atoms.meanings.get(id);
    if (meaning?.kind === 'functional')
      functionals.set(keyOf(meaning.functional), meaning.functional);
  }
  const [functional, ...more] = functionals.values();
  if (!functional || more.length > 0 || operator === '!=') return null;
  // It has to be linear: what is at a point already is not what is summed.
  if (atoms.functionals.isIn(polynomial, functional)) return null;
  const terms = [...polynomial.values()].map((term) => unapplied(term, functional, atoms));
  const known = terms.filter((term) => term !== null);
  return known.length < terms.length ? null : { operator, polynomial: sum(...known) };
}

function unapplied(
  { coefficient, powers }: Parameters<typeof polynomialOf>[0][number],
  functional: Functional,
  atoms: Atoms,
): Polynomial | null {
  const whole = polynomialOf([{ coefficient, powers }]);
  const inside = [...powers].flatMap(([id, exponent]) => {
    const of = integrand(id, functional, atoms);
    return of ? [{ id, exponent, of }] : [];
  });
  const [only, ...more] = inside;
  if (only)
    return only.exponent === 1 && more.length === 0
      ? product(product(whole, atom(only.id, -1)), only.of)
      : null;
  if (functional.kind === 'mean') return whole;
  const size = `#${functional.dimension}`;
  return (powers.get(size) ?? 0) > 0 ? product(whole, atom(size, -1)) : null;
}

/** What a mean or sum is of; null of anything else. */
function integrand(id: string, functional: Functional, atoms: Atoms): Polynomial | null {
  const meaning = atoms.meanings.get(id);
  if (meaning?.kind === 'functional') return meaning.of;
  if (meaning?.kind !== 'inner' || functional.kind !== 'sum') return null;
  const { dimension } = functional;
  const entries = [meaning.left, meaning.right].map((of) => {
    const name = `${of}[${dimension}]`;
    return atoms.meanings.has(name) ? atom(name) : null;
  });
  const [left, right] = entries;
  return left && right ? product(left, right) : null;
}
