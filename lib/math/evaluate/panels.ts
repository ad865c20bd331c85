import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Position, Range } from './quadrature-nodes';

/** Where an integral ends: at a number, which may be a break that was found, or at ∞ or −∞. */
export type End<N> = { infinite: 1 | -1 } | { infinite: null; value: N; isBreak?: boolean };

/** One step of the way from an end to an end on which the integrand has no kink that was found. */
export interface Panel<N> {
  from: End<N>;
  to: End<N>;
}

/** The number at a position, and on a finite panel its width. */
export function placed<N>(
  { from, to }: Panel<N>,
  { near, offset }: Position,
  { from: exact, add, subtract, multiply }: Arithmetic<N>,
): { x: N; width: N | null } {
  if (from.infinite === null && to.infinite === null) {
    const width = subtract(to.value, from.value);
    const step = multiply(width, exact(offset));
    return { x: near === 'from' ? add(from.value, step) : subtract(to.value, step), width };
  }
  if (from.infinite === null) return { x: add(from.value, exact(offset)), width: null };
  if (to.infinite === null) return { x: subtract(to.value, exact(offset)), width: null };
  return { x: exact(offset), width: null };
}

/** The first component as a Float64. */
export function realPart<N>(value: N, arithmetic: Arithmetic<N>): number {
  return arithmetic.toParts(value).parts[0] ?? Number.NaN;
}

/** The panels between places inside of one. */
export function cutAt<N>(
  whole: Panel<N>,
  places: readonly number[],
  arithmetic: Arithmetic<N>,
): Panel<N>[] {
  const inner = places.map(
    (x): End<N> => ({
      infinite: null,
      value: arithmetic.from(x),
      isBreak: true,
    }),
  );
  const ends = [whole.from, ...inner, whole.to];
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index];
    return from ? [{ from, to }] : [];
  });
}

export function rangeOf<N>({ from, to }: Panel<N>): Range {
  if (from.infinite === null) return to.infinite === null ? 'finite' : 'up';
  return to.infinite === null ? 'down' : 'line';
}

/** Where to cut a panel in two: at its peak, or in its middle. */
export function middleOf<N>(panel: Panel<N>, peak: Position, arithmetic: Arithmetic<N>): number {
  const { from, to } = panel;
  const isBounded = from.infinite === null && to.infinite === null;
  // Near an end of a finite panel the middle is the better place.
  const offset = isBounded && peak.offset < 0.05 ? 0.5 : peak.offset;
  const position = {
    ...peak,
    offset: isBounded || rangeOf(panel) === 'line' ? offset : 2 * offset,
  };
  return realPart(placed(panel, position, arithmetic).x, arithmetic);
}
