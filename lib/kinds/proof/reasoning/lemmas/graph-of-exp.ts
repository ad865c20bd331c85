import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import type { GraphPoint } from '@/lib/kinds/proof/reasoning/algebra/exponentials';
import { type Fraction, fraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import type { Meaning } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  atomsIn,
  constant,
  constantValue,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  type Polynomial,
  product,
  sum,
  ZERO_POLYNOMIAL,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';

/** Points that are compared with each other; beyond them nothing is told. */
const MOST_POINTS = 9;
/** Numbers are told to so many decimal places. */
const PLACES = 12;

/** Of numbers between these the exponential and the logarithm are told. */
const [SMALLEST, MOST_ENCLOSED] = [0.001, 100];

const ORIGIN: GraphPoint = { at: ZERO_POLYNOMIAL, value: ONE_POLYNOMIAL };

/**
 * What the solver is told of exponentials and logarithms: of every two points of the graph of exp
 * that occur, at a and at b, that the second lies on or above the tangent at the first,
 * exp(b) ≥ exp(a)(1 + b − a) (Boyd and Vandenberghe, Convex Optimization, 3.1.3; at a = 0 it is
 * exp(b) ≥ 1 + b). With exp > 0 it says that exp and ln grow strictly, that ln x ≤ x − 1, that exp
 * is convex and ln concave.
 *
 * @param isNamed whether an atom occurs in the problem
 */
export function tangents(atoms: Atoms, isNamed: (id: string) => boolean): Fact[] {
  const points = pointsIn(atoms, isNamed);
  if (points.length === 1) return [];
  return points.flatMap((touched) =>
    points.flatMap((other) => (other === touched ? [] : [aboveTangent(touched, other, atoms)])),
  );
}

/** Of each point but (0, 1): it is that point, or it lies above the tangent there. */
export function strictTangents(atoms: Atoms, isNamed: (id: string) => boolean): Fact[][] {
  return pointsIn(atoms, isNamed)
    .filter((point) => point !== ORIGIN)
    .map((point) => [
      { operator: '=', polynomial: point.at },
      { operator: '<', polynomial: aboveTangent(ORIGIN, point, atoms).polynomial },
    ]);
}

/** The points of the graph that occur, (0, 1) first. */
export function pointsIn(atoms: Atoms, isNamed: (id: string) => boolean): GraphPoint[] {
  const occurs = (polynomial: Polynomial) => [...atomsIn(polynomial)].every(isNamed);
  const whole = atoms.exponentials.points.filter(({ at, value }) => occurs(at) || occurs(value));
  const single = [...atoms.meanings].flatMap(([id, meaning]): GraphPoint[] => {
    if (!isNamed(id)) return [];
    if (meaning.kind === 'exp') return [{ at: meaning.of, value: atom(id) }];
    const isPositive = meaning.kind === 'ln' && atoms.isPositiveTerm(meaning.of);
    return isPositive ? [{ at: atom(id), value: meaning.of }] : [];
  });
  const all = [ORIGIN, ...whole, ...single];
  const distinct = [...new Map(all.map((point) => [keyOfPolynomial(point.at), point])).values()];
  return distinct.slice(0, MOST_POINTS);
}

/** exp(b) ≥ exp(a)(1 + b − a), without fractions. */
export function aboveTangent(a: GraphPoint, b: GraphPoint, atoms: Atoms): Fact {
  const tangent = product(a.value, sum(ONE_POLYNOMIAL, b.at, negated(a.at)));
  return { operator: '<=', polynomial: cleared(sum(tangent, negated(b.value)), atoms) };
}

/** Times what is positive and divides. */
function cleared(polynomial: Polynomial, atoms: Atoms): Polynomial {
  const least = new Map<string, number>();
  for (const { powers } of polynomial.values())
    for (const [id, exponent] of powers)
      if (exponent < 0 && atoms.isPositive(id))
        least.set(id, Math.min(exponent, least.get(id) ?? 0));
  return [...least].reduce(
    (result, [id, exponent]) => product(result, atom(id, -exponent)),
    polynomial,
  );
}

/** What is so of one exponential or logarithm by itself: its sign, of which power it is a root, and about how large a number is. */
export function ownFacts(id: string, meaning: Meaning, atoms: Atoms): Fact[] {
  if (meaning.kind !== 'exp' && meaning.kind !== 'ln') return [];
  const ends = enclosure(meaning.kind, meaning.of);
  const within = ends.map((end, index): Fact => {
    const gap = sum(atom(id), negated(constant(end)));
    return { operator: '<=', polynomial: index === 0 ? negated(gap) : gap };
  });
  if (meaning.kind === 'ln') return within;
  const { degree, whole } = atoms.exponentials.asRoot(meaning.of);
  const root: Fact = { operator: '=', polynomial: sum(atom(id, degree), negated(whole)) };
  const positive: Fact = { operator: '<', polynomial: negated(atom(id)) };
  return degree === 1 ? [positive, ...within] : [positive, root, ...within];
}

/** Two fractions between which e to the power of a number lies, or its logarithm; nothing of what is no number. */
function enclosure(kind: 'exp' | 'ln', of: Polynomial): readonly Fraction[] {
  const number = constantValue(of);
  if (!number) return [];
  const argument = new Digits(number.top.toString()).div(number.bottom.toString());
  // Larger ones are of no use, and take long.
  if (argument.gt(MOST_ENCLOSED) || argument.lt(kind === 'exp' ? -MOST_ENCLOSED : SMALLEST))
    return [];
  const value = kind === 'exp' ? argument.exp() : argument.ln();
  const scale = 10n ** BigInt(PLACES);
  return [Digits.ROUND_FLOOR, Digits.ROUND_CEIL].map((way) =>
    fraction(BigInt(value.times(scale.toString()).toDecimalPlaces(0, way).toFixed(0)), scale),
  );
}
