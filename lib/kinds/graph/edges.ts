/** An arrow, from and to the id of a node. */
export type Edge = readonly [string, string];

export function same([from, to]: Edge, [otherFrom, otherTo]: Edge): boolean {
  return from === otherFrom && to === otherTo;
}

export function reversedEdge([from, to]: Edge): Edge {
  return [to, from];
}

export function distinct(edges: readonly Edge[]): Edge[] {
  return edges.filter((edge, index) => edges.findIndex((other) => same(edge, other)) === index);
}
