import { undecided } from '@/lib/math/compare/outcome';
import { assignmentsIn, pointOf } from '@/lib/math/compare/witness/witness';
import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import { type Sample, Sampler } from '@/lib/math/evaluate/sample';
import type { Ball } from '@/lib/math/numbers/ball';
import { isDefined } from '@/lib/math/numbers/ball';
import {
  DIGITS,
  type Digits,
  orderOf,
  plainTree,
  type Setting,
  type ValueAt,
  valueAt,
} from './balls-at';
import { numberBetween, pointLatex } from './number-between';
import { isUnsolved, numbersOf, type SetTree } from './set';

/** A number that is in exactly one of two sets, LaTeX, and what the symbols are there. */
interface SetWitness {
  number: string;
  isInReference: boolean;
  /** `$a = 2$, `; empty where the sets depend on no symbol. */
  where: string;
}

export type SetOutcome =
  | { verdict: 'right' }
  | { verdict: 'wrong'; witness: SetWitness }
  | { verdict: 'review'; reason: string };

/** What one comparison may cost, in units of the meter. */
const MOST_WORK = 4_000_000;
/** Sets with more ends are left to a person. */
const MOST_NUMBERS = 80;
/** At so many points sets that depend on symbols are compared, at so many they have to agree, of so many draws. */
const POINTS = 24;
const FEWEST = 6;
const DRAWS = 160;
/** So many points are looked at with all digits, also where fewer call ends equal. */
const LOOKED_AT_CLOSELY = 2;

/**
 * Whether two sets hold the same numbers, whatever the symbols in them are. At each point the ends
 * of both sets are put in order, as values with proven bounds; between two neighbours, and on each
 * of them, a number is in a set or it is not. *wrong* is certain but for ends that agree in 35
 * digits, which count as equal; *right* is randomized as in `lib/math/compare/compare.ts`.
 */
export function compareSets(reference: SetTree, answer: SetTree, setting: Setting): SetOutcome {
  try {
    return decide(reference, answer, setting, new Meter(MOST_WORK));
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return undecided('it would take too much work.');
  }
}

function decide(reference: SetTree, answer: SetTree, setting: Setting, meter: Meter): SetOutcome {
  if ([reference, answer].some(isUnsolved))
    return undecided('a condition is not solved for its variable.');
  const numbers = [...numbersOf(reference), ...numbersOf(answer)];
  if (numbers.length > MOST_NUMBERS) return undecided('there are too many numbers in the sets.');
  const plain = numbers.map((number) => plainTree(number, setting));
  if (plain.includes(null)) return undecided('an end of the set is no number.');
  const trees = plain.filter((tree) => tree !== null);
  const values = trees.map((tree) => valueAt(tree, setting, meter));
  const ids = freeIds(trees, new Map());
  const sampler = new Sampler(ids, setting.table, setting.seed);
  const count = numbersOf(reference).length;
  let agreeing = 0;
  let unclear = 0;
  for (let draw = 0; draw < (sampler.isConstant ? 1 : DRAWS); draw++) {
    const sample = sampler.next();
    const order = orderAt(values, sample, agreeing < LOOKED_AT_CLOSELY);
    if (order === 'unclear') unclear++;
    if (typeof order === 'string') continue;
    const other = difference(ranked(reference, order, 0), ranked(answer, order, count), order);
    if (other) {
      const at = pointOf(sample, ids, setting.table);
      const where = at.length > 0 ? `${assignmentsIn(at)}, ` : '';
      const { cell, isInReference } = other;
      return { verdict: 'wrong', witness: { number: shown(cell, order), isInReference, where } };
    }
    agreeing++;
    if (agreeing === POINTS) break;
  }
  if (agreeing >= (sampler.isConstant ? 1 : FEWEST) && unclear <= agreeing / 4)
    return { verdict: 'right' };
  return undecided(
    unclear > 0
      ? 'two ends are too close to each other to be told apart.'
      : 'there are too few points at which all ends of the sets have a value.',
  );
}

/** The values of the numbers of both sets in their order. */
interface Order {
  /** The rank of each number; equal ones have the same. */
  ranks: readonly number[];
  /** The values that there are, the smallest first. */
  values: readonly Ball[];
}

/** The order at a point; `undefined` where a number has no value there. */
function orderAt(
  numbers: readonly ValueAt[],
  sample: Sample,
  isClose: boolean,
): Order | 'undefined' | 'unclear' {
  let best: Order | 'undefined' | 'unclear' = 'unclear';
  for (const digits of DIGITS) {
    best = orderWith(numbers, sample, digits);
    if (best === 'undefined' || (best !== 'unclear' && !isClose)) return best;
  }
  return best;
}

function orderWith(
  numbers: readonly ValueAt[],
  sample: Sample,
  digits: Digits,
): Order | 'undefined' | 'unclear' {
  const values = numbers.map((number) => number(sample, digits));
  if (values.some(({ r }) => Number.isNaN(r))) return 'undefined';
  if (!values.every(isDefined)) return 'unclear';
  const sorted: { value: Ball; places: number[] }[] = [];
  for (const [place, value] of values.entries()) {
    let at = 0;
    let order: ReturnType<typeof orderOf> = 1;
    for (; at < sorted.length; at++) {
      const other = sorted[at];
      order = other ? orderOf(value, other.value) : null;
      if (order === null) return 'unclear';
      if (order <= 0) break;
    }
    if (at < sorted.length && order === 0) sorted[at]?.places.push(place);
    else sorted.splice(at, 0, { value, places: [place] });
  }
  const ranks = values.map((_, place) => sorted.findIndex(({ places }) => places.includes(place)));
  return { ranks, values: sorted.map(({ value }) => value) };
}

/**
 * Whether a cell of the line is in a set. Cell 2k + 1 is the value of rank k, cell 2k lies below
 * it, and the last one above all.
 */
type HasCell = (cell: number) => boolean;

/** The set over cells; its numbers are those from `first` on. */
function ranked(set: SetTree, { ranks }: Order, first: number): HasCell {
  let next = first;
  const visit = (tree: SetTree): HasCell => {
    const cellOf = () => 2 * (ranks[next++] ?? 0) + 1;
    switch (tree.kind) {
      case 'interval': {
        const [from, to] = [tree.from && cellOf(), tree.to && cellOf()];
        const isAbove = (cell: number) =>
          from === null || cell > from || (cell === from && tree.from?.belongs === true);
        const isBelow = (cell: number) =>
          to === null || cell < to || (cell === to && tree.to?.belongs === true);
        return (cell) => isAbove(cell) && isBelow(cell);
      }
      case 'list': {
        const cells = new Set(tree.elements.map(cellOf));
        return (cell) => cells.has(cell);
      }
      case 'condition':
        return () => false;
      default: {
        const [left, right] = [visit(tree.left), visit(tree.right)];
        if (tree.kind === 'union') return (cell) => left(cell) || right(cell);
        if (tree.kind === 'intersection') return (cell) => left(cell) && right(cell);
        return (cell) => left(cell) && !right(cell);
      }
    }
  };
  return visit(set);
}

/** The first cell that is in exactly one of the sets, whole pieces before single numbers. */
function difference(
  reference: HasCell,
  answer: HasCell,
  { values }: Order,
): { cell: number; isInReference: boolean } | null {
  const cells = Array.from({ length: 2 * values.length + 1 }, (_, cell) => cell);
  const [pieces, ends] = [0, 1].map((rest) => cells.filter((cell) => cell % 2 === rest));
  for (const cell of [...(pieces ?? []), ...(ends ?? [])]) {
    const isInReference = reference(cell);
    if (isInReference !== answer(cell)) return { cell, isInReference };
  }
  return null;
}

/** A number of the cell. */
function shown(cell: number, { values }: Order): string {
  const place = Math.floor(cell / 2);
  const value = values[place];
  if (cell % 2 === 1 && value) return pointLatex(value);
  return numberBetween(values[place - 1] ?? null, value ?? null);
}
