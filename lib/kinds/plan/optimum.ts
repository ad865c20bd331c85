import { type Association, bestAssociation, chainName, type Factor, productCost } from './chain';

/** One product of the best plan: of two things given or computed before it. */
export interface BestProduct {
  factors: readonly Factor[];
  left: readonly Factor[];
  right: readonly Factor[];
  cost: number;
}

export interface Optimum {
  cost: number;
  /** Each computed once, those that others use first. */
  products: readonly BestProduct[];
}

/** The search gives up behind so many sets of open products. */
const MOST_SETS = 20_000;

interface Found {
  cost: number;
  /** By key: where the chain is cut. */
  cuts: ReadonlyMap<string, number>;
}

/**
 * The cheapest plan for several chains, exact; null where there are too many ways to try.
 *
 * The plans that it ranges over: every chain is multiplied out in its own order, two neighbouring
 * groups at a time, in any association; a group (a run of neighbouring factors of some chain) that
 * several products need is computed once, and serves its transpose as well. Not in the class: sums,
 * and identities between the matrices themselves.
 *
 * It searches over sets of groups that are still to be computed, the longest first: cutting it
 * leaves two shorter ones, so every group is cut once, whatever needs it. Groups without a part
 * that occurs elsewhere are no choice, they are multiplied out at their own best.
 */
export function optimumOf(chains: readonly (readonly Factor[])[]): Optimum | null {
  const shared = sharedKeys(chains);
  const memo = new Map<string, Found>();
  const groups = new Map<string, readonly Factor[]>();

  const add = (open: Set<string>, group: readonly Factor[]) => {
    if (group.length < 2) return;
    const { key } = chainName(group);
    groups.set(key, group);
    open.add(key);
  };

  const solve = (open: ReadonlySet<string>): Found | null => {
    if (open.size === 0) return { cost: 0, cuts: new Map() };
    const keys = [...open].sort();
    const id = keys.join('|');
    const known = memo.get(id);
    if (known) return known;
    if (memo.size >= MOST_SETS) return null;
    const longest = keys.reduce((a, b) =>
      (groups.get(b)?.length ?? 0) > (groups.get(a)?.length ?? 0) ? b : a,
    );
    const group = groups.get(longest) ?? [];
    let best: Found | null = null;
    for (const cut of cutsOf(group, shared)) {
      const rest = new Set(open);
      rest.delete(longest);
      add(rest, group.slice(0, cut));
      add(rest, group.slice(cut));
      const solved = solve(rest);
      if (!solved) return null;
      const cost = solved.cost + cutCost(group, cut);
      if (!best || cost < best.cost)
        best = { cost, cuts: new Map([...solved.cuts, [longest, cut]]) };
    }
    if (best) memo.set(id, best);
    return best;
  };

  const open = new Set<string>();
  for (const chain of chains) add(open, chain);
  const found = solve(open);
  if (!found) return null;
  const products = [...found.cuts].flatMap(([key, cut]): BestProduct[] => {
    const factors = groups.get(key);
    if (!factors) return [];
    const [left, right] = [factors.slice(0, cut), factors.slice(cut)];
    return [{ factors, left, right, cost: cutCost(factors, cut) }];
  });
  products.sort((a, b) => a.factors.length - b.factors.length);
  return { cost: found.cost, products };
}

function cutCost(group: readonly Factor[], cut: number): number {
  return productCost(group[0]?.rows ?? 1, group[cut]?.rows ?? 1, group.at(-1)?.columns ?? 1);
}

/** Where a group may be cut; one place is enough where nothing in it is shared. */
function cutsOf(group: readonly Factor[], shared: ReadonlySet<string>): readonly number[] {
  const all = group.slice(1).map((_, index) => index + 1);
  if (parts(group).some((part) => part.length < group.length && shared.has(chainName(part).key)))
    return all.toReversed();
  const { association } = bestAssociation(group);
  if (typeof association === 'number') return all;
  return [leaves(association[0])];
}

function leaves(part: Association): number {
  return typeof part === 'number' ? 1 : leaves(part[0]) + leaves(part[1]);
}

/** Runs of at least two neighbouring factors. */
function parts(chain: readonly Factor[]): (readonly Factor[])[] {
  return chain.flatMap((_, from) =>
    chain.slice(from + 1).map((__, more) => chain.slice(from, from + more + 2)),
  );
}

/** Groups that occur more than once, in one chain or in several. */
function sharedKeys(chains: readonly (readonly Factor[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const part of chains.flatMap(parts)) {
    const { key } = chainName(part);
    if (seen.has(key)) shared.add(key);
    seen.add(key);
  }
  return shared;
}
