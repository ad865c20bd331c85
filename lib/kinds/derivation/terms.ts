/** A product of things with their exponents, each thing by the text that it is written as. */
export type Factors = ReadonlyMap<string, number>;

interface Term {
  coefficient: number;
  factors: Factors;
}

/** A sum of products, in one order, and the text that it is written as. */
export interface Terms {
  terms: readonly Term[];
  key: string;
}

/** Coefficients that are nothing but rounding count as 0. */
const LEAST = 1e-12;

export function number(value: number): Terms {
  return merged([{ terms: [{ coefficient: value, factors: new Map() }], key: '' }]);
}

/** The sum, like terms together. */
export function merged(sums: readonly Terms[]): Terms {
  const byKey = new Map<string, Term>();
  for (const { terms } of sums) {
    for (const { coefficient, factors } of terms) {
      const key = keyOf(factors);
      const before = byKey.get(key)?.coefficient ?? 0;
      byKey.set(key, { coefficient: before + coefficient, factors });
    }
  }
  const kept = [...byKey]
    .filter(([, { coefficient }]) => Math.abs(coefficient) > LEAST)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const key = kept.map(([own, { coefficient }]) => `${rounded(coefficient)} ${own}`).join('+');
  return { terms: kept.map(([, term]) => term), key: key === '' ? '0' : key };
}

/** The product; a sum of several terms is one factor of it and is not multiplied out. */
export function productOf(a: Terms, b: Terms): Terms {
  const [left, right] = [a, b].map(asNumber);
  if (left !== undefined && left !== null) return scaled(b, left);
  if (right !== undefined && right !== null) return scaled(a, right);
  const [first, second] = [asOneTerm(a), asOneTerm(b)];
  const factors = new Map(first.factors);
  for (const [key, exponent] of second.factors) {
    const sum = (factors.get(key) ?? 0) + exponent;
    if (Math.abs(sum) > LEAST) factors.set(key, sum);
    else factors.delete(key);
  }
  const coefficient = first.coefficient * second.coefficient;
  return merged([{ terms: [{ coefficient, factors }], key: '' }]);
}

export function inverseOf(of: Terms): Terms {
  return powerOf(of, -1);
}

/** The power with a number as exponent; a sum of several terms becomes one factor. */
export function powerOf(of: Terms, exponent: number): Terms {
  const { coefficient, factors } = asOneTerm(of);
  const raised = new Map([...factors].map(([key, own]) => [key, own * exponent]));
  const term = { coefficient: coefficient ** exponent, factors: raised };
  if (Number.isFinite(term.coefficient)) return merged([{ terms: [term], key: '' }]);
  const key = `(${of.key})^${exponent}`;
  return merged([{ terms: [{ coefficient: 1, factors: new Map([[key, 1]]) }], key }]);
}

/** A sum as a number times one factor, whose first coefficient is 1. */
function asOneTerm(of: Terms): Term {
  const [first, ...others] = of.terms;
  if (!first) return { coefficient: 0, factors: new Map() };
  if (others.length === 0) return first;
  const { coefficient } = first;
  return { coefficient, factors: new Map([[`(${scaled(of, 1 / coefficient).key})`, 1]]) };
}

function scaled({ terms }: Terms, by: number): Terms {
  const all = terms.map((term) => ({ ...term, coefficient: term.coefficient * by }));
  return merged([{ terms: all, key: '' }]);
}

/** The number that a sum is; null where it is none. */
function asNumber({ terms }: Terms): number | null {
  const [first, ...others] = terms;
  if (!first) return 0;
  return others.length === 0 && first.factors.size === 0 ? first.coefficient : null;
}

function keyOf(factors: Factors): string {
  return [...factors]
    .map(([key, exponent]) => `${key}^${rounded(exponent)}`)
    .sort()
    .join('·');
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
