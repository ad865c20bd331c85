import type { Vector } from './answer';

export function length([x, y]: Vector): number {
  return Math.hypot(x, y);
}

export function between([fromX, fromY]: Vector, [toX, toY]: Vector): Vector {
  return [toX - fromX, toY - fromY];
}

/** The angle between two directions in degrees, 0 to 180; NaN where one of them has no length. */
export function degreesBetween(a: Vector, b: Vector): number {
  if (length(a) === 0 || length(b) === 0) return Number.NaN;
  const cross = a[0] * b[1] - a[1] * b[0];
  const dot = a[0] * b[0] + a[1] * b[1];
  return (Math.abs(Math.atan2(cross, dot)) * 180) / Math.PI;
}

const CORNERS: Readonly<Record<Corner, Vector>> = {
  'below right': [1, -1],
  'below left': [-1, -1],
  'above right': [1, 1],
  'above left': [-1, 1],
};

/** Where the name of a point stands. */
export type Corner = 'below right' | 'below left' | 'above right' | 'above left';

/** The corner of a point that is furthest from the arrows which start there. */
export function freeCorner(arrows: readonly Vector[]): Corner {
  const ways = arrows.filter((arrow) => length(arrow) > 0);
  const nearest = (corner: Vector) =>
    Math.min(180, ...ways.map((way) => degreesBetween(corner, way)));
  const corners: Corner[] = ['below right', 'below left', 'above right', 'above left'];
  return corners.reduce((best, corner) =>
    nearest(CORNERS[corner]) > nearest(CORNERS[best]) ? corner : best,
  );
}

const COMPASS = [
  'to the right',
  'up and to the right',
  'up',
  'up and to the left',
  'to the left',
  'down and to the left',
  'down',
  'down and to the right',
] as const;

/** A direction in words, and as an angle counted from the right against the clock. */
export function inWords([x, y]: Vector): string {
  const degrees = ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
  return `${COMPASS[Math.round(degrees / 45) % 8]} (at ${Math.round(degrees) % 360}°)`;
}
