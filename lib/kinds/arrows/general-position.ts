import type { Vector } from './answer';
import { between, degreesBetween, length } from './geometry';

/** Points nearer to each other than this share of the largest distance nearly coincide. */
const NEAR = 0.05;
/** Three points whose widest angle is wider than this are nearly on one line. */
const FLAT_DEGREES = 170;

export interface Placed {
  latex: string;
  at: Vector;
}

/** Why points are not in general position; null where they are. */
export function notGeneral(points: readonly Placed[]): string | null {
  const pairs = points.flatMap((a, index) => points.slice(index + 1).map((b) => [a, b] as const));
  const distances = pairs.map(([a, b]) => length(between(a.at, b.at)));
  const widest = Math.max(0, ...distances);
  const near = pairs.find((_, index) => (distances[index] ?? 0) <= NEAR * widest);
  if (near) return `$${near[0].latex}$ and $${near[1].latex}$ lie at the same place, or nearly so.`;
  for (const [a, b] of pairs) {
    const rest = points.slice(points.indexOf(b) + 1);
    const flat = rest.find((c) => widestAngle(a.at, b.at, c.at) > FLAT_DEGREES);
    if (flat)
      return `$${a.latex}$, $${b.latex}$ and $${flat.latex}$ lie on one line, or nearly so.`;
  }
  return null;
}

function widestAngle(a: Vector, b: Vector, c: Vector): number {
  return Math.max(
    degreesBetween(between(a, b), between(a, c)),
    degreesBetween(between(b, a), between(b, c)),
    degreesBetween(between(c, a), between(c, b)),
  );
}
