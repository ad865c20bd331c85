import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';

/**
 * Random lines on a convex function of a number, and on one that is strongly convex and smooth, written
 * and evaluated by this file alone: what is called following holds of functions of the class at random
 * points, what is called refuted is false for the values shown, which are those of a function of the class.
 */

const INSTANCES = 400;
const SLACK = 1e-7;

interface Values {
  x: number;
  y: number;
  l: number;
  mu: number;
  L: number;
}
interface Known {
  f: (at: number) => number;
  g: (at: number) => number;
}
interface Term {
  latex: string;
  at: (values: Values, known: Known) => number;
}

const SYMBOLS = {
  x: { latex: 'x' },
  y: { latex: 'y' },
  l: { latex: '\\lambda', domain: '[0, 1]' },
  mu: { latex: '\\mu', domain: '(0, inf)' },
  L: { latex: 'L', domain: '(0, inf)' },
  f: { latex: 'f', from: [1, 1] as [number, number], to: [1, 1] as [number, number] },
  g: { latex: "f'", from: [1, 1] as [number, number], to: [1, 1] as [number, number] },
};

const POINTS: readonly Term[] = [
  { latex: 'x', at: ({ x }) => x },
  { latex: 'y', at: ({ y }) => y },
  { latex: '\\lambda x + (1 - \\lambda) y', at: ({ x, y, l }) => l * x + (1 - l) * y },
  { latex: '\\frac{x + y}{2}', at: ({ x, y }) => (x + y) / 2 },
  { latex: '2x - y', at: ({ x, y }) => 2 * x - y },
  { latex: '0', at: () => 0 },
];
const point = fc.constantFrom(...POINTS);

function height(of: Term): Term {
  return { latex: `f(${of.latex})`, at: (values, { f }) => f(of.at(values, { f, g: f })) };
}

const factor = fc.constantFrom<Term>(
  { latex: '', at: () => 1 },
  { latex: '2', at: () => 2 },
  { latex: '\\frac{1}{2}', at: () => 0.5 },
  { latex: '\\lambda', at: ({ l }) => l },
  { latex: '(1 - \\lambda)', at: ({ l }) => 1 - l },
);
const scaledHeight = fc.tuple(factor, point).map(
  ([by, of]): Term => ({
    latex: `${by.latex} ${height(of).latex}`,
    at: (values, known) => by.at(values, known) * height(of).at(values, known),
  }),
);
const BENDS = ['slope', 'turn', 'squares', 'steep', 'flat'] as const;
/** What gradients, distances and their squares say of two points. */
function bend(kind: (typeof BENDS)[number], p: Term, q: Term): Term {
  const [a, b] = [p.latex, q.latex];
  const step = `(${a} - (${b}))`;
  const latex = {
    slope: `f'(${b}) ${step}`,
    turn: `(f'(${a}) - f'(${b})) ${step}`,
    squares: `\\frac{1}{L} (f'(${a}) - f'(${b}))^2`,
    steep: `\\frac{L}{2} ${step}^2`,
    flat: `\\frac{\\mu}{2} ${step}^2`,
  }[kind];
  const at: Term['at'] = (values, known) => {
    const [u, v] = [p.at(values, known), q.at(values, known)];
    const turn = known.g(u) - known.g(v);
    if (kind === 'slope') return known.g(v) * (u - v);
    if (kind === 'turn') return turn * (u - v);
    if (kind === 'squares') return turn ** 2 / values.L;
    return ((kind === 'steep' ? values.L : values.mu) / 2) * (u - v) ** 2;
  };
  return { latex, at };
}

function added(terms: fc.Arbitrary<Term>): fc.Arbitrary<Term> {
  return fc.tuple(terms, terms, fc.constantFrom('+', '-')).map(
    ([a, b, sign]): Term => ({
      latex: `${a.latex} ${sign} (${b.latex})`,
      at: (values, known) => a.at(values, known) + (sign === '+' ? 1 : -1) * b.at(values, known),
    }),
  );
}

interface Line {
  latex: string;
  margin: (values: Values, known: Known) => number;
}

function lineOf([a, b, sign]: readonly [Term, Term, string]): Line {
  return {
    latex: `${a.latex} ${sign} ${b.latex}`,
    margin: (values, known) => {
      const [left, right] = [a.at(values, known), b.at(values, known)];
      const gap = (right - left) / (1 + Math.abs(left) + Math.abs(right));
      return sign === '\\ge' ? -gap : gap;
    },
  };
}

const sign = fc.constantFrom('\\le', '<', '\\ge');
const heights = fc.oneof(scaledHeight, added(scaledHeight));
/** Means of two heights, with weights that may fit the point beside them. */
const WEIGHTS: readonly [Term, Term][] = [
  [
    { latex: '\\lambda', at: ({ l }) => l },
    { latex: '(1 - \\lambda)', at: ({ l }) => 1 - l },
  ],
  [
    { latex: '\\frac{1}{2}', at: () => 0.5 },
    { latex: '\\frac{1}{2}', at: () => 0.5 },
  ],
  [
    { latex: '2', at: () => 2 },
    { latex: '(-1)', at: () => -1 },
  ],
];
const mean = fc
  .tuple(fc.constantFrom(...WEIGHTS), fc.constantFrom('x', 'y'))
  .map(([weights, first]): Term => {
    const ends = first === 'x' ? POINTS.slice(0, 2) : POINTS.slice(0, 2).toReversed();
    const parts = ends.map((end, index) => ({ by: weights[index], of: height(end) }));
    return {
      latex: parts.map(({ by, of }) => `${by?.latex} ${of.latex}`).join(' + '),
      at: (values, known) =>
        parts.reduce(
          (sum, { by, of }) => sum + (by?.at(values, known) ?? 0) * of.at(values, known),
          0,
        ),
    };
  });
const ofHeights = fc.oneof(
  fc.tuple(heights, heights, sign).map(lineOf),
  fc.tuple(point.map(height), mean, sign).map(lineOf),
);
const ofBends = fc.tuple(point, point).chain(([p, q]) => {
  const bends = fc.constantFrom(...BENDS).map((kind) => bend(kind, p, q));
  const rise = fc.constant<Term>({
    latex: `f(${p.latex}) - f(${q.latex})`,
    at: (values, known) => height(p).at(values, known) - height(q).at(values, known),
  });
  const sides = fc.oneof(bends, added(bends));
  return fc.tuple(fc.oneof(rise, bends), sides, sign).map(lineOf);
});

function drawn(random: Random): Values {
  const special = () => [0, 1, -1, 2][Math.floor(random() * 4)] ?? 0;
  const draw = () => (random() < 0.4 ? special() : 4 * random() - 2);
  const mu = 0.1 + random();
  const l = random() < 0.3 ? Math.round(random()) : random();
  return { x: draw(), y: draw(), l, mu, L: mu + (random() < 0.2 ? 0 : 2 * random()) };
}

function convexFunction(random: Random): Known {
  const [a, b, c] = [random() * 2, random() * 4 - 2, random() * 4 - 2];
  const kinds: Known[] = [
    { f: (x) => a * (x - b) ** 2 + c * x, g: (x) => 2 * a * (x - b) + c },
    { f: (x) => a * Math.abs(x - b) + c * x, g: (x) => a * Math.sign(x - b) + c },
    { f: (x) => Math.max(0, a * (x - b)) + c, g: (x) => (x > b ? a : 0) },
    { f: (x) => Math.exp(b * x) + c * x, g: (x) => b * Math.exp(b * x) + c },
    { f: (x) => b * x + c, g: () => b },
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? { f: () => 0, g: () => 0 };
}

function smoothFunction(random: Random, { mu, L }: Values): Known {
  const [a, b, c] = [random() * 4 - 2, random() * 4 - 2, random() < 0.3 ? 0 : 4 * random() - 2];
  // The second derivative is μ and, between a and b or outside, L.
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  const ramp = (x: number) => Math.max(0, x - from) - Math.max(0, x - to);
  const area = (x: number) => (Math.max(0, x - from) ** 2 - Math.max(0, x - to) ** 2) / 2;
  const [least, more] = random() < 0.5 ? [mu, L - mu] : [L, mu - L];
  return {
    f: (x) => (least / 2) * x * x + more * area(x) + c * x,
    g: (x) => least * x + more * ramp(x) + c,
  };
}

/** Whether a convex function has such values at such points. */
function areConvex(data: readonly [at: number, value: number][]): boolean {
  return data.every(([x, fx]) =>
    data.every(([y, fy]) =>
      data.every(
        ([z, fz]) => !(y < x && x < z) || fx * (z - y) <= fy * (z - x) + fz * (x - y) + SLACK,
      ),
    ),
  );
}

/** Whether such values and slopes are those of a function bent by μ to L; see `interpolation.test.ts`. */
function areBent(data: readonly [number, number, number][], { mu, L }: Values): boolean {
  const sorted = data.toSorted(([x], [y]) => x - y);
  return sorted.slice(1).every(([x, fx, gx], index) => {
    const [y = 0, fy = 0, gy = 0] = sorted[index] ?? [];
    const [width, rise, excess] = [x - y, gx - gy, fx - fy - gy * (x - y)];
    if (rise < mu * width - SLACK || rise > L * width + SLACK) return false;
    const late = L - mu < SLACK ? 0 : (rise - mu * width) / (L - mu);
    const spare = (mu / 2) * width ** 2 + ((L - mu) / 2) * late ** 2;
    return excess >= spare - SLACK && excess <= rise * width - spare + SLACK;
  });
}

const CLASSES = [
  {
    name: 'a convex function',
    functions: { f: { convex: true as const } },
    lines: ofHeights,
    runs: 250,
  },
  {
    name: 'a strongly convex and smooth function',
    functions: { f: { strongly_convex: 'mu', smooth: 'L', gradient: 'g' } },
    lines: ofBends,
    runs: 80,
  },
];

describe('lines on', () => {
  it.each(CLASSES)(
    '$name hold where they follow, and fail where they are refuted',
    async (of) => {
      const { statements, reasoner } = proofsWith(SYMBOLS, undefined, undefined, of.functions);
      const isBent = of.lines === ofBends;
      const counts = { follows: 0, fails: 0, undefined: 0, undecided: 0, diverges: 0 };
      await fc.assert(
        fc.asyncProperty(of.lines, async ({ latex, margin }) => {
          const [statement] = statements(latex);
          if (!statement) throw new Error(latex);
          const decision = await reasoner().decide([], statement);
          counts[decision.kind]++;
          if (decision.kind === 'follows') {
            const random = randomFrom(latex);
            for (let count = 0; count < INSTANCES; count++) {
              const values = drawn(random);
              const known = isBent ? smoothFunction(random, values) : convexFunction(random);
              const where = `${latex} at ${JSON.stringify(values)}`;
              expect(margin(values, known), where).toBeGreaterThan(-SLACK);
            }
          } else if (decision.kind === 'fails') {
            const number = (tree: Tree) => Number(decision.model.valueOf(tree));
            const [x = 0, y = 0, l = 0, mu = 0, L = 0] = ['x', 'y', 'l', 'mu', 'L'].map((id) =>
              number({ kind: 'symbol', id }),
            );
            const values = { x, y, l, mu, L };
            const spoken = POINTS.filter((each) =>
              [`f(${each.latex})`, `f'(${each.latex})`].some((call) => latex.includes(call)),
            );
            const trees = spoken.flatMap((each) =>
              statements(`f(${each.latex}) = f'(${each.latex})`),
            );
            const data = trees.map(({ left, right }, index): [number, number, number] => [
              spoken[index]?.at(values, { f: Number, g: Number }) ?? 0,
              ...([number(left), number(right)] as const),
            ]);
            const nearest = (at: number) =>
              data.find(([x]) => Math.abs(x - at) < 1e-12) ?? [0, Number.NaN, Number.NaN];
            const known = { f: (at: number) => nearest(at)[1], g: (at: number) => nearest(at)[2] };
            const where = `${latex} with ${JSON.stringify({ values, data })}`;
            expect(margin(values, known), where).toBeLessThan(SLACK);
            const isOne = isBent
              ? areBent(data, values)
              : areConvex(data.map(([x, value]) => [x, value]));
            expect(isOne, where).toBe(true);
          }
        }),
        { numRuns: of.runs, seed: 31 },
      );
      expect(counts.follows).toBeGreaterThan(3);
      expect(counts.fails).toBeGreaterThan(30);
    },
    240_000,
  );
});
