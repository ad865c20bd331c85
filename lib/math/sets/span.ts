import {
  type Ball,
  divide,
  isDefined,
  logRadius,
  logSize,
  mayBeZero,
  multiply,
  subtract,
} from '@/lib/math/numbers/ball';

/** Where a vector lies to a span, as far as bounds tell. */
export type Membership = 'inside' | 'outside' | 'unclear';

/** What is left of a vector counts as nothing where it is so many bits smaller than the vector. */
const NOTHING_BITS = 117;
const BITS = 1100;

/** The span of vectors of balls, in echelon form. */
export class Span {
  readonly #rows: { vector: readonly Ball[]; pivot: number }[] = [];

  /** Adds a vector; one that lies in the span already changes nothing. */
  add(vector: readonly Ball[]): Membership {
    const rest = this.#reduced(vector);
    const membership = membershipOf(vector, rest);
    if (membership === 'outside') this.#rows.push({ vector: rest, pivot: largest(rest) });
    return membership;
  }

  /** *outside* is certain; *inside* says that nothing is left in many digits. */
  membership(vector: readonly Ball[]): Membership {
    return membershipOf(vector, this.#reduced(vector));
  }

  #reduced(vector: readonly Ball[]): readonly Ball[] {
    return this.#rows.reduce<readonly Ball[]>((rest, row) => {
      const [top, bottom] = [rest[row.pivot], row.vector[row.pivot]];
      if (!top || !bottom) return rest;
      const factor = divide(top, bottom, BITS);
      return rest.map((entry, index) => {
        const own = row.vector[index];
        return own ? subtract(entry, multiply(factor, own, BITS), BITS) : entry;
      });
    }, vector);
  }
}

function membershipOf(vector: readonly Ball[], rest: readonly Ball[]): Membership {
  if (!rest.every(isDefined)) return 'unclear';
  if (rest.some((entry) => !mayBeZero(entry))) return 'outside';
  const scale = Math.max(...vector.map(logSize), 0);
  return rest.every((entry) => logRadius(entry) <= scale - NOTHING_BITS) ? 'inside' : 'unclear';
}

/** The place of the largest entry that is not 0. */
function largest(vector: readonly Ball[]): number {
  const sizes = vector.map((entry) =>
    mayBeZero(entry) ? Number.NEGATIVE_INFINITY : logSize(entry),
  );
  return sizes.indexOf(Math.max(...sizes));
}
