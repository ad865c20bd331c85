import type { Work } from '@/lib/kinds/plan/cost/ledger';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** A plan as a graph: what is given, and what is computed from what, with its cost. */
export interface Picture {
  nodes: readonly PictureNode[];
  edges: readonly { from: string; to: string }[];
  total: number;
}

export interface PictureNode {
  id: string;
  /** LaTeX. */
  label: string;
  /** Null for what is given. */
  cost: number | null;
  /** What is multiplied, LaTeX; null for what is given. */
  expression: string | null;
  /** A product that the best plan does without, or computed before; false while that is not shown. */
  isWaste: boolean;
  /** Counted from 1 for the first layer that is computed; 0 is given. */
  depth: number;
}

/**
 * The graph of what a program computes; symbols that it does not use are left out. `best` are the
 * works of the best plan, where they may be shown.
 */
export function pictureOf(
  works: readonly Work[],
  table: SymbolTable,
  best: readonly Work[] | null,
): Picture {
  const wanted = best && new Set(best.map(({ key }) => key));
  const seen = new Set<string>();
  const depths: number[] = [];
  for (const { inputs } of works) {
    depths.push(
      1 + Math.max(0, ...inputs.map((input) => ('work' in input ? (depths[input.work] ?? 0) : 0))),
    );
  }
  const edges = works.flatMap(({ index, inputs }) =>
    inputs.map((input) => ({
      from: 'work' in input ? `work ${input.work}` : input.symbol,
      to: `work ${index}`,
    })),
  );
  const computed = works.map(({ index, kind, key, names, latex, cost }): PictureNode => {
    const isWaste = wanted !== null && kind === 'product' && (!wanted.has(key) || seen.has(key));
    seen.add(key);
    return {
      id: `work ${index}`,
      label: names.length > 0 ? names.join(',\\ ') : latex,
      cost,
      expression: latex,
      isWaste,
      depth: depths[index] ?? 1,
    };
  });
  const used = [...new Set(edges.map(({ from }) => from))].filter(
    (id) => table.declarations.has(id) && !id.startsWith('work '),
  );
  const symbolNodes = used.map((id): PictureNode => {
    const users = edges.filter(({ from }) => from === id).map(({ to }) => to);
    const first = Math.min(
      ...computed.filter((node) => users.includes(node.id)).map(({ depth }) => depth),
    );
    // Just above what uses it first, so that arrows stay short.
    const label = table.latexOf(id);
    return { id, label, cost: null, expression: null, isWaste: false, depth: first - 1 };
  });
  const total = works.reduce((sum, { cost }) => sum + cost, 0);
  return { nodes: [...symbolNodes, ...computed], edges: distinct(edges), total };
}

function distinct(edges: Picture['edges']): Picture['edges'] {
  return [...new Map(edges.map((edge) => [`${edge.from}>${edge.to}`, edge])).values()];
}
