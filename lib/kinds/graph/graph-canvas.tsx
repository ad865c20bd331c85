'use client';

import '@xyflow/react/dist/style.css';
import { Box, Button, useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Background, ConnectionMode, Controls, ReactFlow } from '@xyflow/react';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import { Toolbar } from '@/lib/ui/toolbar';
import { drawnEdges, drawnNodes, edgeOf } from './drawn-graph';
import classes from './graph.module.css';
import { GraphActions } from './graph-actions';
import { NamedNode } from './named-node';
import { type GraphCanvasProps, useGraphCanvas } from './use-graph-canvas';

const NODE_TYPES = { named: NamedNode };

/** The drawing: nodes are placed from a palette, arrows dragged from node to node. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { spec, onChange, label, disabled, height } = props;
  const canvas = useGraphCanvas(props);
  const latexOf = (id: string) => spec.palette.find((node) => node.id === id)?.latex ?? id;
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
            disabled={disabled || canvas.placed.includes(id)}
            onClick={() => canvas.place(id)}
          >
            <Tex authored>{latex}</Tex>
          </Button>
        ))}
      </Toolbar>
      <div ref={canvas.frame} className={classes.canvas} style={{ height }}>
        <Flow canvas={canvas} latexOf={latexOf} disabled={disabled} />
      </div>
      <GraphActions
        selected={disabled ? null : canvas.selected}
        value={canvas.value}
        onChange={onChange}
        onSelect={canvas.setSelected}
        latexOf={latexOf}
      />
    </Box>
  );
}

interface FlowProps {
  canvas: ReturnType<typeof useGraphCanvas>;
  latexOf: (id: string) => string;
  disabled: boolean;
}

function Flow({ canvas, latexOf, disabled }: FlowProps) {
  const { value, selected, setSelected, measured, flow } = canvas;
  const scheme = useComputedColorScheme('light');
  // A finger on the canvas scrolls the page; a mouse has a wheel for that.
  const byTouch = useMediaQuery('(pointer: coarse)');
  return (
    <ReactFlow
      nodes={drawnNodes(value, latexOf, selected, measured)}
      edges={drawnEdges(value, latexOf, selected)}
      nodeTypes={NODE_TYPES}
      onInit={(instance) => {
        flow.current = instance;
      }}
      fitView={canvas.isDrawnBefore}
      fitViewOptions={{ maxZoom: 1, padding: 0.1 }}
      onNodesChange={canvas.changeNodes}
      onConnect={canvas.connect}
      onDelete={canvas.remove}
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
      // Otherwise a node near the edge would scroll away under the finger.
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
  );
}
