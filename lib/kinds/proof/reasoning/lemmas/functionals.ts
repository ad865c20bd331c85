import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import type { GraphPoint } from '@/lib/kinds/proof/reasoning/algebra/exponentials';
import { keyOf } from '@/lib/kinds/proof/reasoning/algebra/functionals';
import type { Functional, Meaning } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  atomsIn,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  onlyTerm,
  type Polynomial,
  power,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { denial, type Fact } from '@/lib/kinds/proof/reasoning/fact';
import { aboveTangent, pointsIn } from './graph-of-exp';

/** Factors whose products are looked at; beyond them nothing is told. */
const MOST_FACTORS = 6;

/**
 * What the solver is told of means and sums, as of positive linear functionals L:
 *
 * - L(ab)² ≤ L(a²) L(b²), of products that occur: Cauchy–Schwarz; with b = 1, (E X)² ≤ E X² and
 *   (Σ x)² ≤ n Σ x² (Hardy, Littlewood and Pólya, Inequalities, Theorem 7);
 * - what is so at every point is so of L: |L f| ≤ L|f|, L max(f, g) ≥ L f, and of the tangents of exp
 *   at points that do not vary, E e^X ≥ e^a (1 + E X − a), which at a = E X is Jensen's inequality
 *   (the same book, Theorem 90).
 *
 * @param isNamed whether an atom occurs in the problem
 */
export function factsOfFunctionals(atoms: Atoms, isNamed: (id: string) => boolean): Fact[] {
  const named = [...atoms.meanings].flatMap(([id, meaning]) =>
    meaning.kind === 'functional' && isNamed(id) ? [meaning] : [],
  );
  const functionals = functionalsIn(atoms, isNamed);
  const occurs = (polynomial: Polynomial) => [...atomsIn(polynomial)].every(isNamed);
  return functionals.flatMap((functional) => {
    const own = named.filter((each) => keyOf(each.functional) === keyOf(functional));
    return [
      ...products(
        functional,
        own.map(({ of }) => of),
        atoms,
        occurs,
      ),
      ...own.flatMap(({ of }) => boundsOf(functional, of, atoms)),
      ...meanTangents(functional, atoms, isNamed),
    ];
  });
}

/** That vectors have an entry, and that the mean or sum of what is positive, or not negative, is so too. */
export function signOf(id: string, { kind }: Meaning, atoms: Atoms): Fact[] {
  if (kind === 'size') return [atMost(ONE_POLYNOMIAL, atom(id))];
  if (!atoms.isNotNegative(id)) return [];
  return [{ operator: atoms.isPositive(id) ? '<' : '<=', polynomial: negated(atom(id)) }];
}

/** What the definition of an indicator says, each an alternative of facts. */
export function factsOfIndicator(id: string, meaning: Meaning): Fact[][] {
  if (meaning.kind !== 'indicator') return [];
  const fact: Fact = { operator: meaning.operator, polynomial: meaning.of };
  const isOne: Fact = { operator: '=', polynomial: minus(atom(id), ONE_POLYNOMIAL) };
  return [
    [denial(fact), isOne],
    [fact, { operator: '=', polynomial: atom(id) }],
  ];
}

function functionalsIn(atoms: Atoms, isNamed: (id: string) => boolean): Functional[] {
  const found = new Map<string, Functional>();
  for (const [id, meaning] of atoms.meanings) {
    if (!isNamed(id)) continue;
    if (meaning.kind === 'functional') found.set(keyOf(meaning.functional), meaning.functional);
    if (meaning.kind === 'entry') {
      const functional: Functional = { kind: 'sum', dimension: meaning.dimension };
      found.set(keyOf(functional), functional);
    }
  }
  return [...found.values()];
}

/** Cauchy–Schwarz for pairs of factors whose squares and product occur. */
function products(
  functional: Functional,
  named: readonly Polynomial[],
  atoms: Atoms,
  occurs: (polynomial: Polynomial) => boolean,
): Fact[] {
  const apply = (a: Polynomial, b: Polynomial) =>
    atoms.functionals.apply(functional, atoms.reduced(product(a, b)));
  const entries = [...atoms.meanings].flatMap(([id, { kind }]) =>
    kind === 'entry' ? [atom(id)] : [],
  );
  const factors = [
    ONE_POLYNOMIAL,
    ...(functional.kind === 'sum' ? entries : []),
    ...named,
    ...named.flatMap((of) => halfOf(of) ?? []),
  ].filter((of) => occurs(apply(of, of)));
  const distinct = [...new Map(factors.map((of) => [keyOfPolynomial(of), of])).values()];
  return distinct.slice(0, MOST_FACTORS).flatMap((a, index) =>
    distinct.slice(index + 1, MOST_FACTORS).flatMap((b): Fact[] => {
      const inner = apply(a, b);
      if (!occurs(inner)) return [];
      const bound = product(apply(a, a), apply(b, b));
      return [{ operator: '<=', polynomial: minus(power(inner, 2), bound) }];
    }),
  );
}

/** The root of a product in which every factor stands twice; null of any other. */
function halfOf(of: Polynomial): Polynomial | null {
  const powers = [...(onlyTerm(of)?.powers ?? [])];
  if (powers.some(([, exponent]) => exponent % 2 !== 0)) return null;
  return powers.reduce(
    (whole, [id, exponent]) => product(whole, atom(id, exponent / 2)),
    ONE_POLYNOMIAL,
  );
}

/** What the size, the maximum and the minimum of something say of its mean. */
function boundsOf(functional: Functional, of: Polynomial, atoms: Atoms): Fact[] {
  const [[id, exponent] = ['', 0], ...more] = onlyTerm(of)?.powers ?? [];
  const meaning = atoms.meanings.get(id);
  if (!meaning || exponent !== 1 || more.length > 0) return [];
  const whole = atoms.functionals.apply(functional, of);
  const mean = (part: Polynomial) => atoms.functionals.apply(functional, part);
  switch (meaning.kind) {
    case 'abs':
      return [atMost(mean(meaning.of), whole), atMost(negated(mean(meaning.of)), whole)];
    case 'max':
      return meaning.of.map((part) => atMost(mean(part), whole));
    case 'min':
      return meaning.of.map((part) => atMost(whole, mean(part)));
    case 'indicator':
      return [atMost(whole, atoms.functionals.total(functional))];
    default:
      return [];
  }
}

/** The mean of what lies above a tangent of exp that touches at a point which does not vary. */
function meanTangents(
  functional: Functional,
  atoms: Atoms,
  isNamed: (id: string) => boolean,
): Fact[] {
  const varies = ({ at, value }: GraphPoint) =>
    atoms.functionals.isIn(at, functional) || atoms.functionals.isIn(value, functional);
  const inside = new Set(
    [...atoms.meanings].flatMap(([id, meaning]) =>
      meaning.kind === 'functional' && isNamed(id) ? [...atomsIn(meaning.of)] : [],
    ),
  );
  const points = pointsIn(atoms, (id) => isNamed(id) || inside.has(id));
  return points
    .filter((touched) => !varies(touched))
    .flatMap((touched) =>
      points.filter(varies).map((other): Fact => {
        const { operator, polynomial } = aboveTangent(touched, other, atoms);
        return { operator, polynomial: atoms.functionals.apply(functional, polynomial) };
      }),
    );
}

function minus(left: Polynomial, right: Polynomial): Polynomial {
  return sum(left, negated(right));
}

function atMost(left: Polynomial, right: Polynomial): Fact {
  return { operator: '<=', polynomial: minus(left, right) };
}
