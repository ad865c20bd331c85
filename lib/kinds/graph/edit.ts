import { type GraphAnswer, placedNodes } from './schema';

/** What one can do to a drawn graph, the same from the canvas and from the table. */

/** Nodes on the canvas are spaced on a grid, so that a new one never covers another. */
const COLUMNS = 4;
const SPACING = { x: 130, y: 100 };

export function positionOf(answer: GraphAnswer, id: string): { x: number; y: number } {
  const stored = answer.positions?.[id];
  if (stored) return { x: stored[0], y: stored[1] };
  const index = Math.max(0, placedNodes(answer).indexOf(id));
  return {
    x: 30 + (index % COLUMNS) * SPACING.x,
    y: 40 + Math.floor(index / COLUMNS) * SPACING.y,
  };
}

export function addNode(answer: GraphAnswer, id: string): GraphAnswer {
  const nodes = placedNodes(answer);
  if (nodes.includes(id)) return answer;
  return putInFreePlace({ ...answer, nodes: [...nodes, id] }, id);
}

/** Every node at a place of its own, also those that were never laid out, as by a program. */
export function laidOut(answer: GraphAnswer): GraphAnswer {
  return placedNodes(answer)
    .filter((id) => !answer.positions?.[id])
    .reduce(putInFreePlace, answer);
}

function putInFreePlace(answer: GraphAnswer, id: string): GraphAnswer {
  const taken = Object.values(answer.positions ?? {});
  let { x, y } = positionOf(answer, id);
  // A moved node may lie where the grid would put this one.
  while (taken.some(([otherX, otherY]) => Math.abs(otherX - x) < 60 && Math.abs(otherY - y) < 50)) {
    y += SPACING.y;
  }
  return moveNode(answer, id, { x, y });
}

export function removeNode(answer: GraphAnswer, id: string): GraphAnswer {
  const { [id]: _gone, ...positions } = answer.positions ?? {};
  return {
    nodes: placedNodes(answer).filter((node) => node !== id),
    edges: (answer.edges ?? []).filter((edge) => !edge.includes(id)),
    positions,
  };
}

export function moveNode(
  answer: GraphAnswer,
  id: string,
  { x, y }: { x: number; y: number },
): GraphAnswer {
  const positions: GraphAnswer['positions'] = {
    ...answer.positions,
    [id]: [Math.round(x), Math.round(y)],
  };
  return { ...answer, nodes: placedNodes(answer), positions };
}

export function addEdge(answer: GraphAnswer, from: string, to: string): GraphAnswer {
  const edges = answer.edges ?? [];
  if (from === to || edges.some(([a, b]) => a === from && b === to)) return answer;
  return { ...answer, nodes: placedNodes(answer), edges: [...edges, [from, to]] };
}

export function removeEdge(answer: GraphAnswer, from: string, to: string): GraphAnswer {
  const nodes = placedNodes(answer);
  const edges = (answer.edges ?? []).filter(([a, b]) => a !== from || b !== to);
  return { ...answer, nodes, edges };
}

export function reverseEdge(answer: GraphAnswer, from: string, to: string): GraphAnswer {
  return addEdge(removeEdge(answer, from, to), to, from);
}
