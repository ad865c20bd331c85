import { type Crossing, crossings, measureOf } from '@/lib/math/compare/cut-crossings';
import { lineAlong } from '@/lib/math/compare/search-lines';
import type { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { Sample } from '@/lib/math/evaluate/sample';
import {
  add,
  type Ball,
  ballOf,
  divide,
  fromNumber,
  isDefined,
  isExact,
  logSize,
  multiply,
  scaledBy,
  signOf,
  subtract,
} from '@/lib/math/numbers/ball';
import type { Setting, ValueAt } from '@/lib/math/sets/balls-at';

/** Zeros are worked out with so many digits, which are so many bits. */
const DIGITS = 110;
const BITS = 360;
/** A zero is known up to this share of it, as log2. */
const RADIUS = -200;
/** By these shares of where it is a bracket around a zero is widened until signs tell. */
const WIDENINGS: readonly number[] = [0, 2 ** -50, 2 ** -40, 2 ** -30, 2 ** -20];
const SECANT_STEPS = 12;
const BISECTIONS = 230;
/** After so many of them an expression that is no smaller than at first jumps: |x| has such a slope at 0. */
const JUMP_AFTER = 70;

/** A symbol moved along a line through a point, and an expression there. */
export interface OnLine {
  id: string;
  sample: Sample;
  value: ValueAt;
}

/** A place on a line at which an expression is 0 or, unless that is proven, very nearly. */
export interface LineZero {
  /** The place, with its radius. */
  at: Ball;
  isProven: boolean;
}

/**
 * Finds the places of lines, in Float64, at which an expression changes its sign: at most ten,
 * those nearest to 0. Those in a dip between two points of the grid are looked for unless `isSlope`.
 */
export function bracketFinder(
  { tree, isSlope }: { tree: Tree; isSlope: boolean },
  { table, functions, seed }: Setting,
  meter: Meter,
): (id: string, sample: Sample) => readonly Crossing[] {
  const nothing: Tree = { kind: 'number', text: '0' };
  const definitions = new Map<string, Tree>();
  const rest = { reference: nothing, answer: nothing, where: null };
  const expressions = { ...rest, definitions, table, seed, meter, functions };
  const measure = measureOf({ tree, steps: false }, expressions);
  return (id, sample) =>
    crossings(lineAlong(id, sample, table), (point) => {
      const position = measure(point);
      return position && isSlope ? { ...position, size: 0 } : position;
    });
}

/** The zero between two numbers, with many digits; null where there need not be any. */
export function zeroBetween(line: OnLine, low: number, high: number): LineZero | null {
  const evaluate = (at: Ball) => line.value(line.sample, DIGITS, { id: line.id, to: at });
  for (const end of [low, high]) {
    const value = evaluate(fromNumber(end));
    if (isExact(value) && value.m === 0n) return { at: fromNumber(end), isProven: true };
  }
  const size = Math.max(Math.abs(low), Math.abs(high)) || 1;
  for (const share of WIDENINGS) {
    const ends = [low - share * size, high + share * size].map(fromNumber);
    const [a, b] = ends;
    if (!a || !b) continue;
    const [left, right] = [signOf(evaluate(a)), signOf(evaluate(b))];
    if (left === 0 || right === 0 || left === right) continue;
    const near = bySecants(evaluate, a, b);
    const at = near && certified(evaluate, near);
    if (at) return { at, isProven: true };
    const halved = byHalving(evaluate, a, b, left);
    if (!isExact(halved)) return { at: halved, isProven: false };
    const proven = certified(evaluate, halved);
    return proven ? { at: proven, isProven: true } : { at: withRadius(halved), isProven: false };
  }
  return null;
}

type Value = (at: Ball) => Ball;

/** Whether an expression changes its sign within a ball, on which it is continuous since it has a bounded value on it. */
export function changesSign(evaluate: Value, at: Ball): boolean {
  if (isExact(at) || !isDefined(evaluate(at))) return false;
  const radius: Ball = {
    ...ballOf(BigInt(Math.ceil(at.r)), at.e, Number.NEGATIVE_INFINITY, BITS),
    r: 0,
  };
  const middle: Ball = { ...at, r: 0 };
  const [left, right] = [subtract(middle, radius, BITS), add(middle, radius, BITS)].map((end) =>
    signOf(evaluate({ ...end, r: 0 })),
  );
  return left !== 0 && right !== 0 && left !== right;
}

function certified(evaluate: Value, near: Ball): Ball | null {
  const at = withRadius(near);
  return changesSign(evaluate, at) ? at : null;
}

/** The number with the radius that zeros are known to. */
function withRadius(near: Ball): Ball {
  const size = logSize(near);
  const radius = (size === Number.NEGATIVE_INFINITY ? 0 : size) + RADIUS;
  return add({ ...near, r: 0 }, ballOf(0n, 0, radius, BITS), BITS);
}

function bySecants(evaluate: Value, low: Ball, high: Ball): Ball | null {
  let [a, b] = [low, high];
  let [valueA, valueB] = [evaluate(a), evaluate(b)];
  for (let step = 0; step < SECANT_STEPS; step++) {
    const slope = divide(subtract(b, a, BITS), subtract(valueB, valueA, BITS), BITS);
    const move = multiply(valueB, slope, BITS);
    if (!isDefined(move)) return step > 2 ? b : null;
    const next: Ball = { ...subtract(b, move, BITS), r: 0 };
    if (logSize(move) < logSize(b) + RADIUS - 8) return next;
    [a, b, valueA, valueB] = [b, next, valueB, evaluate(next)];
    if (!isDefined(valueB)) return null;
  }
  return b;
}

/** A number next to the zero; where there is a jump instead, a ball around it. */
function byHalving(evaluate: Value, low: Ball, high: Ball, left: -1 | 1): Ball {
  let [a, b] = [low, high];
  const first = logSize(subtract(evaluate(b), evaluate(a), BITS));
  for (let step = 0; step < BISECTIONS; step++) {
    const middle: Ball = { ...scaledBy(add(a, b, BITS), -1), r: 0 };
    const sign = signOf(evaluate(middle));
    if (sign === 0) return middle;
    if (sign === left) a = middle;
    else b = middle;
    // What is continuous comes near to 0 on both sides by then; a jump is as near as it needs to be.
    if (step === JUMP_AFTER && logSize(subtract(evaluate(b), evaluate(a), BITS)) > first - 2)
      return add(a, ballOf(0n, 0, logSize(subtract(b, a, BITS)) + 1, BITS), BITS);
  }
  return a;
}
