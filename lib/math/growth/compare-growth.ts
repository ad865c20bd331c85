import { Meter, WorkSpent } from '@/lib/math/core/meter';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import { type Ball, isDefined, logSize } from '@/lib/math/numbers/ball';
import { showBall } from '@/lib/math/numbers/ball-text';
import { orderOf, plainTree, type Setting, valueAt } from '@/lib/math/sets/balls-at';
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
/** Beyond all numbers that are written out: n^{1.001} passes n ln n near n = e^{9000}. */
const POWERS_OF_E: readonly (readonly Size[])[] = [
  [1e3, 1e5],
  [1e5, 1e7],
].map((powers) => powers.map((value) => ({ value, isPowerOfE: true })));

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
    const isFaster = order > 0;
    const ratios = ratiosAlong([left, right], isFaster, ray, setting);
    return { verdict: 'wrong', witness: { isFaster, ratios } };
  }
  return { verdict: 'right' };
}

/** Ratios at two sizes that tell which way they go; none where numbers of no size that can be shown do. */
function ratiosAlong(
  [reference, answer]: readonly [Tree, Tree],
  isFaster: boolean,
  ray: Ray,
  setting: Setting,
): GrowthWitness['ratios'] {
  const ratio: Tree = { kind: 'divide', left: answer, right: reference };
  let telling: GrowthWitness['ratios'] | null = null;
  for (const pair of [...SIZES.map((sizes) => sizes.map(plainSize)), ...POWERS_OF_E]) {
    const meter = new Meter(MOST_WORK);
    try {
      const ratios = pair.map((size) => ratioAt(ratio, ray, size, setting, meter));
      const [small, large] = ratios.map(({ value }) => value);
      if (!small || !large || ![small, large].every(isDefined)) continue;
      if (orderOf(large, small) !== (isFaster ? 1 : -1)) continue;
      const shown = ratios.map(({ at, value }) => ({ at, ratio: showBall(value, 4) }));
      // Twice as large one sees at once; n^{0.9999} takes a power of e for that.
      if (Math.abs(logSize(large) - logSize(small)) >= 1) return shown;
      telling ??= shown;
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
    }
  }
  return telling ?? [];
}

/** How large the fastest of the variables is: a number, or a power of e. */
interface Size {
  value: number;
  isPowerOfE: boolean;
}

function plainSize(value: number): Size {
  return { value, isPowerOfE: false };
}

/** A ratio where the variables have grown so far, and where that is, LaTeX. */
function ratioAt(
  ratio: Tree,
  ray: Ray,
  size: Size,
  setting: Setting,
  meter: Meter,
): { at: string; value: Ball } {
  const numbers = [...ray].map(([id, rate]) => [id, treeAlong(rate, size)] as const);
  const byId = new Map(numbers);
  const tree = substitute(ratio, (id) => byId.get(id) ?? null);
  const value = valueAt(tree, setting, meter)({ values: new Map(), sizes: new Map() }, 50);
  const { table } = setting;
  const at = numbers.map(([id, own]) => `$${table.latexOf(id)} = ${toLatex(own, table)}$`);
  return { at: at.join(', '), value };
}

/** About the size that a variable has where the fastest has the size: a whole number, or a power of e. */
function treeAlong({ as, weight }: Rate, { value, isPowerOfE }: Size): Tree {
  const number = (size: number): Tree => ({ kind: 'number', text: String(Math.round(size)) });
  if (as === 'constant') return number(10);
  if (isPowerOfE && as === 'exponential') {
    const power = number(value * Math.min(weight, 1));
    return { kind: 'power', left: { kind: 'constant', name: 'e' }, right: power };
  }
  const log = isPowerOfE ? value : Math.log(value);
  return number(Math.max(2, as === 'power' ? log ** weight : value ** Math.min(weight, 1)));
}
