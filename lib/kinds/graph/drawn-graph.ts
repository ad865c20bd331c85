import { type Edge, MarkerType, type Node } from '@xyflow/react';
import { spoken } from '@/lib/ui/spoken';
import { type GraphAnswer, placedNodes } from './answer';
import { positionOf } from './edit';
import { facingSides } from './facing-sides';
import type { Selected } from './graph-actions';

const EDGE_STYLE = {
  markerEnd: {
    type: MarkerType.ArrowClosed,
    width: 22,
    height: 22,
    color: 'var(--mantine-color-dimmed)',
  },
  style: { strokeWidth: 1.75 },
  interactionWidth: 28,
} as const;

/** How large nodes came out, by their id. */
export type Sizes = Readonly<Record<string, { width: number; height: number }>>;

/** The edge with the id that `drawnEdges` gives. */
export function edgeOf(id: string): Selected {
  const [from = '', to = ''] = id.split('>');
  return { kind: 'edge', from, to };
}

export function drawnNodes(
  value: GraphAnswer,
  latexOf: (id: string) => string,
  selected: Selected,
  measured: Sizes,
): Node[] {
  return placedNodes(value).map((id) => ({
    id,
    type: 'named',
    position: positionOf(value, id),
    data: { latex: latexOf(id) },
    selected: selected?.kind === 'node' && selected.id === id,
    ariaLabel: `Node ${spoken(latexOf(id))}`,
    ...(measured[id] && { measured: measured[id] }),
  }));
}

export function drawnEdges(
  value: GraphAnswer,
  latexOf: (id: string) => string,
  selected: Selected,
): Edge[] {
  return (value.edges ?? []).map(([source, target]) => ({
    ...EDGE_STYLE,
    id: `${source}>${target}`,
    source,
    target,
    ...facingSides(positionOf(value, source), positionOf(value, target)),
    selected: selected?.kind === 'edge' && selected.from === source && selected.to === target,
    ariaLabel: `Arrow from ${spoken(latexOf(source))} to ${spoken(latexOf(target))}`,
  }));
}
