import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAssociation, chainName, type Factor, productCost } from './chain';
import { optimumOf } from './optimum';

/** A chain over sizes: factor k is sizes[k] × sizes[k + 1]. */
function chainOver(sizes: readonly number[], name = (k: number) => `M${k}`): Factor[] {
  return sizes.slice(1).map((columns, k) => ({
    id: name(k),
    turned: false,
    rows: sizes[k] ?? 1,
    columns,
  }));
}

type Cut = { factors: readonly Factor[]; cost: number };

/** All ways to multiply a chain out, each as the products that it computes. */
function* everyWay(chain: readonly Factor[]): Generator<readonly Cut[]> {
  if (chain.length === 1) {
    yield [];
    return;
  }
  for (let cut = 1; cut < chain.length; cut++) {
    const cost = productCost(
      chain[0]?.rows ?? 1,
      chain[cut]?.rows ?? 1,
      chain.at(-1)?.columns ?? 1,
    );
    for (const left of everyWay(chain.slice(0, cut))) {
      for (const right of everyWay(chain.slice(cut)))
        yield [...left, ...right, { factors: chain, cost }];
    }
  }
}

/** The cheapest combination of ways, what occurs in several counted once, at its least. */
function bruteForce(chains: readonly (readonly Factor[])[]): number {
  const combine = (rest: readonly (readonly Factor[])[], taken: readonly Cut[]): number => {
    const [chain, ...others] = rest;
    if (!chain) {
      const once = new Map<string, number>();
      for (const { factors, cost } of taken) {
        const { key } = chainName(factors);
        once.set(key, Math.min(cost, once.get(key) ?? Number.POSITIVE_INFINITY));
      }
      return [...once.values()].reduce((sum, cost) => sum + cost, 0);
    }
    let least = Number.POSITIVE_INFINITY;
    for (const way of everyWay(chain)) least = Math.min(least, combine(others, [...taken, ...way]));
    return least;
  };
  return combine(chains, []);
}

const size = fc.integer({ min: 1, max: 6 });

describe('bestAssociation', () => {
  it('is as cheap as the cheapest of all ways, which none undercuts', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 3, maxLength: 7 }), (sizes) => {
        const chain = chainOver(sizes);
        const all = [...everyWay(chain)].map((way) => way.reduce((sum, { cost }) => sum + cost, 0));
        expect(bestAssociation(chain).cost).toBe(Math.min(...all));
      }),
    );
  });

  it('multiplies a row vector from the left and a column from the right', () => {
    expect(bestAssociation(chainOver([1, 5, 5, 5])).association).toEqual([[0, 1], 2]);
    expect(bestAssociation(chainOver([5, 5, 5, 1])).association).toEqual([0, [1, 2]]);
  });
});

describe('optimumOf', () => {
  it('is that of one chain where there is one', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 2, maxLength: 8 }), (sizes) => {
        const chain = chainOver(sizes);
        expect(optimumOf([chain])?.cost).toBe(bestAssociation(chain).cost);
      }),
    );
  });

  it('agrees with brute force where chains share their beginnings', () => {
    const stem = fc.array(size, { minLength: 2, maxLength: 4 });
    const tails = fc.array(size, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(stem, tails, (sizes, ends) => {
        const chains = ends.map((end, branch) => [
          ...chainOver(sizes),
          { id: `T${branch}`, turned: false, rows: sizes.at(-1) ?? 1, columns: end },
        ]);
        expect(optimumOf(chains)?.cost).toBe(bruteForce(chains));
      }),
    );
  });

  it('agrees with brute force where square matrices repeat in any order and transposed', () => {
    const factor = fc.record({
      id: fc.constantFrom('A', 'B', 'C'),
      turned: fc.boolean(),
      rows: fc.constant(3),
      columns: fc.constant(3),
    });
    const end = fc.record({
      id: fc.constantFrom('u', 'v'),
      turned: fc.constant(false),
      rows: fc.constant(3),
      columns: fc.constant(1),
    });
    const chain = fc
      .tuple(fc.array(factor, { minLength: 1, maxLength: 3 }), fc.option(end, { nil: null }))
      .map(([factors, last]): Factor[] => (last ? [...factors, last] : factors));
    fc.assert(
      fc.property(fc.array(chain, { minLength: 1, maxLength: 3 }), (chains) => {
        expect(optimumOf(chains)?.cost).toBe(bruteForce(chains));
      }),
      { numRuns: 60 },
    );
  });

  it('lists what it computes, each once and after what it takes, at its total cost', () => {
    const shared = chainOver([1, 100, 200]);
    const to = (id: string, columns: number) => [
      ...shared,
      { id, turned: false, rows: 200, columns },
    ];
    const optimum = optimumOf([to('W', 1000), to('X', 300)]);
    expect(optimum?.products.map(({ cost }) => cost)).toEqual([20_000, 200_000, 60_000]);
    expect(optimum?.cost).toBe(280_000);
  });

  it('finds the best of six outputs that share a chain of four, quickly', () => {
    const stem = chainOver([3, 5, 2, 7, 4]);
    const chains = [4, 2, 9, 1, 6, 3].map((columns, k) => [
      ...stem,
      { id: `T${k}`, turned: false, rows: 4, columns },
    ]);
    const alone = chains.reduce((sum, chain) => sum + bestAssociation(chain).cost, 0);
    expect(optimumOf(chains)?.cost).toBeLessThan(alone);
  });
});
