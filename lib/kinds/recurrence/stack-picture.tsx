import { Text } from '@mantine/core';
import type { ConvLayer } from './conv-stack';

const CELL = 18;
const ROW = 46;
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
          const y = depth * ROW;
          const seen = new Set(cells);
          const layer = stack.length - depth;
          return (
            <g key={`layer ${layer}`}>
              <text x={0} y={y + 14} fontSize={12} fill="currentcolor">
                {layer === 0 ? 'pixels' : `layer ${layer}`}
              </text>
              {range(Math.max(...cells) + 1).map((index) => (
                <rect
                  key={index}
                  x={70 + index * CELL}
                  y={y}
                  width={CELL - 3}
                  height={CELL - 3}
                  rx={2}
                  fill={seen.has(index) ? 'var(--mantine-primary-color-filled)' : 'none'}
                  stroke="var(--mantine-color-dimmed)"
                />
              ))}
              {layer > 0 &&
                cells.flatMap((cell) => {
                  const { kernel, stride } = stack[layer - 1] ?? { kernel: 1, stride: 1 };
                  return Array.from({ length: kernel }, (_, tap) => cell * stride + tap).map(
                    (below) => (
                      <line
                        key={`${cell}-${below}`}
                        x1={70 + cell * CELL + 7}
                        y1={y + CELL - 3}
                        x2={70 + below * CELL + 7}
                        y2={y + ROW}
                        stroke="var(--mantine-color-dimmed)"
                        strokeWidth={0.75}
                      />
                    ),
                  );
                })}
            </g>
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
