import type { ArrowsAnswer, Vector } from './schema';

/** The part of the plane that one draws in: x from -WIDE to WIDE, y from -HIGH to HIGH. */
export const WIDE = 5;
export const HIGH = 4;
/** The grid that one may snap to. */
export const GRID = 0.5;
/** An arrow that ends nearer to its point is none. */
const SHORTEST = 0.2;

/** Coordinates are kept to hundredths. */
function rounded([x, y]: Vector): Vector {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

export function inPlane([x, y]: Vector): Vector {
  return [Math.min(WIDE, Math.max(-WIDE, x)), Math.min(HIGH, Math.max(-HIGH, y))];
}

/** Places or moves a point; its arrow moves with it. */
export function placePoint(answer: ArrowsAnswer, id: string, at: Vector): ArrowsAnswer {
  return { ...answer, points: { ...answer.points, [id]: rounded(at) } };
}

/** Takes a point away, and its arrow. */
export function removePoint(answer: ArrowsAnswer, id: string): ArrowsAnswer {
  const { [id]: _point, ...points } = answer.points ?? {};
  return { ...removeArrow(answer, id), points };
}

/** Draws the arrow of a point, from there by `way`; one that is hardly there is taken away. */
export function drawArrow(answer: ArrowsAnswer, id: string, way: Vector): ArrowsAnswer {
  if (Math.hypot(...way) < SHORTEST) return removeArrow(answer, id);
  return { ...answer, arrows: { ...answer.arrows, [id]: rounded(way) } };
}

export function removeArrow(answer: ArrowsAnswer, id: string): ArrowsAnswer {
  const { [id]: _arrow, ...arrows } = answer.arrows ?? {};
  return { ...answer, arrows };
}

/** Where a point is put that is placed without pointing: one beside the other, on one line. */
export function freePlace(answer: ArrowsAnswer): Vector {
  const taken = Object.values(answer.points ?? {});
  const places = Array.from(
    { length: 2 * WIDE - 1 },
    (_, index): Vector => [
      (index % 2 === 0 ? 1 : -1) * Math.ceil(index / 2) * 2 * (index < WIDE ? 1 : 0.5),
      0,
    ],
  );
  const isFree = ([x, y]: Vector) => taken.every(([a, b]) => Math.hypot(a - x, b - y) > 0.5);
  return places.find(isFree) ?? [0, -1];
}
