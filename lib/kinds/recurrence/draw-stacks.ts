import { randomFrom } from '@/lib/math/core/random';
import type { ConvLayer } from './conv-stack';

/** Small stacks first, so that a failing one is the simplest: one layer, then two. */
const SIMPLE: readonly (readonly ConvLayer[])[] = [
  [{ kernel: 1, stride: 1 }],
  [{ kernel: 3, stride: 1 }],
  [{ kernel: 3, stride: 2 }],
  [{ kernel: 2, stride: 3 }],
  [
    { kernel: 3, stride: 1 },
    { kernel: 3, stride: 1 },
  ],
  [
    { kernel: 3, stride: 2 },
    { kernel: 3, stride: 1 },
  ],
  [
    { kernel: 2, stride: 2 },
    { kernel: 3, stride: 3 },
  ],
  [
    { kernel: 5, stride: 2 },
    { kernel: 1, stride: 4 },
    { kernel: 2, stride: 1 },
  ],
];

const RANDOM_STACKS = 10;
/** Brute force walks every pixel: a stack may reach this many. */
const MAX_TOTAL_STRIDE = 128;

/** Stacks of 1–8 layers, kernels 1–11, strides 1–4, the simplest first; the rest follow the seed. */
export function drawStacks(seed: string): readonly (readonly ConvLayer[])[] {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const drawn = Array.from({ length: RANDOM_STACKS }, () => {
    const layers: ConvLayer[] = [];
    let total = 1;
    for (let left = between(2, 8); left > 0; left--) {
      const stride = total >= MAX_TOTAL_STRIDE ? 1 : between(1, 4);
      total *= stride;
      layers.push({ kernel: between(1, 11), stride });
    }
    return layers;
  });
  return [...SIMPLE, ...drawn];
}
