import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS, type FunctionName } from '@/lib/math/functions/functions';
import {
  type Ball,
  fromLiteral,
  fromNumber,
  logRadius,
  logSize,
  ONE,
  subtract,
  ZERO,
} from '@/lib/math/numbers/ball';
import { realBall } from './real-ball';

/** The functions of numbers; those of matrices are no business of balls. */
type ScalarName = Exclude<FunctionName, 'trace' | 'det' | 'diag'>;

/** Balls against decimal.js, which knows nothing of them: the truth must lie inside, and not by much. */

/** A ball carries nine digits beyond those asked for, and the slack of the truth below is twenty. */
const BEYOND = 50;
const EXPONENTS = { toExpNeg: -1e9, toExpPos: 1e9, maxE: 1e9, minE: -1e9 };

/** The truth to so many digits; more than are needed would only take longer. */
function truthTo(precision: number) {
  const D = Decimal.clone({ precision, ...EXPONENTS });
  const exactly = (m: bigint, e: number) => new D(m.toString()).times(new D(2).pow(e));
  return {
    D,
    exactly,
    /** A Float64 as it is; decimal.js would take its shortest decimal. */
    decimalOf: (x: number): Decimal => {
      const { m, e } = fromNumber(x);
      return exactly(m, e);
    },
    /** How far the truth is outside of the ball, in radii and units; at most 0 where it lies inside. */
    outside: ({ m, e, r }: Ball, truth: Decimal): number => {
      const gap = exactly(m, e).minus(truth).abs();
      // The last digits of the truth are not right themselves.
      const slack = truth.abs().times(new D(10).pow(20 - precision));
      return gap
        .minus(new D(r).times(new D(2).pow(e)))
        .minus(slack)
        .toNumber();
    },
    cases: casesWith(D),
  };
}

/** Numbers of all sizes and both signs, exact in Float64. */
const size = fc
  .tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.integer({ min: -60, max: 60 }))
  .map(([x, power]) => x * 2 ** power);
const real = fc.tuple(size, fc.boolean()).map(([x, negative]) => (negative ? -x : x));
const scaled = (least: number, most: number) =>
  fc
    .tuple(
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.integer({ min: least, max: most }),
      fc.boolean(),
    )
    .map(([x, power, negative]) => (negative ? -1 : 1) * x * 2 ** power);
const moderate = scaled(-40, 7);
const inside = scaled(-30, 0).filter((x) => Math.abs(x) < 1);

type Case = [ScalarName, fc.Arbitrary<number>, (x: Decimal) => Decimal];

const casesWith = (D: typeof Decimal): readonly Case[] => [
  ['exp', moderate, (x) => x.exp()],
  ['ln', size, (x) => x.ln()],
  ['log10', size, (x) => x.ln().div(new D(10).ln())],
  ['log2', size, (x) => x.ln().div(new D(2).ln())],
  ['sqrt', size, (x) => x.sqrt()],
  ['sin', moderate, (x) => x.sin()],
  ['cos', moderate, (x) => x.cos()],
  ['tan', moderate, (x) => x.sin().div(x.cos())],
  ['atan', real, (x) => x.atan()],
  ['asin', inside, (x) => x.asin()],
  ['acos', inside, (x) => x.acos()],
  ['sinh', moderate, (x) => x.exp().minus(x.negated().exp()).div(2)],
  ['cosh', moderate, (x) => x.exp().plus(x.negated().exp()).div(2)],
  ['tanh', moderate, (x) => new D(1).minus(new D(2).div(x.times(2).exp().plus(1)))],
  ['asinh', moderate, (x) => x.abs().plus(x.times(x).plus(1).sqrt()).ln().times(Decimal.sign(x))],
  ['atanh', inside, (x) => x.plus(1).div(new D(1).minus(x)).ln().div(2)],
  ['acosh', size.map((x) => x + 1), (x) => x.plus(x.times(x).minus(1).sqrt()).ln()],
];

/** Literals are kept to some three hundred digits, however few are asked for. */
const { D: Long, outside: ofLiteral } = truthTo(450);

describe.each([50, 110, 300])('with %d digits', (digits) => {
  const arithmetic = realBall(digits);
  const { D, exactly, decimalOf, outside, cases } = truthTo(digits + BEYOND);
  const runs = { numRuns: digits > 200 ? 25 : 60 };

  it.each(cases)('%s has the truth in its ball', (name, argument, truth) => {
    fc.assert(
      fc.property(argument, (x) => {
        const ball = arithmetic.call(FUNCTIONS[name], [fromNumber(x)]);
        expect(outside(ball, truth(decimalOf(x)))).toBeLessThanOrEqual(0);
        // And the ball says something: more than two thirds of the digits for an exact argument.
        const room = logRadius(ball) - Math.max(logSize(ball), -40);
        expect(room).toBeLessThan(-digits * 2.2);
      }),
      runs,
    );
  });

  it('functions of an uncertain argument hold all that they may be', () => {
    const uncertain = fc.constantFrom<ScalarName>('exp', 'sin', 'cos', 'atan', 'sinh', 'tanh');
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    const width = fc.integer({ min: -200, max: -4 });
    fc.assert(
      fc.property(uncertain, moderate, width, share, (name, x, power, t) => {
        // A ball of radius 2^power around x cut to 40 bits, and the point a share t of it away.
        const e = Math.min(power, -40);
        const m = BigInt(Math.round(x * 2 ** 40)) << BigInt(-40 - e);
        const ball: Ball = { m, e, r: 2 ** (power - e) };
        const radius = new D(2).pow(power);
        const at = exactly(m, e).plus(radius.times(decimalOf(t)));
        const truth = cases.find(([other]) => other === name)?.[2](at);
        const result = arithmetic.call(FUNCTIONS[name], [ball]);
        fc.pre(truth !== undefined && arithmetic.isDefined(result));
        expect(outside(result, truth ?? new D(0))).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('the four operations have the truth in their balls', () => {
    fc.assert(
      fc.property(real, real, (x, y) => {
        const [a, b] = [fromNumber(x), fromNumber(y)];
        const [u, v] = [decimalOf(x), decimalOf(y)];
        expect(outside(arithmetic.add(a, b), u.plus(v))).toBeLessThanOrEqual(0);
        expect(outside(arithmetic.subtract(a, b), u.minus(v))).toBeLessThanOrEqual(0);
        expect(outside(arithmetic.multiply(a, b), u.times(v))).toBeLessThanOrEqual(0);
        expect(outside(arithmetic.divide(a, b), u.div(v))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('powers have the truth in their balls', () => {
    fc.assert(
      fc.property(size, moderate, (x, y) => {
        const ball = arithmetic.power(fromNumber(x), fromNumber(y));
        fc.pre(arithmetic.isDefined(ball));
        expect(outside(ball, decimalOf(x).ln().times(decimalOf(y)).exp())).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('π, e and literals have the truth in their balls', () => {
    expect(outside(arithmetic.constant('pi'), D.acos(-1))).toBeLessThanOrEqual(0);
    expect(outside(arithmetic.constant('e'), D.exp(1))).toBeLessThanOrEqual(0);
    for (const text of ['0.1', '1e-30', '123456789.123456789', '3e40', '.5', '7.'])
      expect(ofLiteral(arithmetic.literal(text), new Long(text))).toBeLessThanOrEqual(0);
  });

  it('factorials by Stirling agree with the recurrence', () => {
    fc.assert(
      fc.property(fc.double({ min: -7, max: 60, noNaN: true }), (x) => {
        fc.pre(Math.abs(x - Math.round(x)) > 1e-3);
        const a = fromNumber(x);
        const above = arithmetic.call(FUNCTIONS.gamma, [arithmetic.add(a, ONE)]);
        const below = arithmetic.multiply(a, arithmetic.call(FUNCTIONS.gamma, [a]));
        const gap = arithmetic.subtract(above, below);
        expect(Math.abs(Number(gap.m))).toBeLessThanOrEqual(gap.r);
        expect(logRadius(gap) - logSize(above)).toBeLessThan(-digits * 2.2);
      }),
      runs,
    );
    // Γ(½)² = π ties the recurrence down.
    const root = arithmetic.call(FUNCTIONS.gamma, [fromNumber(0.5)]);
    expect(outside(arithmetic.multiply(root, root), D.acos(-1))).toBeLessThanOrEqual(0);
  });
});

describe('what has no value, or none that is known', () => {
  const arithmetic = realBall(50);
  const tenth = arithmetic.literal('0.1');
  const tripled = arithmetic.multiply(tenth, fromNumber(3));
  const nearZero = arithmetic.subtract(tripled, arithmetic.literal('0.3'));

  it('0.1 · 3 is 0.3 as far as anyone can tell', () => {
    expect(arithmetic.mayBeZero(nearZero)).toBe(true);
    expect(nearZero.r).toBeGreaterThan(0);
  });

  it('0.1 is not 0.1 with something after sixty zeros', () => {
    const long = arithmetic.literal(`0.1${'0'.repeat(60)}1`);
    const gap = subtract(tenth, long, 1000);
    expect(Math.abs(Number(gap.m))).toBeGreaterThan(gap.r);
    for (const name of ['atan', 'sqrt', 'ln', 'sin', 'exp', 'gamma'] as const) {
      const x = arithmetic.literal('3.7');
      const again = fromLiteral('3.7', 190);
      const value = (of: Ball) => arithmetic.call(FUNCTIONS[name], [of]);
      const apart = arithmetic.subtract(value(x), value(again));
      expect(Math.abs(Number(apart.m))).toBeLessThanOrEqual(apart.r);
    }
  });

  it.each<[string, Ball, 'defined' | 'undefined' | 'unknown']>([
    ['1/0', arithmetic.divide(ONE, ZERO), 'undefined'],
    ['1/(0.1·3 − 0.3)', arithmetic.divide(ONE, nearZero), 'unknown'],
    ['ln 0', arithmetic.call(FUNCTIONS.ln, [ZERO]), 'undefined'],
    ['ln −1', arithmetic.call(FUNCTIONS.ln, [fromNumber(-1)]), 'undefined'],
    ['ln of what may be 0', arithmetic.call(FUNCTIONS.ln, [nearZero]), 'unknown'],
    ['√−1', arithmetic.call(FUNCTIONS.sqrt, [fromNumber(-1)]), 'undefined'],
    ['√ of what may be 0', arithmetic.call(FUNCTIONS.sqrt, [nearZero]), 'defined'],
    ['asin 2', arithmetic.call(FUNCTIONS.asin, [fromNumber(2)]), 'undefined'],
    ['atanh 1', arithmetic.call(FUNCTIONS.atanh, [ONE]), 'undefined'],
    ['Γ(0)', arithmetic.call(FUNCTIONS.gamma, [ZERO]), 'undefined'],
    [
      '(−8)^{1/3}',
      arithmetic.power(fromNumber(-8), arithmetic.divide(ONE, fromNumber(3))),
      'defined',
    ],
    ['(−8)^{1/2}', arithmetic.power(fromNumber(-8), fromNumber(0.5)), 'undefined'],
    ['0^0', arithmetic.power(ZERO, ZERO), 'defined'],
    ['0^{−1}', arithmetic.power(ZERO, fromNumber(-1)), 'undefined'],
    ['e^{10^{20}}', arithmetic.call(FUNCTIONS.exp, [fromNumber(1e20)]), 'unknown'],
    ['e^{−10^{20}}', arithmetic.call(FUNCTIONS.exp, [fromNumber(-1e20)]), 'defined'],
    ['10^{10^9}', arithmetic.literal('1e1000000000'), 'unknown'],
    ['sin 10^{1000}', arithmetic.call(FUNCTIONS.sin, [arithmetic.literal('1e1000')]), 'unknown'],
    [
      '9^{9^{9^9}}',
      arithmetic.power(fromNumber(9), arithmetic.power(fromNumber(9), fromNumber(9 ** 9))),
      'unknown',
    ],
  ])('%s is %s', (_, ball, expected) => {
    const state = arithmetic.isDefined(ball)
      ? 'defined'
      : arithmetic.isUndefined(ball)
        ? 'undefined'
        : 'unknown';
    expect(state).toBe(expected);
  });

  it('nothing but an exact zero is one', () => {
    const small = arithmetic.call(FUNCTIONS.sqrt, [nearZero]);
    const tiny = [
      arithmetic.power(nearZero, fromNumber(20.5)),
      arithmetic.power(small, fromNumber(60)),
      arithmetic.multiply({ m: 0n, e: 0, r: 2 ** -60 }, { m: 0n, e: -4000, r: 1 }),
    ];
    for (const ball of tiny) {
      expect(ball.r).toBeGreaterThan(0);
      expect(arithmetic.magnitude(ball)).toBeGreaterThan(0);
      expect(arithmetic.isUndefined(arithmetic.divide(ONE, ball))).toBe(false);
    }
    expect(arithmetic.magnitude({ m: 1n, e: -5000, r: 0 })).toBeGreaterThan(0);
    // atan x is not x, however near.
    expect(arithmetic.call(FUNCTIONS.atan, [fromNumber(1e-300)]).r).toBeGreaterThan(0);
  });

  it('a wide ball stays wide', () => {
    const wide = arithmetic.call(FUNCTIONS.tanh, [{ m: 100_000n, e: 0, r: 2 ** 20 }]);
    expect(arithmetic.isDefined(wide)).toBe(false);
    // 2^−200 to a power between 0.1 and 0.9
    const root = arithmetic.power({ m: 0n, e: -200, r: 1 }, { m: 512n, e: -10, r: 410 });
    expect(logRadius(root)).toBeGreaterThan(-21);
    // −2 to a power that may be 2
    const power = arithmetic.power(fromNumber(-2), { m: 2n << 10n, e: -10, r: 300 });
    expect(arithmetic.isUndefined(power)).toBe(false);
    const noise: Ball = { m: 0n, e: -100, r: 1 };
    for (const [y, x] of [
      [ONE, noise],
      [noise, ONE],
      [noise, fromNumber(-1)],
    ] as const)
      expect(logRadius(arithmetic.call(FUNCTIONS.atan2, [y, x]))).toBeGreaterThanOrEqual(-100);
    const nearOne: Ball = { m: (1n << 120n) - 1n, e: -120, r: 1.07 };
    const gap = Long.acos(new Long(1).minus(new Long(2).pow(-120).times(2)));
    expect(
      ofLiteral(arithmetic.call(FUNCTIONS.asin, [nearOne]), Long.acos(0).minus(gap)),
    ).toBeLessThan(0);
  });

  it.each<ScalarName>(['sin', 'tan', 'sinh', 'tanh', 'asinh', 'atanh', 'asin', 'atan'])(
    '%s keeps its digits near 0',
    (name) => {
      for (const x of [1e-3, 1e-9, 1e-30, -1e-60, 1e-300]) {
        const ball = arithmetic.call(FUNCTIONS[name], [fromNumber(x)]);
        expect(logRadius(ball) - logSize(ball)).toBeLessThan(-185);
      }
    },
  );

  it('exact numbers stay exact', () => {
    expect(arithmetic.add(fromNumber(0.25), fromNumber(1e15)).r).toBe(0);
    expect(arithmetic.divide(fromNumber(3), fromNumber(8)).r).toBe(0);
    expect(fromLiteral('0.5', 100).r).toBe(0);
    expect(arithmetic.call(FUNCTIONS.sqrt, [fromNumber(144)]).r).toBe(0);
  });
});
