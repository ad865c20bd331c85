import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { ExactValue, Sample } from '@/lib/math/evaluate/sample';
import { divide, fromNumber, isDefined } from '@/lib/math/numbers/ball';
import { showBall } from '@/lib/math/numbers/ball-text';
import { plainTree, type Setting, valueAt } from '@/lib/math/sets/balls-at';
import { growthOf } from './growth-of';
import { orderAlong, type Rate, type Ray, raysOf, variablesIn } from './rays';

/** The ratio of answer and reference at two sizes, LaTeX. */
export interface GrowthWitness {
  /** Whether the answer grows faster than the reference, or more slowly. */
  isFaster: boolean;
  ratios: readonly { at: string; ratio: string }[];
}

export type GrowthOutcome =
  | { verdict: 'right' }
  | { verdict: 'wrong'; witness: GrowthWitness }
  | { verdict: 'review'; reason: string };

/** Sizes at which a ratio is shown: as large as the expressions allow. */
const SIZES: readonly (readonly [number, number])[] = [
  [1e3, 1e9],
  [100, 1e4],
  [10, 100],
  [4, 16],
];
const MOST_WORK = 2_000_000;
const BITS = 200;

/**
 * Whether the ratio of two expressions stays between two positive constants as their variables grow.
 * Both are brought to sums of products of exponentials, powers and logarithms (exact up to constant
 * factors; Hardy, Orders of Infinity, 1910), whose largest terms are compared along rays on which
 * the variables grow at rates of their own.
 */
export function compareGrowth(reference: Tree, answer: Tree, setting: Setting): GrowthOutcome {
  const { table, seed } = setting;
  const [left, right] = [reference, answer].map((tree) => plainTree(tree, setting));
  const [a, b] = [left, right].map((tree) => tree && growthOf(tree, table));
  if (!left || !right || !a || !b)
    return { verdict: 'review', reason: 'The machine does not know how this grows.' };
  const ids = [...new Set([...variablesIn(a), ...variablesIn(b)])].toSorted();
  for (const ray of raysOf(ids, seed)) {
    const order = orderAlong(b, a, ray);
    if (order === 0) continue;
    const ratios = ratiosAlong(left, right, ray, setting);
    return { verdict: 'wrong', witness: { isFaster: order > 0, ratios } };
  }
  return { verdict: 'right' };
}

function ratiosAlong(
  reference: Tree,
  answer: Tree,
  ray: Ray,
  setting: Setting,
): GrowthWitness['ratios'] {
  const meter = new Meter(MOST_WORK);
  const [below, above] = [reference, answer].map((tree) => valueAt(tree, setting, meter));
  for (const sizes of SIZES) {
    try {
      const ratios = sizes.flatMap((size) => {
        const numbers = [...ray].map(([id, rate]) => [id, sizeAlong(rate, size)] as const);
        const values = numbers.map(([id, value]): [string, ExactValue] => [
          id,
          { rows: 1, columns: 1, re: [value], im: [] },
        ]);
        const sample: Sample = { values: new Map(values), sizes: new Map() };
        const ratio =
          above && below
            ? divide(above(sample, 50), below(sample, 50), BITS)
            : fromNumber(Number.NaN);
        if (!isDefined(ratio)) return [];
        const at = numbers.map(([id, value]) => `$${setting.table.latexOf(id)} = ${value}$`);
        return [{ at: at.join(', '), ratio: showBall(ratio, 4) }];
      });
      if (ratios.length === sizes.length) return ratios;
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
    }
  }
  return [];
}

/** A whole number of about the size that the variable has where the fastest has `size`. */
function sizeAlong({ as, weight }: Rate, size: number): number {
  if (as === 'constant') return 10;
  const grown = as === 'exponential' ? size ** Math.min(weight, 1) : Math.log(size) ** weight;
  return Math.max(2, Math.round(grown));
}
