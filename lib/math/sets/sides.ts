import type { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Sample } from '@/lib/math/evaluate/sample';
import {
  type Ball,
  isDefined,
  isExact,
  logRadius,
  mayBeZero,
  signOf,
} from '@/lib/math/numbers/ball';
import { changesSign } from '@/lib/math/sets/zeros/line-zeros';
import { DIGITS, type Moved, type Setting, type ValueAt, valueAt } from './balls-at';
import type { Side } from './truth';

/** A point, of which one symbol may be a ball around a zero. */
export interface Place {
  sample: Sample;
  moved?: Moved;
  /** The expression that is proven to be 0 somewhere in the ball. */
  zero?: number | null;
}

/** What is smaller than this, as log2, counts as 0 unless something is proven. */
const NOTHING = -100;

/** On which sides of 0 some expressions are. */
export class Sides {
  readonly #values: readonly ValueAt[];

  constructor(trees: readonly Tree[], setting: Setting, meter: Meter) {
    this.#values = trees.map((tree) => valueAt(tree, setting, meter));
  }

  at(place: Place): Side[] {
    return this.#values.map((value, index) =>
      place.moved ? onBall(value, place, place.moved, place.zero === index) : atPoint(value, place),
    );
  }
}

function atPoint(value: ValueAt, { sample }: Place): Side {
  let last: Side = { sign: null, isProven: false };
  for (const digits of DIGITS) {
    last = sideOf(value(sample, digits));
    if (last.isProven) break;
  }
  return last;
}

/** The side of all points of a ball at once. */
function onBall(value: ValueAt, { sample }: Place, { id, to }: Moved, isZero: boolean): Side {
  const evaluate = (at: Ball) => value(sample, 110, { id, to: at });
  const side = sideOf(evaluate(to));
  if (side.sign !== 0) return side;
  return { sign: 0, isProven: isZero || changesSign(evaluate, to) };
}

function sideOf(value: Ball): Side {
  if (Number.isNaN(value.r)) return { sign: 'undefined', isProven: true };
  if (!isDefined(value)) return { sign: null, isProven: false };
  if (!mayBeZero(value)) return { sign: signOf(value), isProven: true };
  if (isExact(value)) return { sign: 0, isProven: true };
  return { sign: logRadius(value) < NOTHING ? 0 : null, isProven: false };
}
