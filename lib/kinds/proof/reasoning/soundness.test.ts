import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';
import { type Random, randomFrom } from '@/lib/math/core/random';
import type { Model } from './model';

/**
 * Random hypotheses and random lines, written and evaluated by this file alone: what is called
 * following is tried at random numbers, what is called refuted has a model that is checked here.
 */

const INSTANCES = 10_000;
const SLACK = 1e-7;

interface Values {
  vectors: Readonly<Record<string, readonly number[]>>;
  scalars: Readonly<Record<string, number>>;
}

interface Term<Value> {
  latex: string;
  at: (values: Values) => Value;
}
type Scalar = Term<number>;
type Vector = Term<readonly number[]>;

interface Line {
  latex: string;
  /** How far the line is from being false; negative where it is. */
  margin: (values: Values) => number;
}

const NAMES = ['a', 'b', 'c'];
const { statements, reasoner } = proofsWith({
  a: { latex: 'a', shape: ['n', 1] },
  b: { latex: 'b', shape: ['n', 1] },
  c: { latex: 'c', shape: ['n', 1] },
  s: { latex: 's' },
  p: { latex: 'p', domain: '(0, inf)' },
});

function dot(x: readonly number[], y: readonly number[]): number {
  return x.reduce((sum, entry, index) => sum + entry * (y[index] ?? 0), 0);
}

const vector: fc.Arbitrary<Vector> = fc.oneof(
  fc.constantFrom(...NAMES).map(
    (name): Vector => ({
      latex: name,
      at: ({ vectors }) => vectors[name] ?? [],
    }),
  ),
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom(-2, -1, 1, 2)).map(
    ([x, y, factor]): Vector => ({
      latex: `(${x} ${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${y})`,
      at: ({ vectors }) =>
        (vectors[x] ?? []).map((entry, index) => entry + factor * (vectors[y]?.[index] ?? 0)),
    }),
  ),
);

const simple: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom<Scalar>(
    { latex: 's', at: ({ scalars }) => scalars.s ?? 0 },
    { latex: 'p', at: ({ scalars }) => scalars.p ?? 0 },
    { latex: '1', at: () => 1 },
    { latex: '0', at: () => 0 },
  ),
  vector.map(
    (v): Scalar => ({
      latex: `\\|${v.latex}\\|`,
      at: (values) => Math.hypot(...v.at(values)),
    }),
  ),
  vector.map(
    (v): Scalar => ({
      latex: `\\|${v.latex}\\|^2`,
      at: (values) => dot(v.at(values), v.at(values)),
    }),
  ),
  fc.tuple(vector, vector).map(
    ([v, w]): Scalar => ({
      latex: `${v.latex}^T ${w.latex}`,
      at: (values) => dot(v.at(values), w.at(values)),
    }),
  ),
);

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  simple,
  fc.tuple(simple, simple, fc.boolean()).map(
    ([x, y, plus]): Scalar => ({
      latex: `${x.latex} ${plus ? '+' : '-'} ${y.latex}`,
      at: (values) => x.at(values) + (plus ? 1 : -1) * y.at(values),
    }),
  ),
  fc.tuple(simple, simple).map(
    ([x, y]): Scalar => ({
      latex: `\\max(${x.latex}, ${y.latex})`,
      at: (values) => Math.max(x.at(values), y.at(values)),
    }),
  ),
  simple.map((x): Scalar => ({ latex: `p (${x.latex})`, at: (v) => (v.scalars.p ?? 0) * x.at(v) })),
);

const order = fc.tuple(scalar, scalar, fc.constantFrom('\\le', '<', '\\ge')).map(
  ([x, y, sign]): Line => ({
    latex: `${x.latex} ${sign} ${y.latex}`,
    margin: (values) => (sign === '\\ge' ? 1 : -1) * (x.at(values) - y.at(values)),
  }),
);

const equation = fc.tuple(scalar, scalar).map(
  ([x, y]): Line => ({
    latex: `${x.latex} = ${y.latex}`,
    margin: (values) => -Math.abs(x.at(values) - y.at(values)),
  }),
);

/** A line that follows from nothing but the definitions of norms is among them now and then. */
const line = fc.oneof({ arbitrary: order, weight: 4 }, { arbitrary: equation, weight: 1 });

/** `c` as a combination of the others, so that instances can be made. */
const definition = fc
  .tuple(fc.constantFrom(-1, 0, 1, 2), fc.constantFrom(-2, -1, 1))
  .map(([x, y]) => ({ x, y, latex: `c = ${x} a ${y < 0 ? '-' : '+'} ${Math.abs(y)} b` }));

function instance(random: Random, { x, y }: { x: number; y: number }): Values {
  const dimension = 1 + Math.floor(random() * 4);
  const scale = 10 ** (random() * 2 - 1);
  const draw = () =>
    Array.from({ length: dimension }, () => (random() < 0.2 ? 0 : scale * (random() * 2 - 1)));
  const [a, b] = [draw(), draw()];
  const c = a.map((entry, index) => x * entry + y * (b[index] ?? 0));
  return {
    vectors: { a, b, c },
    scalars: { s: random() * 6 - 3, p: scale * random() + 1e-3 },
  };
}

describe('lines that are decided', () => {
  it('hold at every instance where they follow, and fail at the model where they do not', async () => {
    const counts = { follows: 0, fails: 0, undecided: 0, tried: 0 };
    await fc.assert(
      fc.asyncProperty(
        definition,
        fc.array(order, { minLength: 0, maxLength: 2 }),
        line,
        async (defined, bounds, claim) => {
          const premises = statements(defined.latex, ...bounds.map(({ latex }) => latex));
          const [statement] = statements(claim.latex);
          if (!statement) throw new Error(claim.latex);
          const decision = await reasoner().decide(premises, statement);
          const said = `${[defined, ...bounds].map(({ latex }) => latex).join(' ; ')} ⊢ ${claim.latex}`;
          if (decision.kind === 'follows') {
            counts.follows++;
            const random = randomFrom(said);
            for (let count = 0; count < INSTANCES; count++) {
              const values = instance(random, defined);
              if (!bounds.every(({ margin }) => margin(values) > SLACK)) continue;
              counts.tried++;
              expect(claim.margin(values), said).toBeGreaterThan(-SLACK);
            }
          } else if (decision.kind === 'fails') {
            counts.fails++;
            const values = valuesOf(decision.model);
            expect([defined.x, defined.y], `${said}: ${JSON.stringify(values)}`).toSatisfy(
              ([x, y]: [number, number]) => holdsDefinition(values, x, y),
            );
            for (const { margin } of bounds) expect(margin(values), said).toBeGreaterThan(-SLACK);
            expect(claim.margin(values), said).toBeLessThan(SLACK);
          } else counts.undecided++;
        },
      ),
      { numRuns: 150, seed: 5 },
    );
    expect(counts.follows).toBeGreaterThan(10);
    expect(counts.fails).toBeGreaterThan(50);
    expect(counts.tried).toBeGreaterThan(INSTANCES);
    expect(counts.undecided).toBeLessThan(15);
  }, 120_000);
});

function valuesOf(model: Model): Values {
  const numbers = (id: string): number[] =>
    [model.valueOf({ kind: 'symbol', id })].flat().map(Number);
  return {
    vectors: Object.fromEntries(NAMES.map((name) => [name, numbers(name)])),
    scalars: { s: numbers('s')[0] ?? 0, p: numbers('p')[0] ?? 0 },
  };
}

function holdsDefinition({ vectors }: Values, x: number, y: number): boolean {
  const [a = [], b = [], c = []] = NAMES.map((name) => vectors[name]);
  return c.every(
    (entry, index) => Math.abs(entry - x * (a[index] ?? 0) - y * (b[index] ?? 0)) < SLACK,
  );
}
