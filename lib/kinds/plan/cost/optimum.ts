import { chainName, type Factor, productCost } from './chain';

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

/** The search gives up behind so many sets of shared groups. */
const MOST_SETS = 4_000;

/** The groups that are computed by themselves, by key; they cost nothing where they are used. */
type Shared = ReadonlySet<string>;

/**
 * The cheapest plan for several chains, exact; null where there are too many ways to try.
 *
 * The plans that it ranges over: every chain is multiplied out in its own order, two neighbouring
 * groups at a time, in any association; a group (a run of neighbouring factors of some chain) that
 * several products need is computed once, and serves its transpose as well. Not in the class: sums,
 * and identities between the matrices themselves.
 *
 * It searches over the sets of groups that are computed once for several uses, by branch and bound;
 * with such a set settled, each of its groups and each chain is multiplied out at its own best by
 * dynamic programming. With every undecided group for nothing, that is a bound from below.
 */
export function optimumOf(chains: readonly (readonly Factor[])[]): Optimum | null {
  const tables = new Map<string, Table>();
  for (const chain of chains) {
    if (chain.length > 1) tables.set(chainName(chain).key, tableOf(chain));
  }
  const asked = [...tables.keys()];
  const candidates = sharedGroups(chains);
  for (const [key, group] of candidates) tables.set(key, tables.get(key) ?? tableOf(group));
  const order = [...candidates.keys()];

  const costOf = (taken: Shared, free: Shared): number => {
    let sum = 0;
    for (const key of taken) sum += cutOut(tables.get(key), free).cost;
    for (const key of asked) if (!free.has(key)) sum += cutOut(tables.get(key), free).cost;
    return sum;
  };
  let best: { cost: number; taken: Shared } = {
    cost: costOf(new Set(), new Set()),
    taken: new Set<string>(),
  };
  let tried = 0;
  const search = (at: number, taken: Shared): boolean => {
    if (++tried > MOST_SETS) return false;
    const bound = costOf(taken, new Set([...taken, ...order.slice(at)]));
    const key = order[at];
    if (key === undefined) {
      if (bound < best.cost) best = { cost: bound, taken };
      return true;
    }
    if (bound >= best.cost) return true;
    return search(at + 1, new Set([...taken, key])) && search(at + 1, taken);
  };
  if (!search(0, new Set())) return null;

  const { taken } = best;
  const made = new Map<string, BestProduct>();
  for (const key of new Set([...taken, ...asked])) {
    for (const product of cutOut(tables.get(key), taken).products)
      made.set(chainName(product.factors).key, product);
  }
  const firstUse = ({ factors }: BestProduct) => {
    const { key } = chainName(factors);
    return chains.findIndex((chain) =>
      groupsOf(chain).some((group) => chainName(group).key === key),
    );
  };
  const products = [...made.values()].toSorted(
    (a, b) => a.factors.length - b.factors.length || firstUse(a) - firstUse(b),
  );
  return { cost: best.cost, products };
}

/** A chain with the keys of its groups, by where they begin and end. */
interface Table {
  chain: readonly Factor[];
  keys: readonly (readonly string[])[];
}

function tableOf(chain: readonly Factor[]): Table {
  const keys = chain.map((_, from) =>
    Array.from({ length: chain.length + 1 }, (__, to) =>
      to - from > 1 ? chainName(chain.slice(from, to)).key : '',
    ),
  );
  return { chain, keys };
}

/** The best way to multiply a chain out, groups in `free` costing nothing but for the whole. */
function cutOut(
  table: Table | undefined,
  free: Shared,
): { cost: number; products: readonly BestProduct[] } {
  if (!table) return { cost: 0, products: [] };
  const { chain, keys } = table;
  const length = chain.length;
  const costs = new Map<number, { cost: number; cut: number }>();
  const at = (from: number, to: number) => costs.get(from * 64 + to) ?? { cost: 0, cut: 0 };
  for (let span = 2; span <= length; span++) {
    for (let from = 0; from + span <= length; from++) {
      const to = from + span;
      if (span < length && free.has(keys[from]?.[to] ?? '')) continue;
      let best = { cost: Number.POSITIVE_INFINITY, cut: 0 };
      for (let cut = to - 1; cut > from; cut--) {
        const cost = at(from, cut).cost + at(cut, to).cost + cutCost(chain, from, cut, to);
        if (cost < best.cost) best = { cost, cut };
      }
      costs.set(from * 64 + to, best);
    }
  }
  const products: BestProduct[] = [];
  const collect = (from: number, to: number) => {
    const { cut } = at(from, to);
    if (cut === 0) return;
    collect(from, cut);
    collect(cut, to);
    products.push({
      factors: chain.slice(from, to),
      left: chain.slice(from, cut),
      right: chain.slice(cut, to),
      cost: cutCost(chain, from, cut, to),
    });
  };
  collect(0, length);
  return { cost: at(0, length).cost, products };
}

function cutCost(chain: readonly Factor[], from: number, cut: number, to: number): number {
  return productCost(chain[from]?.rows ?? 1, chain[cut]?.rows ?? 1, chain[to - 1]?.columns ?? 1);
}

/** Runs of at least two neighbouring factors. */
function groupsOf(chain: readonly Factor[]): (readonly Factor[])[] {
  return chain.flatMap((_, from) =>
    chain.slice(from + 1).map((__, more) => chain.slice(from, from + more + 2)),
  );
}

/** Groups that occur more than once, in one chain or in several, the longest first. */
function sharedGroups(
  chains: readonly (readonly Factor[])[],
): ReadonlyMap<string, readonly Factor[]> {
  const counts = new Map<string, { group: readonly Factor[]; count: number }>();
  for (const group of chains.flatMap(groupsOf)) {
    const { key } = chainName(group);
    counts.set(key, { group, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const shared = [...counts].filter(([, { count }]) => count > 1);
  shared.sort(([, a], [, b]) => b.group.length - a.group.length);
  return new Map(shared.map(([key, { group }]) => [key, group]));
}
