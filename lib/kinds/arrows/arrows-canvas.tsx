'use client';

import { Box, Button, Group, Switch, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type Node, type NodeChange, ReactFlowProvider } from '@xyflow/react';
import { type FocusEvent, useRef, useState } from 'react';
import { Tex } from '@/lib/ui/markdown';
import type { InputProps } from '../contract';
import { drawArrow, freePlace, GRID, inPlane, placePoint, removePoint } from './edit';
import { arrowEdge, fromPixels, Plane, toPixels } from './plane';
import type { ArrowsAnswer, ArrowsSpec, Vector } from './schema';

const TIP = '.tip';
/** Where the end of an arrow waits beside its point until it is drawn. */
const WAITING: Vector = [0.6, 0.6];
const COLOR = 'var(--mantine-primary-color-light-color)';

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
  const [measured, setMeasured] = useState<Record<string, { width: number; height: number }>>({});
  // Several nodes may move in one moment; each goes on from what the one before made.
  const latest = useRef(value);
  latest.current = value;
  const { points = {}, arrows = {} } = value;
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const placed = spec.points.filter((id) => points[id]);
  const waiting = spec.points.filter((id) => !points[id]);

  const node = (id: string, at: Vector) => ({
    id,
    position: toPixels(at),
    selected: id === selected,
    ...(measured[id] && { measured: measured[id] }),
  });
  const nodes: Node[] = placed.flatMap((id): Node[] => {
    const at = points[id] ?? [0, 0];
    const arrow = arrows[id];
    const way = arrow ?? WAITING;
    const tip = spec.from.includes(id)
      ? [
          {
            ...node(id + TIP, [at[0] + way[0], at[1] + way[1]]),
            type: 'tip',
            data: { isDrawn: arrow !== undefined },
            ariaLabel: arrow ? `End of the arrow at ${id}` : `Draw the arrow at ${id}`,
          },
        ]
      : [];
    return [
      ...tip,
      {
        ...node(id, at),
        type: 'point',
        data: { latex: latexOf(id) },
        ariaLabel: `Point ${id}`,
        zIndex: 1,
      },
    ];
  });
  const edges = placed
    .filter((id) => arrows[id])
    .map((id) => arrowEdge({ id, source: id, target: id + TIP }, { color: COLOR }));

  const move = (id: string, at: Vector) => {
    const now = latest.current;
    const from = id.endsWith(TIP) ? id.slice(0, -TIP.length) : null;
    const point = from === null ? null : (now.points?.[from] ?? null);
    latest.current =
      from !== null && point
        ? drawArrow(now, from, [at[0] - point[0], at[1] - point[1]])
        : placePoint(now, id, inPlane(at));
    onChange(latest.current);
  };
  const changeNodes = (changes: NodeChange[]) => {
    for (const change of changes) {
      if (change.type === 'dimensions' && change.dimensions) {
        const { id, dimensions } = change;
        setMeasured((all) => ({ ...all, [id]: dimensions }));
      }
      if (change.type === 'position' && change.position && !disabled)
        move(change.id, fromPixels(change.position));
      if (change.type === 'select')
        setSelected((now) => (change.selected ? change.id : now === change.id ? null : now));
    }
  };
  const place = (id: string, at: Vector) => {
    onChange(placePoint(value, id, at));
    setSelected(id);
  };
  const onGrid = ([x, y]: Vector): Vector =>
    snap ? [Math.round(x / GRID) * GRID, Math.round(y / GRID) * GRID] : [x, y];
  const [next] = waiting;
  // What has the focus is what the arrow keys move, without a key to choose it first.
  const selectFocused = ({ target }: FocusEvent) => {
    const focused = target.closest('.react-flow__node')?.getAttribute('data-id');
    if (focused) setSelected(focused);
  };

  return (
    <Box role="group" aria-label={label} onFocus={selectFocused}>
      <Group gap={6} mb="xs" justify="space-between" maw={640}>
        <Group gap={6} role="toolbar" aria-label="Points to place">
          {spec.points.map((id) => (
            <Button
              key={id}
              variant="default"
              size="compact-md"
              aria-label={`Place point ${id}`}
              disabled={disabled || Boolean(points[id])}
              onClick={() => place(id, freePlace(value))}
            >
              <Tex>{latexOf(id)}</Tex>
            </Button>
          ))}
        </Group>
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
          snap={snap}
          disabled={disabled}
          onNodesChange={changeNodes}
          {...(next !== undefined &&
            !disabled && { onPlaneClick: (at: Vector) => place(next, inPlane(onGrid(at))) })}
        />
      </ReactFlowProvider>
      <Group gap="xs" mt="xs" mih={34}>
        {selected && points[selected] && !disabled ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onChange(removePoint(value, selected));
              setSelected(null);
            }}
          >
            Remove point {selected}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {next === undefined
              ? 'Drag the ring at a point to draw its arrow, or go to it with Tab and use the arrow keys. Drag a point to move it.'
              : 'Click into the plane to place the next point, or use the buttons above it.'}
          </Text>
        )}
      </Group>
    </Box>
  );
}
