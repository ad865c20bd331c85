'use client';

import type { Connection, Edge, Node, NodeChange, ReactFlowInstance } from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { type GraphAnswer, type GraphSpec, placedNodes } from './answer';
import type { Sizes } from './drawn-graph';
import { type Area, addEdge, addNode, laidOut, moveNode, removeEdge, removeNode } from './edit';
import type { Selected } from './graph-actions';

export interface GraphCanvasProps extends InputProps<GraphSpec, GraphAnswer> {
  /** As `onChange`, for a node on its way. */
  onMove: (value: GraphAnswer) => void;
  height: number;
}

/** What is selected and measured in the drawing, and what its events do to the answer. */
export function useGraphCanvas({
  spec,
  value: answer,
  onChange,
  onMove,
  disabled,
}: GraphCanvasProps) {
  // Edits build on what is seen, so that a place that was worked out stays.
  const value = useMemo(() => laidOut(answer), [answer]);
  const placed = placedNodes(value);
  // What was drawn on a larger screen is seen whole on a smaller one.
  const [isDrawnBefore] = useState(placed.length > 0);
  const [selected, setSelected] = useState<Selected>(null);
  const [measured, setMeasured] = useState<Sizes>({});
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance | null>(null);

  const changeNodes = (changes: NodeChange[]) => {
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) {
        const { id, dimensions } = change;
        setMeasured((all) => ({ ...all, [id]: dimensions }));
      }
      if (change.type === 'position' && change.position && !disabled) {
        onMove(moveNode(value, change.id, change.position));
      }
      if (change.type === 'select') {
        const { id } = change;
        setSelected((now) => {
          if (change.selected) return { kind: 'node', id };
          return now?.kind === 'node' && now.id === id ? null : now;
        });
      }
    }
  };
  return {
    ...{ value, placed, isDrawnBefore, selected, setSelected, measured, frame, flow, changeNodes },
    place: (id: string) => {
      const area = visibleArea(flow.current, frame.current);
      onChange(addNode(value, id, area, spec.palette.length));
    },
    connect: ({ source, target }: Connection) => onChange(addEdge(value, source, target)),
    remove: ({ nodes, edges }: { nodes: Node[]; edges: Edge[] }) => {
      const without = edges.reduce((all, edge) => removeEdge(all, edge.source, edge.target), value);
      onChange(nodes.reduce((all, { id }) => removeNode(all, id), without));
      setSelected(null);
    },
  };
}

/** What is seen of the drawing now, in its own measure. */
function visibleArea(flow: ReactFlowInstance | null, frame: HTMLElement | null): Area | undefined {
  if (!flow || !frame) return undefined;
  const { x, y, zoom } = flow.getViewport();
  const { clientWidth, clientHeight } = frame;
  return {
    left: -x / zoom,
    top: -y / zoom,
    width: clientWidth / zoom,
    height: clientHeight / zoom,
  };
}
