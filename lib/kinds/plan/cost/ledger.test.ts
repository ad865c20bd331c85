import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanSpec } from '@/lib/kinds/plan/answer';
import { bestSteps } from '@/lib/kinds/plan/best-steps';
import { preparePlan } from '@/lib/kinds/plan/prepare';
import { readProgram } from '@/lib/kinds/plan/program/program';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { workOf } from './ledger';

const sizes = { n: 5, m: 7, k: 11 };

function works(...steps: string[]) {
  const table = symbolTable([
    { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'm'] } },
    { id: 'B', latex: 'B', type: { kind: 'matrix', shape: ['m', 'k'] } },
    { id: 'x', latex: 'x', type: { kind: 'matrix', shape: ['k', 1] } },
    { id: 'y', latex: 'y', type: { kind: 'matrix', shape: ['n', 1] } },
  ]);
  if (!table.ok) throw new Error('the table is broken');
  return workOf(readProgram(steps, { outputs: [] }, table.value), sizes);
}

const costs = (...steps: string[]) => works(...steps).map(({ cost }) => cost);

describe('what a program costs', () => {
  it('takes a product without parentheses in its cheapest order', () => {
    expect(costs('d = A B x')).toEqual([7 * 11, 5 * 7]);
  });

  it('takes parentheses and named steps as they are written', () => {
    expect(costs('d = (A B) x')).toEqual([5 * 7 * 11, 5 * 11]);
    expect(costs('M = A B', 'd = M x')).toEqual([5 * 7 * 11, 5 * 11]);
    expect(costs('d = \\left(A B\\right) x')).toEqual([5 * 7 * 11, 5 * 11]);
  });

  it('costs the same as columns and as rows', () => {
    expect(costs('d = x^T B^T A^T')).toEqual([7 * 11, 5 * 7]);
  });

  it('counts no sums and no signs, and a scalar once for each entry, where there are fewest', () => {
    expect(costs('d = y + y')).toEqual([0]);
    expect(costs('d = -y')).toEqual([]);
    expect(costs('d = 2 y')).toEqual([5]);
    expect(costs('d = 2 A B x')).toEqual([7 * 11, 5 * 7, 5]);
  });

  it('knows a number in front of a matrix, and an inner product', () => {
    expect(costs('d = y^T y A')).toEqual([5, 5 * 7]);
    expect(costs('d = y \\cdot y')).toEqual([5]);
  });

  it('knows the same thing by whatever name, order and orientation', () => {
    const keys = works('b = A B x', 'c = (A B) x', "s' = x^T (A B)^T").flatMap(
      ({ key, factors }) => (factors.length === 3 ? [key] : []),
    );
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
  });

  it('stays small where values double from line to line', () => {
    const lines = Array.from({ length: 38 }, (_, k) =>
      k === 0 ? 's_0 = y y^T' : `s_{${k}} = s_{${k - 1}} s_{${k - 1}}`,
    );
    const operations = works(...lines);
    expect(operations).toHaveLength(38);
    for (const { factors, latex } of operations) {
      expect(factors.length).toBeLessThanOrEqual(64);
      expect(latex.length).toBeLessThanOrEqual(200);
    }
  });
});

describe('a chain in parentheses', () => {
  it('costs what they say, and never less than the optimum', () => {
    const size = fc.integer({ min: 2, max: 9 });
    const choices = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(size, { minLength: 3, maxLength: 6 }), choices, (inner, cuts) => {
        const spec = chainSpec(inner);
        const ids = spec.symbols.map(({ id }) => id);
        const prepared = preparePlan(spec, { references: { d: ids.join(' ') } });
        if (!prepared.ok) throw new Error(prepared.error.message);
        let cost = 0;
        const write = (from: number, to: number): string => {
          if (to - from === 1) return ids[from] ?? '';
          const cut = from + 1 + ((cuts[from + to] ?? from) % (to - from - 1));
          cost += (inner[from] ?? 1) * (inner[cut] ?? 1) * (inner[to] ?? 1);
          return `(${write(from, cut)}) (${write(cut, to)})`;
        };
        const steps = [`d = ${write(0, ids.length)}`];
        const program = readProgram(steps, spec, prepared.value.table);
        const total = workOf(program, spec.sizes).reduce((sum, work) => sum + work.cost, 0);
        expect(total).toBe(cost);
        expect(total).toBeGreaterThanOrEqual(prepared.value.optimum.cost);
      }),
    );
  });
});

/** One output that is a product over sizes: factor k is sizes[k] × sizes[k + 1]. */
function chainSpec(sizes: readonly number[]): PlanSpec {
  return {
    symbols: sizes.slice(1).map((_, k) => ({
      id: `M${k}`,
      latex: `M_{${k}}`,
      aliases: [],
      type: { kind: 'matrix', shape: [`n_${k}`, `n_${k + 1}`] },
    })),
    reading: { decimalComma: false, elementwise: false, variable: null, units: [] },
    outputs: [{ name: 'd', label: 'd', leftSides: ['d'] }],
    sizes: Object.fromEntries(sizes.map((value, k) => [`n_${k}`, value])),
  };
}

describe('the best plan', () => {
  it('as a program computes what is asked for at the cost of the optimum', () => {
    const size = fc.integer({ min: 1, max: 30 });
    const stem = fc.array(size, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(stem, fc.array(size, { minLength: 1, maxLength: 3 }), (inner, ends) => {
        const dims = (k: number) => `n_${k}`;
        const stems = inner
          .slice(1)
          .map((_, k) => ({ id: `S${k}`, from: dims(k), to: dims(k + 1) }));
        const tails = ends.map((_, k) => ({
          id: `T${k}`,
          from: dims(inner.length - 1),
          to: `e_${k}`,
        }));
        const spec: PlanSpec = {
          symbols: [...stems, ...tails].map(({ id, from, to }) => ({
            id,
            latex: `${id[0]}_{${id[1]}}`,
            aliases: [],
            type: { kind: 'matrix', shape: [from, to] },
          })),
          reading: { decimalComma: false, elementwise: false, variable: null, units: [] },
          outputs: ends.map((_, k) => ({
            name: `d${k}`,
            label: `d_{${k}}`,
            leftSides: [`d_{${k}}`],
          })),
          sizes: Object.fromEntries([
            ...inner.map((value, k) => [dims(k), value] as const),
            ...ends.map((value, k) => [`e_${k}`, value] as const),
          ]),
        };
        const product = [...stems.map(({ id }) => id)].join(' ');
        const references = Object.fromEntries(ends.map((_, k) => [`d${k}`, `${product} T${k}`]));
        const prepared = preparePlan(spec, { references });
        if (!prepared.ok) throw new Error(prepared.error.message);
        const { table, optimum } = prepared.value;
        const program = readProgram(bestSteps(spec, prepared.value), spec, table);
        for (const { step } of program.lines) expect(step.ok).toBe(true);
        const total = workOf(program, spec.sizes).reduce((sum, { cost }) => sum + cost, 0);
        expect(total).toBe(optimum.cost);
      }),
      { numRuns: 60 },
    );
  });
});
