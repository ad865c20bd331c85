'use client';

import '@xyflow/react/dist/style.css';
import { Box, Button, Group, Switch, Text, VisuallyHidden } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type NodeChange, ReactFlowProvider } from '@xyflow/react';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import { spoken } from '@/lib/ui/spoken';
import { Toolbar } from '@/lib/ui/toolbar';
import type { ArrowsAnswer, ArrowsSpec, Vector } from './answer';
import classes from './arrows.module.css';
import { drawnNodes, gripOf, nodeIdOf, type Sizes } from './drawing-nodes';
import {
  freePlace,
  GRID,
  type Grip,
  inPlane,
  moveGrip,
  onGrid,
  placePoint,
  placesIn,
  reachOf,
  removeArrow,
  removePoint,
  STEP,
  stepGrip,
} from './edit';
import { inWords } from './geometry';
import { fromPixels, Plane } from './plane';

const WAYS: Readonly<Record<string, Vector>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** How much further an arrow key moves with Shift. */
const LONG = 5;

/** The drawing: points are put on the plane, and the end of an arrow is dragged away from each. */
export function ArrowsCanvas({
  spec,
  value,
  onChange,
  label,
  disabled,
  undo,
}: InputProps<ArrowsSpec, ArrowsAnswer> & {
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null;
}) {
  const [snap, setSnap] = useLocalStorage({ key: 'nabla.snap', defaultValue: false });
  const [selected, setSelected] = useState<string | null>(null);
  const [measured, setMeasured] = useState<Sizes>({});
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  /** A node that gets the focus as soon as it can be seen. */
  const entering = useRef<string | null>(null);
  // Several nodes may move in one moment; each goes on from what the one before made.
  const latest = useRef(value);
  latest.current = value;
  // What was typed as coordinates may need a larger plane, which stays so while one draws in it.
  const largest = useRef(1);
  largest.current = Math.max(largest.current, reachOf(placesIn(value)));
  const reach = largest.current;
  const { points = {} } = value;
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const nameOf = (id: string) => spoken(latexOf(id));
  const waiting = spec.points.filter((id) => !points[id]);
  const [next] = waiting;
  const { nodes, edges } = drawnNodes(spec, value, { reach, selected, measured });

  useEffect(() => {
    const id = entering.current;
    if (id === null || !measured[id]) return;
    entering.current = null;
    nodeElement(frame.current, id)?.focus();
  });

  const change = (changed: ArrowsAnswer) => {
    latest.current = changed;
    onChange(changed);
  };
  const changeNodes = (changes: NodeChange[]) => {
    for (const one of changes) {
      if (one.type === 'dimensions' && one.dimensions) {
        const { id, dimensions } = one;
        setMeasured((all) => ({ ...all, [id]: dimensions }));
      }
      if (one.type === 'position' && one.position && !disabled) {
        const at = fromPixels(one.position, reach);
        change(moveGrip(latest.current, gripOf(one.id), snap ? onGrid(at) : at, reach));
      }
      if (one.type === 'select')
        setSelected((now) => (one.selected ? one.id : now === one.id ? null : now));
    }
  };
  const place = (id: string, at: Vector) => {
    change(placePoint(value, id, at));
    setSelected(id);
  };
  const remove = ({ id, isTip }: Grip) => {
    change(isTip ? removeArrow(latest.current, id) : removePoint(latest.current, id));
    setSelected(null);
    setSaid(isTip ? `The arrow at ${nameOf(id)} is gone.` : `Point ${nameOf(id)} is gone.`);
  };
  const pressKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const nodeId = focusedNode(event.target);
    if (disabled || nodeId === null) return;
    const grip = gripOf(nodeId);
    const way = WAYS[event.key];
    if (way) {
      event.preventDefault();
      const size = snap ? GRID : STEP * (event.shiftKey ? LONG : 1);
      change(stepGrip(latest.current, grip, [way[0] * size, way[1] * size], reach));
      setSaid(placeInWords(latest.current, grip, nameOf(grip.id)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(grip);
    }
  };
  // What has the focus is what the arrow keys move, without a key to choose it first.
  const selectFocused = ({ target }: FocusEvent) => {
    const nodeId = focusedNode(target);
    if (nodeId !== null) setSelected(nodeId);
  };
  const chosen = selected === null ? null : gripOf(selected);

  return (
    <Box ref={frame} role="group" aria-label={label} onFocus={selectFocused} onKeyDown={pressKey}>
      <Group gap={6} mb="xs" justify="space-between" maw={640}>
        <Toolbar label="Points to place" className={classes.palette}>
          {spec.points.map((id) => (
            <Button
              key={id}
              variant="default"
              size="compact-md"
              aria-label={`Place point ${nameOf(id)}`}
              data-place={id}
              disabled={disabled || Boolean(points[id])}
              onClick={() => {
                // The button cannot keep the focus: it has done its work.
                entering.current = id;
                place(id, freePlace(value));
              }}
            >
              <Tex authored>{latexOf(id)}</Tex>
            </Button>
          ))}
        </Toolbar>
        <Group gap="sm">
          <Switch
            size="sm"
            label="Snap to a grid"
            checked={snap}
            onChange={(event) => setSnap(event.currentTarget.checked)}
          />
          <Button
            variant="default"
            size="compact-md"
            disabled={disabled || !undo}
            onClick={() => undo?.()}
          >
            Undo
          </Button>
        </Group>
      </Group>
      <ReactFlowProvider>
        <Plane
          nodes={nodes}
          edges={edges}
          reach={reach}
          disabled={disabled}
          onNodesChange={changeNodes}
          {...(next !== undefined &&
            !disabled && {
              onPlaneClick: (at: Vector) => place(next, inPlane(snap ? onGrid(at) : at, reach)),
            })}
        />
      </ReactFlowProvider>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      <Group gap="xs" mt="xs" mih={34}>
        {chosen && points[chosen.id] && !disabled ? (
          <Button
            size="compact-sm"
            variant="default"
            data-delete={nodeIdOf(chosen)}
            onClick={() => remove(chosen)}
          >
            {chosen.isTip ? 'Remove the arrow at' : 'Remove point'}&nbsp;
            <Tex>{latexOf(chosen.id)}</Tex>
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {next === undefined
              ? 'Drag the ring at a point to draw its arrow, or go to it with Tab and use the arrow keys (with Shift for longer steps). Drag a point to move it.'
              : 'Click into the plane to place the next point, or use the buttons above it.'}
          </Text>
        )}
      </Group>
    </Box>
  );
}

function nodeElement(frame: HTMLElement | null, nodeId: string): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-id="${CSS.escape(nodeId)}"]`) ?? null;
}

function focusedNode(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest('.react-flow__node')?.getAttribute('data-id') ?? null;
}

function placeInWords(
  { points = {}, arrows = {} }: ArrowsAnswer,
  grip: Grip,
  name: string,
): string {
  const { id, isTip } = grip;
  const at = points[id];
  if (!isTip) return at ? `Point ${name} at ${at.join(', ')}` : '';
  const way = arrows[id];
  return way ? `Arrow at ${name}: ${way.join(', ')}, ${inWords(way)}` : '';
}
