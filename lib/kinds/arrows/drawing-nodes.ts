import type { Edge, Node } from '@xyflow/react';
import { spoken } from '@/lib/ui/spoken';
import type { ArrowsAnswer, ArrowsSpec } from './answer';
import { type Grip, waitingWay } from './edit';
import { freeCorner } from './geometry';
import { arrowEdge, toPixels } from './plane';

const TIP = '.tip';
const COLOR = 'var(--mantine-primary-color-light-color)';

export function nodeIdOf({ id, isTip }: Grip): string {
  return isTip ? id + TIP : id;
}

export function gripOf(nodeId: string): Grip {
  const isTip = nodeId.endsWith(TIP);
  return { id: isTip ? nodeId.slice(0, -TIP.length) : nodeId, isTip };
}

export type Sizes = Readonly<Record<string, { width: number; height: number }>>;

/** The drawing as nodes to be dragged, each point behind the end of its arrow, and arrows between. */
export function drawnNodes(
  spec: ArrowsSpec,
  { points = {}, arrows = {} }: ArrowsAnswer,
  { reach, selected, measured }: { reach: number; selected: string | null; measured: Sizes },
): { nodes: Node[]; edges: Edge[] } {
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const nameOf = (id: string) => spoken(latexOf(id));
  const placed = spec.points.flatMap((id) => {
    const at = points[id];
    return at ? [{ id, at, arrow: arrows[id] }] : [];
  });
  const state = (id: string) => ({
    ...{ id, selected: id === selected },
    ...(measured[id] && { measured: measured[id] }),
  });
  const nodes = placed.flatMap(({ id, at, arrow }): Node[] => {
    const [right, up] = arrow ?? waitingWay(at, reach);
    const point: Node = {
      ...state(id),
      ...{ type: 'point', position: toPixels(at, reach), zIndex: 1 },
      data: { latex: latexOf(id), corner: freeCorner(arrow ? [arrow] : []) },
      ariaLabel: `Point ${nameOf(id)}`,
    };
    if (!spec.from.includes(id)) return [point];
    const tip: Node = {
      ...state(id + TIP),
      ...{ type: 'tip', position: toPixels([at[0] + right, at[1] + up], reach) },
      data: { isDrawn: arrow !== undefined },
      ariaLabel: arrow ? `End of the arrow at ${nameOf(id)}` : `Draw the arrow at ${nameOf(id)}`,
    };
    return [point, tip];
  });
  const edges = placed.flatMap(({ id, arrow }) =>
    arrow ? [arrowEdge({ id, source: id, target: id + TIP }, { color: COLOR })] : [],
  );
  return { nodes, edges };
}
