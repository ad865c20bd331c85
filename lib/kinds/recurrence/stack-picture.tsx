import { Text } from '@mantine/core';
import type { ConvLayer } from './conv-stack';

const CELL = 18;
const ROW = 46;
/** Where cells begin: the names of the layers stand to the left. */
const LEFT = 70;
/** Wider stacks are told in words only: their cells would be too small to see. */
const MAX_WIDTH = 40;

/** The neurons that one neuron of the top layer sees, layer by layer down to the pixels. */
export function StackPicture({ stack }: { stack: readonly ConvLayer[] }) {
  const layers = seenByTop(stack);
  const width = Math.max(...layers.map((cells) => Math.max(...cells) + 1));
  const words = stack
    .map(({ kernel, stride }, index) => `layer ${index + 1}: kernel ${kernel}, stride ${stride}`)
    .join('; ');
  if (width > MAX_WIDTH) return null;
  const height = layers.length * ROW;
  return (
    <figure style={{ margin: 0, overflowX: 'auto' }}>
      <svg
        width={width * CELL + 90}
        height={height}
        role="img"
        aria-label={`The smallest network on which the formula fails: ${words}`}
      >
        {layers.map((cells, depth) => {
          const number = stack.length - depth;
          return (
            <Layer
              key={`layer ${number}`}
              number={number}
              layer={stack[number - 1] ?? null}
              cells={cells}
              y={depth * ROW}
            />
          );
        })}
      </svg>
      <Text component="figcaption" size="sm" c="dimmed">
        What one neuron of the last layer sees in the smallest network on which the formula fails (
        {words}). The size counts from the first to the last pixel seen.
      </Text>
    </figure>
  );
}

/** The neurons of one layer, those seen filled, and lines to what each of them sees below. */
function Layer({
  number,
  layer,
  cells,
  y,
}: {
  /** From 1; 0 are the pixels. */
  number: number;
  /** Null of the pixels. */
  layer: ConvLayer | null;
  cells: readonly number[];
  y: number;
}) {
  const isSeen = new Set(cells);
  return (
    <g>
      <text x={0} y={y + 14} fontSize={12} fill="currentcolor">
        {number === 0 ? 'pixels' : `layer ${number}`}
      </text>
      {range(Math.max(...cells) + 1).map((index) => (
        <rect
          key={index}
          x={LEFT + index * CELL}
          y={y}
          width={CELL - 3}
          height={CELL - 3}
          rx={2}
          fill={isSeen.has(index) ? 'var(--mantine-primary-color-filled)' : 'none'}
          stroke="var(--mantine-color-dimmed)"
        />
      ))}
      {layer &&
        cells.flatMap((cell) =>
          range(layer.kernel).map((tap) => {
            const below = cell * layer.stride + tap;
            return (
              <line
                key={`${cell}-${below}`}
                x1={LEFT + cell * CELL + 7}
                y1={y + CELL - 3}
                x2={LEFT + below * CELL + 7}
                y2={y + ROW}
                stroke="var(--mantine-color-dimmed)"
                strokeWidth={0.75}
              />
            );
          }),
        )}
    </g>
  );
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Indices of the neurons seen, the top layer first, the pixels last. */
function seenByTop(stack: readonly ConvLayer[]): number[][] {
  let cells = [0];
  const layers = [cells];
  for (const { kernel, stride } of stack.toReversed()) {
    cells = [
      ...new Set(
        cells.flatMap((cell) => Array.from({ length: kernel }, (_, tap) => cell * stride + tap)),
      ),
    ];
    if (cells.length > 200) cells = cells.slice(0, 200);
    layers.push(cells);
  }
  return layers;
}
