import type { Edge } from './edges';
import { distinct, reversedEdge, same } from './edges';

/** More nodes than these are not exchanged: every two pairs of them are tried. */
const MOST_NODES = 12;

/** The pairs of nodes whose exchange makes a drawing the reference, at most two; null where none do. */
export function exchangedNodes(
  drawn: readonly Edge[],
  reference: readonly Edge[],
): readonly Edge[] | null {
  const nodes = [...new Set(reference.flat())];
  if (nodes.length > MOST_NODES || drawn.length !== reference.length) return null;
  const pairs = nodes.flatMap((a, at) => nodes.slice(at + 1).map((b): Edge => [a, b]));
  const isReference = (exchange: readonly Edge[]) =>
    drawn.every((edge) => reference.some((other) => same(exchanged(edge, exchange), other)));
  const one = pairs.find((pair) => isReference([pair]));
  if (one) return [one];
  for (const first of pairs) {
    const second = pairs.find(
      (pair) => !pair.some((node) => first.includes(node)) && isReference([first, pair]),
    );
    if (second) return [first, second];
  }
  return null;
}

function exchanged([from, to]: Edge, pairs: readonly Edge[]): Edge {
  const other = (node: string) => {
    const pair = pairs.find((each) => each.includes(node));
    return pair ? (pair[0] === node ? pair[1] : pair[0]) : node;
  };
  return [other(from), other(to)];
}

/** Arrows that are drawn in both directions, of which the one is in the reference. */
export function doubledEdges(drawn: readonly Edge[], reference: readonly Edge[]): Edge[] {
  return distinct(drawn).filter(
    (edge) =>
      !reference.some((other) => same(edge, other)) &&
      [reference, drawn].every((all) => all.some((other) => same(reversedEdge(edge), other))),
  );
}
