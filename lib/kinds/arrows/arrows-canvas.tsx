'use client';

import '@xyflow/react/dist/style.css';
import { Box, Button, Group, Switch, Text, VisuallyHidden } from '@mantine/core';
import { ReactFlowProvider } from '@xyflow/react';
import { Tex } from '@/lib/ui/markdown';
import { Toolbar } from '@/lib/ui/toolbar';
import type { Vector } from './answer';
import classes from './arrows.module.css';
import { nodeIdOf } from './drawing-nodes';
import { Plane } from './plane';
import { type ArrowsCanvasProps, useArrowsCanvas } from './use-arrows-canvas';

type Canvas = ReturnType<typeof useArrowsCanvas>;

/** The drawing: points are put on the plane, and the end of an arrow is dragged away from each. */
export function ArrowsCanvas(props: ArrowsCanvasProps) {
  const { spec, value, label, disabled } = props;
  const canvas = useArrowsCanvas(props);
  const { points = {} } = value;
  const next = spec.points.find((id) => !points[id]);
  return (
    <Box
      ref={canvas.frame}
      role="group"
      aria-label={label}
      onFocus={canvas.selectFocused}
      onKeyDown={canvas.pressKey}
    >
      <CanvasBar canvas={canvas} {...props} />
      <ReactFlowProvider>
        <Plane
          {...canvas.drawn}
          reach={canvas.reach}
          disabled={disabled}
          onNodesChange={canvas.changeNodes}
          {...(next !== undefined &&
            !disabled && { onPlaneClick: (at: Vector) => canvas.placeAt(next, at) })}
        />
      </ReactFlowProvider>
      <VisuallyHidden role="status" aria-live="polite">
        {canvas.announcement}
      </VisuallyHidden>
      <Group gap="xs" mt="xs" mih={34}>
        {canvas.chosen && points[canvas.chosen.id] && !disabled ? (
          <RemoveButton canvas={canvas} chosen={canvas.chosen} />
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

/** The points to place, the grid, and the way back. */
function CanvasBar({
  canvas,
  spec,
  value,
  disabled,
  undo,
}: ArrowsCanvasProps & { canvas: Canvas }) {
  const { latexOf, nameOf } = canvas;
  return (
    <Group gap={6} mb="xs" justify="space-between" maw={640}>
      <Toolbar label="Points to place" className={classes.palette}>
        {spec.points.map((id) => (
          <Button
            key={id}
            variant="default"
            size="compact-md"
            aria-label={`Place point ${nameOf(id)}`}
            data-place={id}
            disabled={disabled || Boolean(value.points?.[id])}
            onClick={() => canvas.placeFreely(id)}
          >
            <Tex authored>{latexOf(id)}</Tex>
          </Button>
        ))}
      </Toolbar>
      <Group gap="sm">
        <Switch
          size="sm"
          label="Snap to a grid"
          checked={canvas.snap}
          onChange={(event) => canvas.setSnap(event.currentTarget.checked)}
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
  );
}

function RemoveButton({
  canvas,
  chosen,
}: {
  canvas: Canvas;
  chosen: NonNullable<Canvas['chosen']>;
}) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      data-delete={nodeIdOf(chosen)}
      onClick={() => canvas.remove(chosen)}
    >
      {chosen.isTip ? 'Remove the arrow at' : 'Remove point'}&nbsp;
      <Tex>{canvas.latexOf(chosen.id)}</Tex>
    </Button>
  );
}
