'use client';

import '@xyflow/react/dist/style.css';
import { Box, Button, Group, Text, useComputedColorScheme } from '@mantine/core';
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
} from '@xyflow/react';
import { useMemo, useState } from 'react';
import { Tex } from '@/lib/ui/markdown';
import type { InputProps } from '../contract';
import {
  addEdge,
  addNode,
  moveNode,
  positionOf,
  removeEdge,
  removeNode,
  reverseEdge,
} from './edit';
import { facingSides } from './facing-sides';
import { NamedNode } from './named-node';
import { type GraphAnswer, type GraphSpec, placedNodes } from './schema';

const nodeTypes = { named: NamedNode };

const EDGE_STYLE = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 22, height: 22 },
  style: { strokeWidth: 1.75 },
  interactionWidth: 28,
} as const;

/** The drawing: nodes are placed from a palette, arrows dragged from node to node. */
export function GraphCanvas({
  spec,
  value,
  onChange,
  label,
  disabled,
  height,
}: InputProps<GraphSpec, GraphAnswer> & { height: number }) {
  const scheme = useComputedColorScheme('light');
  const placed = placedNodes(value);
  const [selectedEdge, setSelectedEdge] = useState<string | null>(null);
  const [selectedNode, setSelectedNode] = useState<string | null>(null);
  const [measured, setMeasured] = useState<Record<string, { width: number; height: number }>>({});

  const latexOf = useMemo(
    () => new Map(spec.palette.map(({ id, latex }) => [id, latex])),
    [spec.palette],
  );
  const nodes: Node[] = placed.map((id) => ({
    id,
    type: 'named',
    position: positionOf(value, id),
    data: { latex: latexOf.get(id) ?? id },
    selected: id === selectedNode,
    ariaLabel: `Node ${id}`,
    ...(measured[id] && { measured: measured[id] }),
  }));
  const edges: Edge[] = (value.edges ?? []).map(([source, target]) => ({
    ...EDGE_STYLE,
    id: `${source}>${target}`,
    source,
    target,
    ...facingSides(positionOf(value, source), positionOf(value, target)),
    selected: `${source}>${target}` === selectedEdge,
    ariaLabel: `Arrow from ${source} to ${target}`,
  }));

  const changeNodes = (changes: NodeChange[]) => {
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) {
        const { id, dimensions } = change;
        setMeasured((all) => ({ ...all, [id]: dimensions }));
      }
      if (change.type === 'position' && change.position && !disabled) {
        onChange(moveNode(value, change.id, change.position));
      }
      if (change.type === 'select') {
        setSelectedNode((now) => (change.selected ? change.id : now === change.id ? null : now));
      }
    }
  };
  const connect = ({ source, target }: Connection) => onChange(addEdge(value, source, target));
  const [from, to] = selectedEdge?.split('>') ?? [];

  return (
    <Box role="group" aria-label={label}>
      <Group gap={6} mb="xs" role="toolbar" aria-label="Nodes to place">
        {spec.palette.map(({ id, latex }) => (
          <Button
            key={id}
            variant="default"
            size="compact-md"
            aria-label={`Place node ${id}`}
            disabled={disabled || placed.includes(id)}
            onClick={() => onChange(addNode(value, id))}
          >
            <Tex>{latex}</Tex>
          </Button>
        ))}
      </Group>
      <div
        style={{
          height,
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-sm)',
        }}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          onNodesChange={changeNodes}
          onConnect={connect}
          onNodesDelete={(gone) =>
            onChange(gone.reduce((all, { id }) => removeNode(all, id), value))
          }
          onEdgesDelete={(gone) =>
            onChange(
              gone.reduce((all, { source, target }) => removeEdge(all, source, target), value),
            )
          }
          onEdgeClick={(_event, edge) => setSelectedEdge(edge.id)}
          onPaneClick={() => setSelectedEdge(null)}
          onEdgesChange={(changes) => {
            for (const change of changes) {
              if (change.type === 'select') setSelectedEdge(change.selected ? change.id : null);
            }
          }}
          connectionMode={ConnectionMode.Loose}
          deleteKeyCode={disabled ? null : ['Backspace', 'Delete']}
          nodesDraggable={!disabled}
          nodesConnectable={!disabled}
          colorMode={scheme}
          minZoom={0.4}
          maxZoom={1.6}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={18} />
          <Controls showInteractive={false} />
        </ReactFlow>
      </div>
      <Group gap="xs" mt="xs" mih={34}>
        {from && to && !disabled ? (
          <>
            <Text size="sm">
              Arrow {from} → {to}:
            </Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                onChange(reverseEdge(value, from, to));
                setSelectedEdge(`${to}>${from}`);
              }}
            >
              Reverse
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                onChange(removeEdge(value, from, to));
                setSelectedEdge(null);
              }}
            >
              Delete
            </Button>
          </>
        ) : selectedNode && !disabled ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onChange(removeNode(value, selectedNode));
              setSelectedNode(null);
            }}
          >
            Remove node {selectedNode}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            Place nodes from the row above. Drag from a node’s dot to another node for an arrow;
            drag a node’s middle to move it.
          </Text>
        )}
      </Group>
    </Box>
  );
}
