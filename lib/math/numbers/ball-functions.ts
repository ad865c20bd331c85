import type { ScalarFunction } from './arithmetic';
import {
  absolute,
  add,
  type Ball,
  divide,
  isDefined,
  isExact,
  logRadius,
  mayBeZero,
  multiply,
  negate,
  ONE,
  scaledBy,
  signOf,
  subtract,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from './ball';
import { atan, exp, ln, nearlyItself, pi, sinCos, sqrt } from './ball-elementary';
import { binomial, gamma } from './ball-gamma';
import { acosh, asinh, atanh, cosh, sinh, tanh } from './ball-hyperbolic';
import { wholeIn } from './ball-whole';

type Call = (x: Ball, y: Ball, ...others: Ball[]) => Ball;

/**
 * The functions of the language on balls of `bits` bits, put together from exp, ln, sin, cos, atan
 * and sqrt, whose bounds carry over. Where a ball lies across the edge of a domain nothing is known;
 * where its radius is tiny (below 2^−bits/2) the edge itself is taken.
 */
export function ballFunctions(
  bits: number,
  power: (a: Ball, b: Ball) => Ball,
): Record<ScalarFunction, Call> {
  const two: Ball = { m: 2n, e: 0, r: 0 };
  const ten: Ball = { m: 10n, e: 0, r: 0 };
  const half = (x: Ball) => scaledBy(x, -1);
  const plus = (a: Ball, b: Ball) => add(a, b, bits);
  const minus = (a: Ball, b: Ball) => subtract(a, b, bits);
  const times = (a: Ball, b: Ball) => multiply(a, b, bits);
  const over = (a: Ball, b: Ball) => divide(a, b, bits);
  const halfPi = () => half(pi(bits));
  /** Only known arguments reach the function. */
  const known =
    (call: Call): Call =>
    (...args) => {
      if (args.some(({ r }) => Number.isNaN(r))) return UNDEFINED;
      return args.every(isDefined) ? call(...args) : UNKNOWN;
    };
  const isTiny = (x: Ball) => logRadius(x) < -bits / 2;
  /** The sign, where a ball with 0 in it counts as 0 if it is tiny; null where it cannot be told. */
  const sided = (x: Ball): -1 | 0 | 1 | null => {
    const sign = signOf(x);
    if (sign !== 0 || x.m === 0n) return sign === 0 && !isExact(x) && !isTiny(x) ? null : sign;
    return isTiny(x) ? 0 : null;
  };
  const sign = (value: -1 | 0 | 1): Ball => ({ m: BigInt(value), e: 0, r: 0 });
  const sin: Call = (x) => sinCos(x, bits).sin;
  const cos: Call = (x) => sinCos(x, bits).cos;

  /** asin x = atan(x / √((1−x)(1+x))). */
  const asin = known((x) => {
    const near = nearlyItself(x, bits);
    if (near) return near;
    const room = times(minus(ONE, x), plus(ONE, x));
    const side = sided(room);
    if (side === null) return UNKNOWN;
    if (side < 0) return UNDEFINED;
    if (side > 0) return atan(over(x, sqrt(room, bits)), bits);
    // π/2 − asin x = asin √room ≤ 2√room, for every room in its tiny ball.
    const edge = x.m < 0n ? negate(halfPi()) : halfPi();
    return plus(edge, scaledBy(sqrt(absolute(room), bits), 1));
  });
  /** acos x = 2 atan(√((1−x)/(1+x))), without the cancellation of π/2 − asin x near 1. */
  const acos = known((x) => {
    const above = plus(ONE, x);
    const below = minus(ONE, x);
    const [up, down] = [sided(above), sided(below)];
    if (up === null || down === null) return UNKNOWN;
    if (up < 0 || down < 0) return UNDEFINED;
    if (up === 0) return minus(pi(bits), scaledBy(sqrt(above, bits), 1));
    return scaledBy(atan(sqrt(over(below, above), bits), bits), 1);
  });
  const reciprocal = (x: Ball) => over(ONE, x);
  const step = (cut: (x: Ball, whole: bigint | null) => bigint): Call =>
    known((x) => {
      const whole = wholeIn(x, bits);
      if (whole === 'unclear') return UNKNOWN;
      return { m: cut(x, whole), e: 0, r: 0 };
    });
  const floor = step((x, whole) => whole ?? floorOf(x));
  const extreme = (prefersFirst: (gap: -1 | 0 | 1) => boolean): Call =>
    known((first, ...others) =>
      others.reduce((best, other) => {
        const gap = minus(best, other);
        const chosen = prefersFirst(gap.m > 0n ? 1 : gap.m < 0n ? -1 : 0) ? best : other;
        // Where they cannot be told apart the result is as uncertain as both.
        return mayBeZero(gap) ? widened(chosen, gap, bits) : chosen;
      }, first),
    );
  const atan2 = known((y, x) => {
    const [up, right] = [sided(y), sided(x)];
    if (up === null || right === null) return UNKNOWN;
    if (right === 0 && up === 0) return isExact(y) && isExact(x) ? UNDEFINED : UNKNOWN;
    // On the cut from above; |atan t| ≤ |t|.
    if (up === 0) return withRadiusOf(right < 0 ? pi(bits) : ZERO, over(y, x), bits);
    if (right === 0) return minus(up > 0 ? halfPi() : negate(halfPi()), atan(over(x, y), bits));
    const angle = atan(over(y, x), bits);
    if (right > 0) return angle;
    return up > 0 ? plus(angle, pi(bits)) : minus(angle, pi(bits));
  });
  const unary =
    (call: (x: Ball, bits: number) => Ball): Call =>
    (x) =>
      call(x, bits);

  return {
    exp: unary(exp),
    ln: unary(ln),
    log10: (x) => over(ln(x, bits), ln(ten, bits)),
    log2: (x) => over(ln(x, bits), ln(two, bits)),
    log: (base, x) => over(ln(x, bits), ln(base, bits)),
    sqrt: unary(sqrt),
    root: (index, x) => power(x, over(ONE, index)),
    sin,
    cos,
    tan: (x) => over(sin(x, ZERO), cos(x, ZERO)),
    cot: (x) => over(cos(x, ZERO), sin(x, ZERO)),
    sec: (x) => reciprocal(cos(x, ZERO)),
    csc: (x) => reciprocal(sin(x, ZERO)),
    asin,
    acos,
    atan: unary(atan),
    acot: (x) => (isDefined(x) && x.m === 0n && isExact(x) ? halfPi() : atan(reciprocal(x), bits)),
    asec: (x) => acos(reciprocal(x), ZERO),
    acsc: (x) => asin(reciprocal(x), ZERO),
    sinh: unary(sinh),
    cosh: unary(cosh),
    tanh: unary(tanh),
    coth: (x) => reciprocal(tanh(x, bits)),
    sech: (x) => reciprocal(cosh(x, bits)),
    csch: (x) => reciprocal(sinh(x, bits)),
    asinh: unary(asinh),
    acosh: unary(acosh),
    atanh: unary(atanh),
    acoth: (x) => atanh(reciprocal(x), bits),
    asech: (x) => acosh(reciprocal(x), bits),
    acsch: (x) => asinh(reciprocal(x), bits),
    abs: absolute,
    sign: known((x) => {
      const side = sided(x);
      return side === null ? UNKNOWN : sign(side);
    }),
    floor,
    ceil: (x) => negate(floor(negate(x), ZERO)),
    round: (x) => floor(plus(x, half(ONE)), ZERO),
    min: extreme((gap) => gap <= 0),
    max: extreme((gap) => gap >= 0),
    atan2,
    factorial: (x) => gamma(plus(x, ONE), bits),
    gamma: unary(gamma),
    binomial: (n, k) => binomial(n, k, bits),
    re: (x) => x,
    conj: (x) => x,
    im: (x) => (Number.isNaN(x.r) ? UNDEFINED : ZERO),
    arg: (x) => atan2(ZERO, x),
  };
}

function floorOf({ m, e }: Ball): bigint {
  return e >= 0 ? m << BigInt(e) : m >> BigInt(-e);
}

/** The ball with the size of another added to its radius. */
function widened(x: Ball, gap: Ball, bits: number): Ball {
  return add(x, { m: 0n, e: gap.e, r: Math.abs(Number(gap.m)) + gap.r }, bits);
}

/** A midpoint with the error of another ball. */
function withRadiusOf(x: Ball, other: Ball, bits: number): Ball {
  if (!isDefined(other)) return other;
  return isExact(other) && other.m === 0n ? x : widened(x, other, bits);
}
