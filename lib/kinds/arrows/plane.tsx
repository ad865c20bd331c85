'use client';

import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import {
  Background,
  type Edge,
  MarkerType,
  type Node,
  type NodeChange,
  ReactFlow,
  useReactFlow,
} from '@xyflow/react';
import { type MouseEvent, useMemo } from 'react';
import type { Vector } from './answer';
import classes from './arrows.module.css';
import { HIGH, WIDE } from './edit';
import { nodeTypes } from './plane-nodes';

/** Pixels of a unit, before the plane is scaled to its place. */
const UNIT = 60;
const MARGIN = 26;
const WIDTH = 2 * (WIDE * UNIT + MARGIN);
const HEIGHT = 2 * (HIGH * UNIT + MARGIN);

/** `reach` is how many times as large as usual the plane is. */
export function toPixels([x, y]: Vector, reach: number): { x: number; y: number } {
  return { x: (x * UNIT) / reach, y: (-y * UNIT) / reach };
}

export function fromPixels({ x, y }: { x: number; y: number }, reach: number): Vector {
  return [(x * reach) / UNIT, (-y * reach) / UNIT];
}

/** How an arrow is drawn; `id` names the node that it leads from and, with `.tip`, the one it leads to. */
export function arrowEdge(
  { id, source, target }: { id: string; source: string; target: string },
  { color, dash }: { color: string; dash?: string },
): Edge {
  return {
    id,
    source,
    target,
    type: 'straight',
    selectable: false,
    focusable: false,
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color },
    style: { stroke: color, strokeWidth: 2.5, ...(dash && { strokeDasharray: dash }) },
  };
}

/** A plane that shows all of itself at every width: nothing is scrolled or zoomed. */
export function Plane({
  nodes,
  edges,
  reach,
  disabled,
  onNodesChange,
  onPlaneClick,
}: {
  nodes: Node[];
  edges: Edge[];
  reach: number;
  disabled: boolean;
  onNodesChange?: (changes: NodeChange[]) => void;
  onPlaneClick?: (at: Vector) => void;
}) {
  const scheme = useComputedColorScheme('light');
  const { ref, width } = useElementSize();
  const { screenToFlowPosition } = useReactFlow();
  const zoom = (width || WIDTH) / WIDTH;
  const viewport = useMemo(() => ({ x: (WIDTH / 2) * zoom, y: (HEIGHT / 2) * zoom, zoom }), [zoom]);
  return (
    <div
      ref={ref}
      className={classes.plane}
      style={{ aspectRatio: `${WIDTH} / ${HEIGHT}`, ...{ '--plane-zoom': zoom } }}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        viewport={viewport}
        nodeOrigin={[0.5, 0.5]}
        nodesDraggable={!disabled}
        nodesConnectable={false}
        nodesFocusable={!disabled}
        elementsSelectable={!disabled}
        deleteKeyCode={null}
        // The library's arrow keys move by pixels and announce pixels; ours move by units of the plane.
        disableKeyboardA11y
        panOnDrag={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        autoPanOnNodeDrag={false}
        autoPanOnNodeFocus={false}
        minZoom={0.1}
        preventScrolling={false}
        colorMode={scheme}
        proOptions={{ hideAttribution: true }}
        {...(onNodesChange && { onNodesChange })}
        {...(onPlaneClick && {
          onPaneClick: ({ clientX, clientY }: MouseEvent) =>
            onPlaneClick(fromPixels(screenToFlowPosition({ x: clientX, y: clientY }), reach)),
        })}
      >
        <Background gap={UNIT / reach} size={2} />
      </ReactFlow>
    </div>
  );
}
