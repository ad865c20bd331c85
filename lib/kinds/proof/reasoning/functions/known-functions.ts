import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import { isList, type Point } from '@/lib/kinds/proof/reasoning/points';
import type { Working } from '@/lib/kinds/proof/reasoning/working';
import type { Random } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';
import type { Applied } from './applied';
import type { FunctionClass } from './classes';

/** Functions that are worked out, by their ids. */
export class KnownFunctions {
  readonly #all: ReadonlyMap<string, (at: Point) => Point>;
  readonly #open = new Set<Applied>();

  constructor(all: ReadonlyMap<string, (at: Point) => Point>) {
    this.#all = all;
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  /** The value of a call; null of any other function. */
  at(call: Applied, value: (arg: Tree) => Point, working: Working): Point | null {
    const known = this.#all.get(call.id);
    const [arg] = call.args;
    if (!known || !arg) return null;
    // An equation may say what a point is by the gradient at it.
    if (this.#open.has(call)) return working.giveUp();
    this.#open.add(call);
    try {
      return known(value(arg));
    } finally {
      this.#open.delete(call);
    }
  }

  /** The value of a call that is a vector; null of any other. */
  vectorOf(call: Applied | null, value: (call: Applied) => Point): readonly Digits[] | null {
    const point = call && this.has(call.id) ? value(call) : null;
    return point && isList(point) ? point : null;
  }
}

export const NONE_KNOWN = new KnownFunctions(new Map());

/** Of each entry t of the way from a point p t²/2 + q max(0, t)²/2 + r|t| + s t is added up. */
interface Shape {
  bend: Digits;
  bendAbove: Digits;
  kink: Digits;
  slope: Digits;
  from: Point;
}

/** What expressions are worth. */
interface Values {
  number: (tree: Tree) => Digits | null;
  point: (tree: Tree) => Point | null;
}

const [ZERO, HALF, ONE] = [new Digits(0), new Digits(0.5), new Digits(1)];
/** Mostly none: then a point that is spoken of may be the least one. */
const SLOPES = [0, 0, 0, 1, -1].map((slope) => new Digits(slope));

/**
 * Choices that take all combinations of bends and centres in turn, without slope or kink, as `turn`
 * counts up: what one of them refutes is refuted whatever the seed.
 */
export function inTurn(turn: number, points: number): Random {
  const count = Math.max(1, points);
  const [bend, above, centre] = [turn % 2, Math.floor(turn / 2) % 2, Math.floor(turn / 4) % count];
  // The middle of what each of them takes up between 0 and 1.
  const shares = [(bend + 0.5) / 2, (above + 0.5) / 2, (centre + 0.5) / count];
  let asked = 0;
  return () => shares[asked++] ?? 0;
}

/**
 * A function of each class, with its gradients or some of its subgradients: a sum over the entries of
 * piecewise quadratic functions around one of the points, which is bent as little or as much as the class
 * lets it be. Empty where the constants of a class have no value, or none that fits.
 */
export function drawFunctions(
  classes: readonly FunctionClass[],
  points: readonly Tree[],
  at: Values,
  choiceOf: () => Random,
): KnownFunctions {
  const known = new Map<string, (at: Point) => Point>();
  for (const each of classes) {
    const shape = drawShape(each, points, at, choiceOf());
    if (!shape) return NONE_KNOWN;
    known.set(each.id, (point) => {
      const way = wayTo(point, shape.from);
      return isList(way)
        ? Digits.sum(...way.map((entry) => height(shape, entry)))
        : height(shape, way);
    });
    known.set(each.gradient, (point) => {
      const way = wayTo(point, shape.from);
      return isList(way) ? way.map((entry) => slope(shape, entry)) : slope(shape, way);
    });
  }
  return new KnownFunctions(known);
}

function drawShape(
  { convex, strong, smooth, isDifferentiable }: FunctionClass,
  points: readonly Tree[],
  at: Values,
  choice: Random,
): Shape | null {
  // Bent least or most everywhere, or first the one and then the other.
  const [isBentLess, isBentAlike] = [choice() >= 0.5, choice() < 0.5];
  const centre = points[Math.floor(choice() * points.length)];
  const pick = (choices: readonly Digits[]) =>
    choices[Math.floor(choice() * choices.length)] ?? ZERO;
  const bound = smooth && at.number(smooth);
  const modulus = strong && at.number(strong);
  if ((smooth && !bound) || (strong && !modulus)) return null;
  const least = modulus ?? (convex || !bound ? ZERO : bound.negated());
  const most = bound ?? least.plus(pick([ONE, new Digits(2)]));
  if (most.lt(least)) return null;
  const isBentMost = convex === 'strictly' || !isBentLess;
  const bend = isBentMost ? most : least;
  const bendAbove =
    isBentAlike || convex === 'strictly'
      ? ZERO
      : isBentMost
        ? least.minus(most)
        : most.minus(least);
  const kink = isDifferentiable ? ZERO : pick([ZERO, ONE]);
  const from = (centre && at.point(centre)) ?? ZERO;
  return { bend, bendAbove, kink, slope: pick(SLOPES), from };
}

function height({ bend, bendAbove, kink, slope }: Shape, way: Digits): Digits {
  const above = Digits.max(ZERO, way);
  const bent = bend.times(way).times(way).plus(bendAbove.times(above).times(above)).times(HALF);
  return bent.plus(kink.times(way.abs())).plus(slope.times(way));
}

function slope({ bend, bendAbove, kink, slope }: Shape, way: Digits): Digits {
  const bent = bend.times(way).plus(bendAbove.times(Digits.max(ZERO, way)));
  const side = way.isZero() ? ZERO : way.isNegative() ? ONE.negated() : ONE;
  return bent.plus(kink.times(side)).plus(slope);
}

/** Of vectors entry by entry; a single number counts for every entry. */
function wayTo(point: Point, from: Point): Point {
  const start = (index: number) => (isList(from) ? (from[index] ?? ZERO) : from);
  return isList(point)
    ? point.map((entry, index) => entry.minus(start(index)))
    : point.minus(start(0));
}
