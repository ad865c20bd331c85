import type { Atoms } from './atoms';
import { primesIn } from './exponentials';
import { fraction } from './fraction';
import {
  atom,
  constant,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  onlyTerm,
  type Polynomial,
  product,
} from './polynomial';

/** How often a count stands in an exponent, by its id, and the number beside it. */
interface Exponent {
  counts: ReadonlyMap<string, number>;
  by: number;
}

/** Multiples of counts in an exponent, and numbers beside them, go up to this. */
const MOST = 6;

/** An exponent such as `2t - 1` of whole numbers; null of any other. */
export function countedExponent(exponent: Polynomial, atoms: Atoms): Exponent | null {
  const counts = new Map<string, number>();
  let by = 0;
  for (const { coefficient, powers } of exponent.values()) {
    const factor = Number(coefficient.top);
    const [[id, power] = ['', 1], ...more] = powers;
    if (coefficient.bottom !== 1n || Math.abs(factor) > MOST || power !== 1 || more.length > 0)
      return null;
    if (powers.size === 0) by = factor;
    else if (atoms.isCount(id)) counts.set(id, factor);
    else return null;
  }
  return counts.size === 0 ? null : { counts, by };
}

/**
 * b to the power of a count, in normal form: (ab)^t = a^t b^t, over prime factors of numbers. Null
 * of 0, whose powers are 0 or 1.
 */
export function powerByCount(base: Polynomial, count: string, atoms: Atoms): Polynomial | null {
  if (base.size === 0) return null;
  const term = onlyTerm(base);
  if (!term) return single(base, count, atoms);
  const { top, bottom } = term.coefficient;
  const primes = (whole: bigint, sign: 1 | -1) =>
    primesIn(whole).map((prime) => raised(single(constant(fraction(prime)), count, atoms), sign));
  const minus = top < 0n ? [single(negated(ONE_POLYNOMIAL), count, atoms)] : [];
  const factors = [
    ...minus,
    ...primes(top < 0n ? -top : top, 1),
    ...primes(bottom, -1),
    ...[...term.powers].map(([id, power]) => raised(ofAtom(id, count, atoms), power)),
  ];
  return factors.reduce((whole, factor) => product(whole, factor), ONE_POLYNOMIAL);
}

function ofAtom(id: string, count: string, atoms: Atoms): Polynomial {
  const meaning = atoms.meanings.get(id);
  if (meaning?.kind === 'exp') return atoms.exponentials.exp(product(meaning.of, atom(count)));
  return single(atom(id), count, atoms);
}

function single(of: Polynomial, exponent: string, atoms: Atoms): Polynomial {
  return atoms.named(`(${keyOfPolynomial(of)})^${exponent}`, { kind: 'power', of, exponent });
}

/** A whole power of one term; negative ones only of what has a sign. */
function raised(base: Polynomial, power: number): Polynomial {
  const term = onlyTerm(base);
  return [...(term?.powers ?? [])].reduce(
    (whole, [id, exponent]) => product(whole, atom(id, exponent * power)),
    ONE_POLYNOMIAL,
  );
}
