import type { Picture, PictureNode } from './picture';

interface PlacedNode extends PictureNode {
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
/** The width that an arrow takes where it passes a row. */
const PASSAGE = 6;
const ROW = 92;
const HEIGHT = { given: 34, computed: 52 };
const SWEEPS = 6;

/** What stands in a row: a node, or the place where an arrow passes between the nodes. */
interface Slot {
  id: string;
  width: number;
  node: PictureNode | null;
}

/**
 * Places a plan in rows, what is given above what is computed from it. Within a row nodes are
 * ordered by the mean place of their neighbours, row after row, down and up (Sugiyama 1981); an
 * arrow over several rows has a place of its own in each.
 */
export function layOutPlan({ nodes, edges }: Picture): Layout {
  const rows: Slot[][] = [];
  const put = (depth: number, slot: Slot) => {
    const row = rows[depth] ?? [];
    row.push(slot);
    rows[depth] = row;
  };
  const depths = new Map(nodes.map(({ id, depth }) => [id, depth]));
  for (const node of nodes) put(node.depth, { id: node.id, width: widthOf(node), node });
  const routes = edges.map(({ from, to }) => {
    const [top, bottom] = [depths.get(from) ?? 0, depths.get(to) ?? 0];
    const between = Array.from({ length: Math.max(0, bottom - top - 1) }, (_, k) => {
      const id = `${from}>${to} ${k}`;
      put(top + 1 + k, { id, width: PASSAGE, node: null });
      return id;
    });
    return { from, to, stops: [from, ...between, to] };
  });
  sortRows(
    rows,
    routes.flatMap(({ stops }) =>
      stops.slice(1).map((stop, k) => [stops[k] ?? stop, stop] as const),
    ),
  );

  const widths = rows.map((row) => row.reduce((sum, slot) => sum + slot.width + GAP, -GAP));
  const width = Math.max(0, ...widths);
  const placed: PlacedNode[] = [];
  const at = new Map<string, { x: number; top: number; bottom: number }>();
  for (const [depth, row] of rows.entries()) {
    let left = (width - (widths[depth] ?? 0)) / 2;
    for (const { id, width: own, node } of row) {
      const x = left + own / 2;
      const y = depth * ROW;
      left += own + GAP;
      const height = node?.cost === null ? HEIGHT.given : HEIGHT.computed;
      at.set(id, { x, top: node ? y - 5 : y, bottom: y + height });
      if (node) placed.push({ ...node, x, y, width: own, height });
    }
  }
  const wasted = new Set(nodes.flatMap(({ id, isWaste }) => (isWaste ? [id] : [])));
  const arrows = routes.map(({ from, to, stops }) => ({
    id: `${from}>${to}`,
    path: pathThrough(stops.flatMap((stop) => at.get(stop) ?? [])),
    isWaste: wasted.has(to),
  }));
  const height = Math.max(0, ...placed.map(({ y, height: own }) => y + own));
  return { width, height, nodes: placed, edges: arrows };
}

function sortRows(rows: Slot[][], links: readonly (readonly [string, string])[]): void {
  const neighbours = (id: string) =>
    links.flatMap(([from, to]) => (from === id ? [to] : to === id ? [from] : []));
  const places = new Map<string, number>();
  const settle = (row: readonly Slot[]) => {
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
}

/** Curves from the lower edge of each stop to the upper edge of the next, straight down past others. */
function pathThrough(stops: readonly { x: number; top: number; bottom: number }[]): string {
  return stops
    .slice(1)
    .map(({ x, top, bottom }, index) => {
      const above = stops[index];
      const isLast = index === stops.length - 2;
      const start = above?.bottom ?? top;
      const bend = (start + top) / 2;
      const from = `${above?.x ?? x},${start}`;
      const curve = `C${above?.x ?? x},${bend} ${x},${bend} ${x},${top}`;
      return `${index === 0 ? `M${from} ` : ''}${curve}${isLast ? '' : ` L${x},${bottom}`}`;
    })
    .join(' ');
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
