import type { Picture, PictureNode } from './picture';

export interface PlacedNode extends PictureNode {
  /** Of the middle of its upper edge. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  nodes: readonly PlacedNode[];
  edges: readonly { id: string; path: string; isWaste: boolean }[];
}

const GAP = 10;
const ROW = 92;
const HEIGHT = { given: 34, computed: 52 };
const SWEEPS = 6;

/**
 * Places a plan in rows, what is given above what is computed from it. Within a row nodes are
 * ordered by the mean place of their neighbours, row after row, down and up (Sugiyama 1981).
 */
export function layOutPlan({ nodes, edges }: Picture): Layout {
  const rows: PictureNode[][] = [];
  for (const node of nodes) {
    const row = rows[node.depth] ?? [];
    row.push(node);
    rows[node.depth] = row;
  }
  const neighbours = (id: string) =>
    edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []));
  const places = new Map<string, number>();
  const settle = (row: readonly PictureNode[]) => {
    for (const [index, { id }] of row.entries()) places.set(id, index - (row.length - 1) / 2);
  };
  rows.forEach(settle);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const row of sweep % 2 === 0 ? rows : rows.toReversed()) {
      const means = new Map(row.map(({ id }) => [id, mean(neighbours(id), places)]));
      row.sort((a, b) => (means.get(a.id) ?? 0) - (means.get(b.id) ?? 0));
      settle(row);
    }
  }

  const widths = rows.map((row) => row.reduce((sum, node) => sum + widthOf(node) + GAP, -GAP));
  const width = Math.max(0, ...widths);
  const placed = rows.flatMap((row, depth) => {
    let left = (width - (widths[depth] ?? 0)) / 2;
    return row.map((node): PlacedNode => {
      const own = widthOf(node);
      const x = left + own / 2;
      left += own + GAP;
      const height = node.cost === null ? HEIGHT.given : HEIGHT.computed;
      return { ...node, x, y: depth * ROW, width: own, height };
    });
  });
  const at = new Map(placed.map((node) => [node.id, node]));
  const arrows = edges.flatMap(({ from, to }) => {
    const [above, below] = [at.get(from), at.get(to)];
    if (!above || !below) return [];
    const start = above.y + above.height;
    const bend = (start + below.y) / 2;
    const path = `M${above.x},${start} C${above.x},${bend} ${below.x},${bend} ${below.x},${below.y - 5}`;
    return [{ id: `${from}>${to}`, path, isWaste: below.isWaste }];
  });
  const height = Math.max(0, ...placed.map(({ y, height: own }) => y + own));
  return { width, height, nodes: placed, edges: arrows };
}

function mean(ids: readonly string[], places: ReadonlyMap<string, number>): number {
  if (ids.length === 0) return 0;
  return ids.reduce((sum, id) => sum + (places.get(id) ?? 0), 0) / ids.length;
}

/** Typeset, a command is one letter and scripts are small. */
export function visibleLength(latex: string): number {
  return latex
    .replace(/\\(mathcal|mathrm|left|right)\b/g, '')
    .replace(/\\[A-Za-z]+/g, 'x')
    .replace(/[{}_^\s]/g, '').length;
}

/** Wide enough for its label and its cost; longer labels are written out in the table. */
function widthOf({ label, cost }: PictureNode): number {
  const written = Math.min(visibleLength(label), 14) * 8;
  const counted = cost === null ? 0 : String(cost).length * 8.5;
  return Math.round(Math.max(52, written + 18, counted + 14));
}
