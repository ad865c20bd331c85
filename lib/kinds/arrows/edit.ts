import type { ArrowsAnswer, Vector } from './answer';

/** The part of the plane that one draws in: x from -WIDE to WIDE, y from -HIGH to HIGH. */
export const WIDE = 5;
export const HIGH = 4;
/** The grid that one may snap to. */
export const GRID = 0.5;
/** How far an arrow key moves. */
export const STEP = 0.1;
/** An arrow that ends nearer to its point is none. */
const SHORTEST = 0.2;

/** Coordinates are kept to hundredths. */
function rounded([x, y]: Vector): Vector {
  return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
}

/** How many times as large as usual a plane has to be for all of the places to lie in it. */
export function reachOf(places: readonly Vector[]): number {
  return Math.max(1, ...places.flatMap(([x, y]) => [Math.abs(x) / WIDE, Math.abs(y) / HIGH]));
}

/** Where the points and the ends of the arrows are. */
export function placesIn({ points = {}, arrows = {} }: ArrowsAnswer): Vector[] {
  return Object.entries(points).flatMap(([id, at]): Vector[] => {
    const [right, up] = arrows[id] ?? [0, 0];
    return [at, [at[0] + right, at[1] + up]];
  });
}

export function inPlane([x, y]: Vector, reach = 1): Vector {
  return [within(x, WIDE * reach), within(y, HIGH * reach)];
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}

export function onGrid([x, y]: Vector): Vector {
  return [Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID];
}

/** A point of the drawing, or the end of its arrow. */
export interface Grip {
  id: string;
  isTip: boolean;
}

/** Where the end of an arrow waits beside its point until it is drawn, on the inner side. */
export function waitingWay([x, y]: Vector, reach = 1): Vector {
  const side = 0.6 * reach;
  return [x > (WIDE - 1) * reach ? -side : side, y > (HIGH - 1) * reach ? -side : side];
}

/** Moves a grip, so far that it and the arrow that moves with it stay in the plane. */
export function moveGrip(
  answer: ArrowsAnswer,
  { id, isTip }: Grip,
  to: Vector,
  reach = 1,
): ArrowsAnswer {
  const point = answer.points?.[id];
  if (!isTip) {
    const way = answer.arrows?.[id] ?? [0, 0];
    const tip = inPlane([to[0] + way[0], to[1] + way[1]], reach);
    return placePoint(answer, id, inPlane([tip[0] - way[0], tip[1] - way[1]], reach));
  }
  if (!point) return answer;
  const [x, y] = inPlane(to, reach);
  return drawArrow(answer, id, [x - point[0], y - point[1]]);
}

/** Moves a grip by so much; the end of an arrow passes over its point, where there would be none. */
export function stepGrip(answer: ArrowsAnswer, grip: Grip, by: Vector, reach = 1): ArrowsAnswer {
  const point = answer.points?.[grip.id];
  if (!point) return answer;
  if (!grip.isTip) return moveGrip(answer, grip, [point[0] + by[0], point[1] + by[1]], reach);
  let way = answer.arrows?.[grip.id] ?? waitingWay(point, reach);
  do way = [way[0] + by[0], way[1] + by[1]];
  while (Math.hypot(...way) < SHORTEST);
  return moveGrip(answer, grip, [point[0] + way[0], point[1] + way[1]], reach);
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
