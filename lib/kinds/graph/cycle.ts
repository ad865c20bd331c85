/** A directed cycle as the nodes it passes, first node repeated at the end; null if there is none. */
export function findCycle(edges: readonly (readonly [string, string])[]): string[] | null {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const path: string[] = [];

  const walk = (node: string): string[] | null => {
    const seen = path.indexOf(node);
    if (seen >= 0) return [...path.slice(seen), node];
    if (done.has(node)) return null;
    path.push(node);
    for (const to of next.get(node) ?? []) {
      const cycle = walk(to);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(node);
    return null;
  };

  for (const node of next.keys()) {
    const cycle = walk(node);
    if (cycle) return cycle;
  }
  return null;
}
