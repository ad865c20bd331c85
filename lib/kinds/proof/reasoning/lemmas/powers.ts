import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import type { Meaning } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  negated,
  ONE_POLYNOMIAL,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';

/** Powers that are compared with each other; beyond them nothing is told. */
const MOST_POWERS = 6;

/**
 * What the solver is told of b to the power t, t = 0, 1, 2, …, each an alternative of facts: its sign
 * and on which side of 1 it is, as b is; Bernoulli's inequality, bᵗ ≥ 1 + t(b − 1) for b ≥ −1
 * (Hardy, Littlewood and Pólya, Inequalities, Theorem 58); and that it grows with b ≥ 0.
 *
 * @param isNamed whether an atom occurs in the problem
 */
export function factsOfPowers(atoms: Atoms, isNamed: (id: string) => boolean): Fact[][] {
  const powers = [...atoms.meanings].flatMap(([id, meaning]) =>
    meaning.kind === 'power' && isNamed(id) ? [{ id, ...meaning }] : [],
  );
  const single = powers.flatMap((power) => factsOf(power, atoms));
  const pairs = powers.slice(0, MOST_POWERS).flatMap((low) =>
    powers.slice(0, MOST_POWERS).flatMap((high) => {
      if (low === high || low.exponent !== high.exponent) return [];
      return [[below(low.of), less(high.of, low.of), atMost(atom(low.id), atom(high.id))]];
    }),
  );
  return [...single, ...pairs];
}

type Power = Extract<Meaning, { kind: 'power' }> & { id: string };

function factsOf({ id, of, exponent }: Power, atoms: Atoms): Fact[][] {
  const power = atom(id);
  const minusOne = negated(ONE_POLYNOMIAL);
  const tangent = sum(ONE_POLYNOMIAL, product(atom(exponent), sum(of, minusOne)));
  const isAboveOne = less(ONE_POLYNOMIAL, of);
  const general: Fact[][] = [
    [below(of), isAboveOne, atMost(power, ONE_POLYNOMIAL)],
    [less(of, ONE_POLYNOMIAL), atMost(ONE_POLYNOMIAL, power)],
    [less(of, minusOne), atMost(tangent, power)],
  ];
  if (atoms.isPositiveTerm(of)) return [[less(new Map(), power)], ...general];
  return [
    [below(of), atMost(new Map(), power)],
    [atMost(of, new Map()), less(new Map(), power)],
    [less(of, minusOne), isAboveOne, atMost(minusOne, power)],
    [less(of, minusOne), isAboveOne, atMost(power, ONE_POLYNOMIAL)],
    ...general,
  ];
}

function below(of: Polynomial): Fact {
  return less(of, new Map());
}

function less(left: Polynomial, right: Polynomial): Fact {
  return { operator: '<', polynomial: sum(left, negated(right)) };
}

function atMost(left: Polynomial, right: Polynomial): Fact {
  return { operator: '<=', polynomial: sum(left, negated(right)) };
}
