import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';

/**
 * Random lines on a symmetric matrix, written and evaluated by this file alone: what is called following
 * holds for random matrices with such eigenvalues and random vectors of three entries, what is called
 * refuted is false for the matrix and vectors shown, and these are such ones.
 */

const INSTANCES = 300;
const SLACK = 1e-7;
const SIZE = 3;

type Vector = readonly number[];
interface Values {
  A: readonly Vector[];
  x: Vector;
  y: Vector;
  mu: number;
  L: number;
}
interface Term<Value> {
  latex: string;
  at: (values: Values) => Value;
}

const VECTOR = { shape: ['n', 1] as [string, number] };
const SYMBOLS = {
  A: { latex: 'A', shape: ['n', 'n'] as [string, string] },
  x: { latex: 'x', ...VECTOR },
  y: { latex: 'y', ...VECTOR },
  mu: { latex: '\\mu', domain: '(0, inf)' },
  L: { latex: 'L', domain: '(0, inf)' },
};

const dot = (u: Vector, v: Vector) => u.reduce((sum, each, at) => sum + each * (v[at] ?? 0), 0);
const times = (A: readonly Vector[], v: Vector) => A.map((row) => dot(row, v));
const plus = (u: Vector, v: Vector, by = 1) => u.map((each, at) => each + by * (v[at] ?? 0));

const plain = fc.constantFrom<Term<Vector>>(
  { latex: 'x', at: ({ x }) => x },
  { latex: 'y', at: ({ y }) => y },
  { latex: '(x + y)', at: ({ x, y }) => plus(x, y) },
  { latex: '(x - 2y)', at: ({ x, y }) => plus(x, y, -2) },
);
const vectors = fc.tuple(plain, fc.constantFrom('', 'A', 'shifted')).map(
  ([of, kind]): Term<Vector> => ({
    latex: kind === '' ? of.latex : kind === 'A' ? `A ${of.latex}` : `(A - \\mu I) ${of.latex}`,
    at: (values) => {
      const v = of.at(values);
      if (kind === '') return v;
      return plus(times(values.A, v), v, kind === 'A' ? 0 : -values.mu);
    },
  }),
);
const factor = fc.constantFrom<Term<number>>(
  { latex: '', at: () => 1 },
  { latex: '2', at: () => 2 },
  { latex: 'L', at: ({ L }) => L },
  { latex: '\\mu', at: ({ mu }) => mu },
);
const forms = fc
  .tuple(factor, plain, vectors, fc.constantFrom('inner', 'row', 'square'))
  .map(([by, u, v, kind]): Term<number> => {
    const latex = {
      inner: `\\langle ${u.latex}, ${v.latex} \\rangle`,
      row: `${u.latex}^T A ${u.latex}`,
      square: `\\|${v.latex}\\|^2`,
    }[kind];
    const at = (values: Values) => {
      const [p, q] = [u.at(values), v.at(values)];
      if (kind === 'inner') return dot(p, q);
      return kind === 'row' ? dot(p, times(values.A, p)) : dot(q, q);
    };
    return { latex: `${by.latex} ${latex}`, at: (values) => by.at(values) * at(values) };
  });
const sides = fc.oneof(
  forms,
  fc.constant<Term<number>>({ latex: '0', at: () => 0 }),
  fc.tuple(forms, forms, fc.constantFrom(1, -1)).map(
    ([a, b, sign]): Term<number> => ({
      latex: `${a.latex} ${sign === 1 ? '+' : '-'} ${b.latex}`,
      at: (values) => a.at(values) + sign * b.at(values),
    }),
  ),
);
const lines = fc
  .tuple(sides, sides, fc.constantFrom('\\le', '<', '\\ge', '='))
  .map(([a, b, sign]) => ({
    latex: `${a.latex} ${sign} ${b.latex}`,
    margin: (values: Values) => {
      const [left, right] = [a.at(values), b.at(values)];
      const gap = (right - left) / (1 + Math.abs(left) + Math.abs(right));
      return sign === '=' ? -Math.abs(gap) : sign === '\\ge' ? -gap : gap;
    },
  }));

/** Σ of eigenvalues times squares of directions that are orthogonal. */
function drawn(
  random: Random,
  range: (values: Pick<Values, 'mu' | 'L'>) => [number, number],
): Values {
  const entry = () => (random() < 0.3 ? Math.round(2 * random() - 1) : 4 * random() - 2);
  const draw = () => Array.from({ length: SIZE }, entry);
  const mu = 0.1 + random();
  const L = mu + (random() < 0.2 ? 0 : 2 * random());
  const [from, to] = range({ mu, L });
  const basis: Vector[] = [];
  while (basis.length < SIZE) {
    const rest = basis.reduce((v, b) => plus(v, b, -dot(v, b)), plus(draw(), [0.01, 0.02, 0.03]));
    const size = Math.sqrt(dot(rest, rest));
    if (size > 0.1) basis.push(rest.map((each) => each / size));
  }
  const eigenvalues = basis.map(() =>
    random() < 0.5 ? (random() < 0.5 ? from : to) : from + (to - from) * random(),
  );
  const A = basis.map((_, row) =>
    basis.map((_, column) =>
      basis.reduce(
        (sum, b, at) => sum + (eigenvalues[at] ?? 0) * (b[row] ?? 0) * (b[column] ?? 0),
        0,
      ),
    ),
  );
  return { A, x: draw(), y: random() < 0.1 ? draw().map(() => 0) : draw(), mu, L };
}

const SPECTRA = [
  {
    eigenvalues: '[mu, L]',
    range: ({ mu, L }: Pick<Values, 'mu' | 'L'>): [number, number] => [mu, L],
  },
  { eigenvalues: '[0, inf)', range: (): [number, number] => [0, 3] },
  { eigenvalues: '(-inf, inf)', range: (): [number, number] => [-3, 3] },
];

describe('lines on a symmetric matrix', () => {
  it.each(SPECTRA)(
    'with eigenvalues in $eigenvalues hold where they follow, and fail where they are refuted',
    async ({ eigenvalues, range }) => {
      const { statements, reasoner } = proofsWith(SYMBOLS, undefined, undefined, undefined, {
        A: { eigenvalues },
      });
      const counts = { follows: 0, fails: 0, undefined: 0, undecided: 0, diverges: 0 };
      await fc.assert(
        fc.asyncProperty(lines, async ({ latex, margin }) => {
          const [statement] = statements(latex);
          if (!statement) throw new Error(latex);
          const decision = await reasoner().decide([], statement);
          counts[decision.kind]++;
          if (decision.kind === 'follows') {
            const random = randomFrom(latex);
            for (let count = 0; count < INSTANCES; count++) {
              const values = drawn(random, range);
              expect(margin(values), `${latex} at ${JSON.stringify(values)}`).toBeGreaterThan(
                -SLACK,
              );
            }
          } else if (decision.kind === 'fails') {
            const { model } = decision;
            const A = (model.matrixOf('A') ?? []).map((row) => row.map(Number));
            const [x = [], y = []] = ['x', 'y'].map((id) => model.vector(id).map(Number));
            const [mu = 0, L = 0] = ['mu', 'L'].map((id) =>
              Number(model.valueOf({ kind: 'symbol', id })),
            );
            const where = `${latex} with ${JSON.stringify({ A, x, y, mu, L })}`;
            expect(margin({ A, x, y, mu, L }), where).toBeLessThan(SLACK);
            const [a = 0, b = 0] = A[0] ?? [];
            const [c = 0, d = a] = A[1] ?? [];
            if (A.length === 2) expect(b, where).toBeCloseTo(c, 9);
            const spread = Math.hypot((a - d) / 2, b);
            const [least, most] = [(a + d) / 2 - spread, (a + d) / 2 + spread];
            const [from, to] =
              eigenvalues === '[mu, L]'
                ? [mu, L]
                : eigenvalues === '[0, inf)'
                  ? [0, Infinity]
                  : [-Infinity, Infinity];
            expect(least, where).toBeGreaterThan(from - SLACK);
            expect(most, where).toBeLessThan(to + SLACK);
          }
        }),
        { numRuns: 150, seed: 41 },
      );
      expect(counts.follows).toBeGreaterThan(5);
      expect(counts.fails).toBeGreaterThan(40);
    },
    240_000,
  );
});
