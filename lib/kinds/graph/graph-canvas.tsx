'use client';

import '@xyflow/react/dist/style.css';
import { Box, Button, useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  Background,
  type Connection,
  ConnectionMode,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  type NodeChange,
  ReactFlow,
  type ReactFlowInstance,
} from '@xyflow/react';
import { useMemo, useRef, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import { Toolbar } from '@/lib/ui/toolbar';
import { type GraphAnswer, type GraphSpec, placedNodes } from './answer';
import {
  type Area,
  addEdge,
  addNode,
  laidOut,
  moveNode,
  positionOf,
  removeEdge,
  removeNode,
} from './edit';
import { facingSides } from './facing-sides';
import classes from './graph.module.css';
import { GraphActions, type Selected } from './graph-actions';
import { NamedNode } from './named-node';

const nodeTypes = { named: NamedNode };

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

type Sizes = Readonly<Record<string, { width: number; height: number }>>;

/** The drawing: nodes are placed from a palette, arrows dragged from node to node. */
export function GraphCanvas({
  spec,
  value: given,
  onChange,
  onMove,
  label,
  disabled,
  height,
}: InputProps<GraphSpec, GraphAnswer> & {
  /** As `onChange`, for a node on its way. */
  onMove: (value: GraphAnswer) => void;
  height: number;
}) {
  const scheme = useComputedColorScheme('light');
  // A finger on the canvas scrolls the page; a mouse has a wheel for that.
  const byTouch = useMediaQuery('(pointer: coarse)');
  // Edits build on what is seen, so that a place that was worked out stays.
  const value = useMemo(() => laidOut(given), [given]);
  const placed = placedNodes(value);
  // What was drawn on a larger screen is seen whole on a smaller one.
  const [isDrawnBefore] = useState(placed.length > 0);
  const [selected, setSelected] = useState<Selected>(null);
  const [measured, setMeasured] = useState<Sizes>({});
  const frame = useRef<HTMLDivElement>(null);
  const flow = useRef<ReactFlowInstance | null>(null);
  const latexOf = (id: string) => spec.palette.find((node) => node.id === id)?.latex ?? id;

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
  const connect = ({ source, target }: Connection) => onChange(addEdge(value, source, target));
  const remove = ({ nodes, edges }: { nodes: Node[]; edges: Edge[] }) => {
    const without = edges.reduce((all, edge) => removeEdge(all, edge.source, edge.target), value);
    onChange(nodes.reduce((all, { id }) => removeNode(all, id), without));
    setSelected(null);
  };

  return (
    <Box role="group" aria-label={label}>
      <Toolbar label="Nodes to place" className={classes.palette}>
        {spec.palette.map(({ id, latex }) => (
          <Button
            key={id}
            variant="default"
            size="compact-md"
            aria-label={`Place node ${spoken(latex)}`}
            data-place={id}
            disabled={disabled || placed.includes(id)}
            onClick={() => {
              const area = visibleArea(flow.current, frame.current);
              onChange(addNode(value, id, area, spec.palette.length));
            }}
          >
            <Tex authored>{latex}</Tex>
          </Button>
        ))}
      </Toolbar>
      <div ref={frame} className={classes.canvas} style={{ height }}>
        <ReactFlow
          nodes={drawnNodes(value, latexOf, selected, measured)}
          edges={drawnEdges(value, latexOf, selected)}
          nodeTypes={nodeTypes}
          onInit={(instance) => {
            flow.current = instance;
          }}
          fitView={isDrawnBefore}
          fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
          onNodesChange={changeNodes}
          onConnect={connect}
          onDelete={remove}
          onEdgeClick={(_event, { source, target }) =>
            setSelected({ kind: 'edge', from: source, to: target })
          }
          onPaneClick={() => setSelected(null)}
          onEdgesChange={(changes) => {
            for (const change of changes) {
              if (change.type === 'select') setSelected(change.selected ? edgeOf(change.id) : null);
            }
          }}
          connectionMode={ConnectionMode.Loose}
          deleteKeyCode={disabled ? null : ['Backspace', 'Delete']}
          nodesDraggable={!disabled}
          nodesConnectable={!disabled}
          colorMode={scheme}
          minZoom={0.4}
          maxZoom={1.6}
          panOnDrag={!byTouch}
          // Or what lies at the edge would run away under the finger.
          autoPanOnNodeDrag={false}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={18} />
          <Toolbar label="View" orientation="vertical">
            <Controls showInteractive={false} />
          </Toolbar>
        </ReactFlow>
      </div>
      <GraphActions
        selected={disabled ? null : selected}
        value={value}
        onChange={onChange}
        onSelect={setSelected}
        latexOf={latexOf}
      />
    </Box>
  );
}

function edgeOf(id: string): Selected {
  const [from = '', to = ''] = id.split('>');
  return { kind: 'edge', from, to };
}

function drawnNodes(
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

function drawnEdges(
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
