import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Digits } from '@/lib/kinds/proof/reasoning/digits';
import { Working } from '@/lib/kinds/proof/reasoning/working';
import { randomFrom } from '@/lib/math/core/random';
import type { Tree } from '@/lib/math/core/tree';
import type { FunctionClass } from './classes';
import { drawFunctions } from './known-functions';

const [mu, L]: Tree[] = ['mu', 'L'].map((id) => ({ kind: 'symbol', id }));

const CLASSES: readonly Partial<FunctionClass>[] = [
  { convex: true, isDifferentiable: false },
  { convex: true },
  { convex: 'strictly', isDifferentiable: false },
  { convex: 'strictly' },
  { convex: 'strictly', smooth: L ?? null },
  { convex: true, strong: mu ?? null, isDifferentiable: false },
  { convex: true, strong: mu ?? null },
  { convex: true, smooth: L ?? null },
  { convex: true, strong: mu ?? null, smooth: L ?? null },
  { smooth: L ?? null },
];

const whole = fc.integer({ min: -9, max: 9 });

describe('a function that is drawn', () => {
  // By its slope alone, which says all: bent by μ at least and by L at most, without jumps where it is differentiable.
  it.each(CLASSES)('is of its class: %o', (said) => {
    const of: FunctionClass = {
      ...{ id: 'f', gradient: 'g', isOfVectors: false, isDifferentiable: true },
      ...{ convex: false, strong: null, smooth: null, ...said },
    };
    fc.assert(
      fc.property(fc.string(), whole, whole, fc.nat(5), (seed, a, b, more) => {
        const constants = new Map([
          ['mu', 0.5],
          ['L', 0.5 + more / 2],
        ]);
        const numberAt = (tree: Tree) =>
          tree.kind === 'symbol' ? new Digits(constants.get(tree.id) ?? 0) : null;
        const values = { number: numberAt, point: () => new Digits(more - 1) };
        const random = randomFrom(seed);
        const known = drawFunctions([of], [{ kind: 'symbol', id: 'x' }], values, () => random);
        const at = (id: string, x: number) => {
          const call = {
            kind: 'apply',
            id,
            order: 0,
            args: [{ kind: 'number', text: String(x) }],
          } as const;
          return Number(known.at(call, () => new Digits(x), new Working()));
        };
        const [x, y] = [Math.max(a, b) / 4, Math.min(a, b) / 4];
        if (x === y) return;
        const turn = at('g', x) - at('g', y);
        const least = of.strong ? 0.5 : of.convex ? 0 : -(constants.get('L') ?? 0);
        expect(turn).toBeGreaterThanOrEqual(least * (x - y));
        if (of.convex === 'strictly') expect(turn).toBeGreaterThan(0);
        if (of.smooth) expect(turn).toBeLessThanOrEqual((constants.get('L') ?? 0) * (x - y));
        // Its height is the integral of the slope, up to kinks and jumps in the bend.
        const steps = 4000;
        const width = (x - y) / steps;
        const middles = Array.from({ length: steps }, (_, step) =>
          at('g', y + (step + 0.5) * width),
        );
        const area = middles.reduce((sum, slope) => sum + slope * width, 0);
        expect(at('f', x) - at('f', y)).toBeCloseTo(area, 2);
        const jump = at('g', y + 1e-9) - at('g', y - 1e-9);
        if (of.isDifferentiable) expect(Math.abs(jump)).toBeLessThan(1e-6);
      }),
      { seed: 11, numRuns: 15 },
    );
  });
});
