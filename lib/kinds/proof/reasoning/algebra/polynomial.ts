import {
  add as addFractions,
  type Fraction,
  isZero,
  multiply as multiplyFractions,
  negate as negateFraction,
  ONE,
} from './fraction';

/** Powers of atoms, by the atom's id; never 0, and negative only for atoms that are not zero. */
type Powers = ReadonlyMap<string, number>;

interface Term {
  readonly coefficient: Fraction;
  readonly powers: Powers;
}

/**
 * A Laurent polynomial with rational coefficients, by the key of its monomials. Two of them are
 * equal as functions exactly where they have the same terms.
 */
export type Polynomial = ReadonlyMap<string, Term>;

/** Expressions that would grow beyond this are left to a person. */
const MOST_TERMS = 400;

/** An expression grew beyond what is worked out. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

export const ZERO_POLYNOMIAL: Polynomial = new Map();

export function constant(value: Fraction): Polynomial {
  return isZero(value)
    ? ZERO_POLYNOMIAL
    : new Map([['', { coefficient: value, powers: new Map() }]]);
}

export const ONE_POLYNOMIAL: Polynomial = constant(ONE);

export function atom(id: string, power = 1): Polynomial {
  return single(ONE, new Map([[id, power]]));
}

function single(coefficient: Fraction, powers: Powers): Polynomial {
  return new Map([[keyOf(powers), { coefficient, powers }]]);
}

function keyOf(powers: Powers): string {
  if (powers.size === 0) return '';
  return [...powers]
    .map(([id, power]) => `${id}^${power}`)
    .sort()
    .join('*');
}

export function sum(...polynomials: readonly Polynomial[]): Polynomial {
  const [only, ...others] = polynomials.filter((polynomial) => polynomial.size > 0);
  if (!only) return ZERO_POLYNOMIAL;
  if (others.length === 0) return only;
  const terms = new Map(only);
  for (const polynomial of others) for (const [key, term] of polynomial) addTerm(terms, key, term);
  return bounded(terms);
}

/** Proofs are sums of thousands of terms: this is where most of their time goes. */
function addTerm(terms: Map<string, Term>, key: string, term: Term): void {
  const existing = terms.get(key);
  if (!existing) {
    terms.set(key, term);
    return;
  }
  const coefficient = addFractions(existing.coefficient, term.coefficient);
  if (isZero(coefficient)) terms.delete(key);
  else terms.set(key, { coefficient, powers: term.powers });
}

function bounded(terms: Polynomial): Polynomial {
  if (terms.size > MOST_TERMS) throw new TooLarge();
  return terms;
}

export function negated(polynomial: Polynomial): Polynomial {
  return new Map(
    [...polynomial].map(([key, { coefficient, powers }]) => [
      key,
      { coefficient: negateFraction(coefficient), powers },
    ]),
  );
}

export function product(a: Polynomial, b: Polynomial): Polynomial {
  if (a.size * b.size > 10 * MOST_TERMS) throw new TooLarge();
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  const terms = new Map<string, Term>();
  for (const left of a.values()) {
    for (const right of b.values()) {
      const powers = timesPowers(left.powers, right.powers);
      const coefficient = multiplyFractions(left.coefficient, right.coefficient);
      addTerm(terms, keyOf(powers), { coefficient, powers });
    }
  }
  return bounded(terms);
}

function isOne(polynomial: Polynomial): boolean {
  const term = polynomial.get('');
  return polynomial.size === 1 && term?.coefficient.top === 1n && term.coefficient.bottom === 1n;
}

function timesPowers(a: Powers, b: Powers): Powers {
  const powers = new Map(a);
  for (const [id, power] of b) {
    const together = (powers.get(id) ?? 0) + power;
    if (together === 0) powers.delete(id);
    else powers.set(id, together);
  }
  return powers;
}

export function power(polynomial: Polynomial, exponent: number): Polynomial {
  let result = ONE_POLYNOMIAL;
  for (let count = 0; count < exponent; count++) result = product(result, polynomial);
  return result;
}

/** The polynomial of some terms. */
export function polynomialOf(terms: readonly Term[]): Polynomial {
  return sum(...terms.map(({ coefficient, powers }) => single(coefficient, powers)));
}

/** The only term of a polynomial that has just one; null for any other. */
export function onlyTerm(polynomial: Polynomial): Term | null {
  const [first] = polynomial.values();
  return polynomial.size === 1 && first ? first : null;
}

/** 1 over a polynomial of one term; null for any other. */
export function inverse(polynomial: Polynomial): Polynomial | null {
  const term = onlyTerm(polynomial);
  if (!term) return null;
  const { top, bottom } = term.coefficient;
  const powers = new Map([...term.powers].map(([id, exponent]) => [id, -exponent] as const));
  return single(top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top }, powers);
}

/** The value of a polynomial that has no atoms; null for any other. */
export function constantValue(polynomial: Polynomial): Fraction | null {
  if (polynomial.size === 0) return { top: 0n, bottom: 1n };
  const term = onlyTerm(polynomial);
  return term && term.powers.size === 0 ? term.coefficient : null;
}

/** The ids of the atoms that occur. */
export function atomsIn(polynomial: Polynomial): ReadonlySet<string> {
  return new Set([...polynomial.values()].flatMap(({ powers }) => [...powers.keys()]));
}

/** The same text for the same polynomial. */
export function keyOfPolynomial(polynomial: Polynomial): string {
  return [...polynomial]
    .map(([key, { coefficient }]) => `${coefficient.top}/${coefficient.bottom}·${key}`)
    .sort()
    .join('+');
}

/** The polynomial with an atom replaced where it stands in whole positive powers. */
export function replaced(polynomial: Polynomial, id: string, by: Polynomial): Polynomial {
  return sum(
    ...[...polynomial.values()].map(({ coefficient, powers }) => {
      const exponent = powers.get(id) ?? 0;
      if (exponent <= 0) return single(coefficient, powers);
      const rest = new Map(powers);
      rest.delete(id);
      return product(single(coefficient, rest), power(by, exponent));
    }),
  );
}
