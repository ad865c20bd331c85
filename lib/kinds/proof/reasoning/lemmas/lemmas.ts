import type { Atoms } from '@/lib/kinds/proof/reasoning/algebra/atoms';
import {
  inverse,
  negated,
  type Polynomial,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import {
  opposite,
  scaled,
  sumOfVectors,
  type VectorForm,
} from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Fact } from '@/lib/kinds/proof/reasoning/fact';

/** A theorem on norms that the solver is told for the norms of a problem. */
export interface Lemma {
  name: string;
  /** LaTeX. */
  statement: string;
  reference: string;
  /** What it says of the vectors whose norms occur. */
  instances: (norms: readonly VectorForm[], atoms: Atoms) => Fact[];
}

/** A norm is split into at most this many others. */
const MOST_SUMMANDS = 4;
/** Beyond this many norms nothing is told: the instances would be too many. */
const MOST_NORMS = 10;

export const LEMMAS: readonly Lemma[] = [
  {
    name: 'triangle inequality',
    statement: '\\|\\sum_i c_i v_i\\| \\le \\sum_i |c_i|\\,\\|v_i\\|',
    reference: 'Horn and Johnson, Matrix Analysis, 2nd ed., Definition 5.1.1',
    instances: (norms, atoms) =>
      few(norms).flatMap((whole) => {
        const others = norms.filter((other) => other !== whole);
        return splits(whole, others, atoms, MOST_SUMMANDS).map((summands) => {
          const bound = summands.map(({ factor, of }) =>
            product(atoms.abs(factor), atoms.norm(of)),
          );
          return atMost(atoms.norm(whole), sum(...bound));
        });
      }),
  },
  {
    name: 'Cauchy–Schwarz inequality',
    statement: '|\\langle u, v\\rangle| \\le \\|u\\|\\,\\|v\\|',
    reference: 'Horn and Johnson, Matrix Analysis, 2nd ed., Theorem 5.1.4',
    instances: (norms, atoms) =>
      few(norms).flatMap((u, index) =>
        norms.slice(index + 1).flatMap((v) => {
          const inner = atoms.inner(u, v);
          const bound = product(atoms.norm(u), atoms.norm(v));
          return [atMost(inner, bound), atMost(negated(inner), bound)];
        }),
      ),
  },
];

interface Summand {
  factor: Polynomial;
  of: VectorForm;
}

/** The ways to write a vector as a combination of others, each with a factor of known sign. */
function splits(
  whole: VectorForm,
  others: readonly VectorForm[],
  atoms: Atoms,
  most: number,
): Summand[][] {
  if (whole.size === 0) return [[]];
  if (most === 0) return [];
  const [first] = whole;
  if (!first) return [];
  const [id, coefficient] = first;
  return others.flatMap((of, index) => {
    const own = of.get(id);
    const over = own && atoms.isNonzero(own) ? inverse(own) : null;
    if (!over) return [];
    const factor = product(coefficient, over);
    if (!atoms.isNonzero(factor)) return [];
    const rest = sumOfVectors(whole, opposite(scaled(of, factor)));
    const unused = others.toSpliced(index, 1);
    return splits(rest, unused, atoms, most - 1).map((more) => [{ factor, of }, ...more]);
  });
}

function few(norms: readonly VectorForm[]): readonly VectorForm[] {
  return norms.length > MOST_NORMS ? [] : norms;
}

function atMost(left: Polynomial, right: Polynomial): Fact {
  return { operator: '<=', polynomial: sum(left, negated(right)) };
}
