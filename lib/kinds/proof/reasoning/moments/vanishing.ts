import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Meaning } from '@/lib/kinds/proof/reasoning/algebra/meaning';
import {
  atom,
  negated,
  ONE_POLYNOMIAL,
  onlyTerm,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';
import type { Theory } from '@/lib/kinds/proof/reasoning/theory';

/**
 * Which powers of atoms tend to zero as the index grows, by their form: b to the power t where
 * |b| < 1, e to the power ct where c < 0, and 1/(ct + d); b and c ≠ 0 are constants (Rudin,
 * Principles of Mathematical Analysis, Theorem 3.20).
 */
export class Vanishing {
  readonly #index: string | null;
  /** By atom and the sign of its exponent. */
  readonly #geometric = new Set<string>();
  readonly #reciprocal = new Set<string>();

  private constructor(index: string | null) {
    this.#index = index;
  }

  /** Of the atoms of a theory; `isSo` tells whether a fact is known. */
  static async of(
    theory: Theory,
    sequences: Sequences,
    isSo: (fact: Fact) => Promise<boolean>,
  ): Promise<Vanishing> {
    const index = sequences.counted?.index ?? null;
    const vanishing = new Vanishing(index);
    if (index === null) return vanishing;
    for (const [id, meaning] of theory.atoms.meanings) {
      const rate = rateOf(meaning, index, theory);
      if (!rate) continue;
      if (rate.kind === 'reciprocal') vanishing.#reciprocal.add(id);
      else
        for (const sign of [1, -1] as const) {
          let isVanishing = true;
          for (const fact of vanishingFacts(rate, sign)) isVanishing &&= await isSo(fact);
          if (isVanishing) vanishing.#geometric.add(keyOf(id, sign));
        }
    }
    return vanishing;
  }

  /** Whether a power of an atom tends to zero. */
  isNull(id: string, exponent: number): boolean {
    if (exponent < 0 && this.isIndex(id)) return true;
    return this.isGeometric(id, exponent) || (exponent > 0 && this.#reciprocal.has(id));
  }

  /** The same faster than any power of the index grows (Rudin, Theorem 3.20(d)). */
  isGeometric(id: string, exponent: number): boolean {
    return this.#geometric.has(keyOf(id, exponent));
  }

  isIndex(id: string): boolean {
    return id === this.#index;
  }
}

type Rate = { kind: 'power' | 'exponential'; of: Polynomial } | { kind: 'reciprocal' };

function rateOf(meaning: Meaning, index: string, { atoms }: Theory): Rate | null {
  switch (meaning.kind) {
    case 'power': {
      const isOfIndex = meaning.exponent === index && atoms.isConstant(meaning.of);
      return isOfIndex ? { kind: 'power', of: meaning.of } : null;
    }
    case 'exp': {
      const factor = onlyTerm(meaning.of) && product(meaning.of, atom(index, -1));
      return factor && atoms.isConstant(factor) ? { kind: 'exponential', of: factor } : null;
    }
    case 'inverse': {
      const terms = [...meaning.of.values()];
      const growing = terms.filter(({ powers }) => powers.has(index));
      const [only, ...more] = growing;
      const factor = only && product(polynomialOf([only]), atom(index, -1));
      const rest = polynomialOf(terms.filter((term) => !growing.includes(term)));
      const isLinear =
        factor && more.length === 0 && atoms.isNonzero(factor) && atoms.isConstant(factor);
      return isLinear && atoms.isConstant(rest) ? { kind: 'reciprocal' } : null;
    }
    default:
      return null;
  }
}

/** What is to be shown for a power to vanish, or for its inverse to. */
function vanishingFacts({ kind, of }: Exclude<Rate, { kind: 'reciprocal' }>, sign: 1 | -1): Fact[] {
  if (kind === 'exponential') return [{ operator: '<', polynomial: sign > 0 ? of : negated(of) }];
  const minusOne = negated(ONE_POLYNOMIAL);
  if (sign < 0) return [{ operator: '<', polynomial: sum(ONE_POLYNOMIAL, negated(of)) }];
  return [
    { operator: '<', polynomial: sum(of, minusOne) },
    { operator: '<', polynomial: sum(negated(of), minusOne) },
  ];
}

function keyOf(id: string, exponent: number): string {
  return `${exponent > 0 ? '+' : '-'}${id}`;
}
