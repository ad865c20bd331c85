'use client';

import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { ConnectionMode, type Edge, MarkerType, type Node, ReactFlow } from '@xyflow/react';
import { type GraphAnswer, placedNodes } from './answer';
import { positionOf } from './edit';
import { facingSides } from './facing-sides';
import classes from './graph.module.css';
import { NamedNode } from './named-node';

const nodeTypes = { named: NamedNode };

/** What a node takes at most, and the air around all of them. */
const NODE = { width: 90, height: 44 };
const MARGIN = 16;

export interface PictureEdge {
  source: string;
  target: string;
  color: string;
  dash?: string;
}

/** A graph to look at: as large as its content, smaller where there is no room. */
export function GraphPicture({
  answer,
  latexOf,
  edges,
}: {
  answer: GraphAnswer;
  latexOf: (id: string) => string;
  edges: readonly PictureEdge[];
}) {
  const scheme = useComputedColorScheme('light');
  const { ref, width: room } = useElementSize();
  const places = placedNodes(answer).map((id) => ({ id, position: positionOf(answer, id) }));
  const [left, wide] = span(
    places.map(({ position }) => position.x),
    NODE.width,
  );
  const [top, high] = span(
    places.map(({ position }) => position.y),
    NODE.height,
  );
  const zoom = Math.min(1, (room || wide) / wide);
  return (
    <div ref={ref} className={classes.picture} style={{ height: high * zoom }} aria-hidden="true">
      <ReactFlow
        nodes={places.map(({ id, position }): Node => {
          const data = { latex: latexOf(id) };
          return { id, type: 'named', position, data, connectable: false };
        })}
        edges={edges.map((edge) => drawn(edge, answer))}
        nodeTypes={nodeTypes}
        viewport={{ x: -left * zoom, y: -top * zoom, zoom }}
        colorMode={scheme}
        // As on the canvas: an arrow may enter a node at any of its dots.
        connectionMode={ConnectionMode.Loose}
        minZoom={0.1}
        nodesDraggable={false}
        nodesConnectable={false}
        elementsSelectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        panOnDrag={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      />
    </div>
  );
}

function drawn({ source, target, color, dash }: PictureEdge, answer: GraphAnswer): Edge {
  return {
    id: `${source}>${target}`,
    source,
    target,
    ...facingSides(positionOf(answer, source), positionOf(answer, target)),
    markerEnd: { type: MarkerType.ArrowClosed, width: 18, height: 18, color },
    style: { stroke: color, strokeWidth: 2, ...(dash && { strokeDasharray: dash }) },
  };
}

/** Where things begin and how far they reach, one of them being `size` large. */
function span(values: readonly number[], size: number): readonly [number, number] {
  const from = values.length === 0 ? 0 : Math.min(...values);
  const to = values.length === 0 ? 0 : Math.max(...values);
  return [from - MARGIN, to - from + size + 2 * MARGIN];
}
