import { type GraphAnswer, placedNodes } from './answer';

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

/** The part of the drawing that is seen, in the drawing's own measure. */
export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

const USUAL: Area = { left: 0, top: 0, width: 560, height: 380 };

/** Places a node where it is seen and covers no other, so that `expected` nodes have room. */
export function addNode(
  answer: GraphAnswer,
  id: string,
  area: Area = USUAL,
  expected = 1,
): GraphAnswer {
  const nodes = placedNodes(answer);
  if (nodes.includes(id)) return answer;
  const place = freePlace(answer, area, Math.max(expected, nodes.length + 1));
  return moveNode({ ...answer, nodes: [...nodes, id] }, id, place);
}

/** Every node at a place of its own, also those that were never laid out, as by a program. */
export function laidOut(answer: GraphAnswer): GraphAnswer {
  const { positions = {} } = answer;
  const placed = placedNodes(answer);
  const laid: GraphAnswer = { ...answer, nodes: placed.filter((id) => positions[id]), edges: [] };
  const all = placed.reduce((done, id) => addNode(done, id), laid);
  return { ...answer, nodes: placed, positions: all.positions };
}

const NODE = { width: 70, height: 44 };
const EDGE = { x: 24, y: 24 };
/** Nodes closer than this cover each other. */
const APART = { x: 72, y: 50 };

/** The first free place of the widest grid over the area that has room for all. */
function freePlace(answer: GraphAnswer, area: Area, expected: number): { x: number; y: number } {
  const taken = placedNodes(answer).map((id) => positionOf(answer, id));
  const isFree = ({ x, y }: { x: number; y: number }) =>
    taken.every((other) => Math.abs(other.x - x) >= APART.x || Math.abs(other.y - y) >= APART.y);
  const grids = [1, 0.75, 0.57].map((fineness) => gridOver(area, fineness));
  const roomy = grids.filter((grid) => grid.length >= expected);
  for (const grid of [...roomy, ...grids]) {
    const place = grid.find(isFree);
    if (place) return place;
  }
  const lowest = Math.max(...taken.map(({ y }) => y));
  return { x: area.left + EDGE.x, y: lowest + SPACING.y };
}

function gridOver(area: Area, fineness: number): { x: number; y: number }[] {
  const steps = (from: number, size: number, step: number) =>
    Array.from({ length: Math.max(0, Math.floor(size / step) + 1) }, (_, at) => from + at * step);
  const columns = steps(
    area.left + EDGE.x,
    area.width - NODE.width - 1.5 * EDGE.x,
    SPACING.x * fineness,
  );
  const rows = steps(
    area.top + EDGE.y,
    area.height - NODE.height - 1.5 * EDGE.y,
    SPACING.y * fineness,
  );
  return rows.flatMap((y) => columns.map((x) => ({ x, y })));
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
