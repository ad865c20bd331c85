'use client';

import { Box, Group, Stack, Text } from '@mantine/core';
import { type Node, ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import type { ReviewProps } from '@/lib/kinds/contract';
import { Tex } from '@/lib/ui/markdown';
import type { ArrowsAnswer, ArrowsKey, ArrowsSpec, Vector } from './answer';
import { type PreparedArrows, prepareArrows } from './directions';
import { reachOf } from './edit';
import { freeCorner, inWords, length } from './geometry';
import { arrowEdge, Plane, toPixels } from './plane';

const DRAWN = { color: 'var(--mantine-primary-color-light-color)', words: 'drawn' };
const WANTED = { color: 'var(--nabla-right)', dash: '7 5', words: 'the right direction (dashed)' };
/** How long the right direction is drawn where no arrow is there to compare with. */
const USUAL_LENGTH = 1.5;

/** A point that was placed, the arrow drawn there, and the one that would be right. */
interface PlacedPoint {
  id: string;
  at: Vector;
  drawn: Vector | undefined;
  wanted: Vector | null;
}

/** The drawing as it was handed in, the right directions over it where they may be seen. */
export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<ArrowsSpec, ArrowsKey, ArrowsAnswer>) {
  const prepared = useMemo(
    () => (reference ? prepareArrows(spec, reference.key) : null),
    [spec, reference],
  );
  const { points = {}, arrows = {} } = answer;
  const latexOf = (id: string) => spec.symbols.find((symbol) => symbol.id === id)?.latex ?? id;
  const placed = spec.points.flatMap((id): PlacedPoint[] => {
    const at = points[id];
    return at ? [{ id, at, drawn: arrows[id], wanted: wantedAt(prepared, id, answer) }] : [];
  });
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Box maw={460} aria-hidden="true">
        <ReactFlowProvider>
          <Plane {...drawingOf(placed, latexOf)} disabled />
        </ReactFlowProvider>
      </Box>
      <Group gap="md">
        {[DRAWN, ...(prepared ? [WANTED] : [])].map(({ color, words }) => (
          <Text key={words} size="sm" fw={500} style={{ color }}>
            {words}
          </Text>
        ))}
      </Group>
      <Stack component="ul" gap={2} m={0} pl="md">
        {placed.map(({ id, at, drawn, wanted }) => (
          <Text key={id} component="li" size="sm">
            <Tex>{latexOf(id)}</Tex> at ({at.join(', ')})
            {drawn ? `, arrow ${inWords(drawn)}` : spec.from.includes(id) ? ', no arrow' : ''}
            {wanted && `; it should point ${inWords(wanted)}`}
          </Text>
        ))}
      </Stack>
    </Stack>
  );
}

/** Points and arrows as nodes and edges, on a plane that holds them all. */
function drawingOf(placed: readonly PlacedPoint[], latexOf: (id: string) => string) {
  // What was typed as coordinates may lie anywhere.
  const reach = reachOf(
    placed.flatMap(({ at, drawn, wanted }) => [
      at,
      ...[drawn, wanted].flatMap((way) => (way ? [sum(at, way)] : [])),
    ]),
  );
  const end = (id: string, at: Vector): Node => ({
    ...{ id, type: 'end', position: toPixels(at, reach), data: {} },
    ...STILL,
  });
  const nodes = placed.flatMap(({ id, at, drawn, wanted }): Node[] => [
    {
      id,
      type: 'point',
      position: toPixels(at, reach),
      data: {
        latex: latexOf(id),
        corner: freeCorner([drawn, wanted].flatMap((way) => (way ? [way] : []))),
      },
      ...STILL,
    },
    ...(drawn ? [end(`${id}.drawn`, sum(at, drawn))] : []),
    ...(wanted ? [end(`${id}.wanted`, sum(at, wanted))] : []),
  ]);
  const edges = placed.flatMap(({ id, drawn, wanted }) => [
    ...(wanted ? [arrowEdge({ id: `${id}.w`, source: id, target: `${id}.wanted` }, WANTED)] : []),
    ...(drawn ? [arrowEdge({ id: `${id}.d`, source: id, target: `${id}.drawn` }, DRAWN)] : []),
  ]);
  return { nodes, edges, reach };
}

const STILL = { draggable: false, selectable: false, focusable: false } as const;

function sum([a, b]: Vector, [c, d]: Vector): Vector {
  return [a + c, b + d];
}

/** The right direction, as long as the arrow that was drawn. */
function wantedAt(
  prepared: PreparedArrows | null,
  id: string,
  { points = {}, arrows = {} }: ArrowsAnswer,
): Vector | null {
  const direction = prepared?.directions.get(id)?.(points);
  if (!direction || length(direction) === 0) return null;
  const drawn = arrows[id];
  const scale = (drawn ? length(drawn) : USUAL_LENGTH) / length(direction);
  return [direction[0] * scale, direction[1] * scale];
}
