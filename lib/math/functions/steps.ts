import type { Arithmetic, DualValue, ScalarFunction } from '@/lib/math/numbers/arithmetic';
import {
  absolute,
  add,
  type Ball,
  fromNumber,
  mayBeZero,
  negate,
  UNKNOWN,
} from '@/lib/math/numbers/ball';
import { wholeIn } from '@/lib/math/numbers/ball-whole';
import { type Bounded, uncertain } from '@/lib/math/numbers/bounded-float';
import { ofKnown, sideOf } from './ball-edges';
import type { FunctionOfNumbers } from './function';
import { sin } from './trigonometric';

/** Functions that jump or bend: signs, roundings, extremes. */

export const sign: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['sign', 'sgn', 'signum'],
  float: (_, { v, e }) => (Math.abs(v) <= e && e > 0 ? uncertain(0) : { v: Math.sign(v), e: 0 }),
  ball: ofKnown((arithmetic, x) => {
    const side = sideOf(x, arithmetic);
    return side === null ? UNKNOWN : fromNumber(side);
  }),
  complex: 'of the reals',
  slope: (base, x) => flatBeside(base, x),
};

export const floor: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['floor'],
  float: (_, x) => step(x, Math.floor),
  ball: ofKnown(({ bits }, x) => {
    const whole = wholeIn(x, bits);
    if (whole === 'unclear') return UNKNOWN;
    return { m: whole ?? floorOf(x), e: 0, r: 0 };
  }),
  complex: 'of the reals',
  slope: (base, x) => flatBeside(base, sineOfTurns(base, x)),
};

export const ceil: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['ceil'],
  float: (_, x) => step(x, Math.ceil),
  ball: ({ call }, x) => negate(call(floor, [negate(x)])),
  complex: 'of the reals',
  slope: (base, x) => flatBeside(base, sineOfTurns(base, x)),
};

/** Halves are rounded up. */
export const round: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 1],
  names: ['round'],
  float: (_, x) => step(x, (value) => Math.floor(value + 0.5), 0.5),
  ball: ({ add: plus, call, from }, x) => call(floor, [plus(x, from(0.5))]),
  complex: 'of the reals',
  slope: (base, x) => flatBeside(base, sineOfTurns(base, base.add(x, base.from(0.5)))),
};

export const min: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 50],
  names: ['min'],
  notation: 'command',
  float: (_arithmetic, _x, _y, all) => extremeFloat(all, Math.min),
  ball: extremeBall((gap) => gap <= 0n),
  complex: 'of the reals',
  slope: extremeDual(() => min),
};

export const max: FunctionOfNumbers = {
  of: 'numbers',
  arity: [1, 50],
  names: ['max'],
  notation: 'command',
  float: (_arithmetic, _x, _y, all) => extremeFloat(all, Math.max),
  ball: extremeBall((gap) => gap >= 0n),
  complex: 'of the reals',
  slope: extremeDual(() => max),
};

function step({ v, e }: Bounded, cut: (value: number) => number, offset = 0): Bounded {
  const nearest = Math.round(v + offset) - offset;
  if (e > 0 && Math.abs(v - nearest) <= e) return uncertain(cut(v));
  return { v: cut(v), e: 0 };
}

function floorOf({ m, e }: Ball): bigint {
  return e >= 0 ? m << BigInt(e) : m >> BigInt(-e);
}

function extremeFloat(all: readonly Bounded[], pick: (...values: number[]) => number): Bounded {
  return { v: pick(...all.map(({ v }) => v)), e: Math.max(...all.map(({ e }) => e)) };
}

/** `prefersFirst` hears the difference of the first and the second midpoint. */
function extremeBall(prefersFirst: (gap: bigint) => boolean): ScalarFunction['ball'] {
  const extreme = ofKnown(({ subtract, bits }, first, _, all) =>
    all.slice(1).reduce((best, other) => {
      const gap = subtract(best, other);
      const chosen = prefersFirst(gap.m) ? best : other;
      // Where they cannot be told apart the result is as uncertain as both.
      return mayBeZero(gap) ? widened(chosen, gap, bits) : chosen;
    }, first),
  );
  // The largest of one number is that number, whatever is known of it.
  return (arithmetic, x, y, all) => (all.length === 1 ? x : extreme(arithmetic, x, y, all));
}

/** The ball with the size of another added to its radius. */
export function widened(x: Ball, gap: Ball, bits: number): Ball {
  return add(x, { m: 0n, e: gap.e, r: Number(absolute(gap).m) + gap.r }, bits);
}

/** The derivative of what is reached by one argument alone; where two of them tie there is none. */
function extremeDual(extreme: () => FunctionOfNumbers): DualValue {
  return {
    dual: ({ base }, _x, _y, all) => {
      const value = base.call(
        extreme(),
        all.map(({ v }) => v),
      );
      const reached = all.filter(({ v }) => base.mayBeZero(base.subtract(v, value)));
      const [only, ...others] = reached;
      return { v: value, d: only && others.length === 0 ? only.d : base.constant('infinity') };
    },
  };
}

/** The slope of a step: zero, and unknown where `place` may be zero. */
function flatBeside<N>({ complex, mayBeZero, constant, from }: Arithmetic<N>, place: N): N {
  return complex || mayBeZero(place) ? constant('infinity') : from(0);
}

/** sin πx, which is zero where x is a whole number. */
function sineOfTurns<N>({ call, multiply, constant }: Arithmetic<N>, x: N): N {
  return call(sin, [multiply(constant('pi'), x)]);
}
