import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receptiveFields } from './conv-stack';
import { drawStacks } from './draw-stacks';

const layer = fc.record({
  kernel: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 3 }),
});

describe('receptiveFields', () => {
  it('counts two 3×3 layers as 5 pixels', () => {
    const three = { kernel: 3, stride: 1 };
    expect(receptiveFields([three, three]).at(-1)).toEqual({ size: 5, stride: 1 });
  });

  it('counts holes as covered when the stride is larger than the kernel', () => {
    const fields = receptiveFields([
      { kernel: 1, stride: 4 },
      { kernel: 2, stride: 1 },
    ]);
    expect(fields.at(-1)).toEqual({ size: 5, stride: 4 });
  });

  it('agrees with the closed form, which it does not use', () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 5 }), (stack) => {
        let size = 1;
        let stride = 1;
        const closed = [{ size, stride }];
        for (const { kernel, stride: step } of stack) {
          size += (kernel - 1) * stride;
          stride *= step;
          closed.push({ size, stride });
        }
        expect(receptiveFields(stack)).toEqual(closed);
      }),
    );
  });
});

describe('drawStacks', () => {
  it('starts with the simplest and stays within the bounds', () => {
    const stacks = drawStacks('any');
    expect(stacks[0]).toHaveLength(1);
    for (const { kernel, stride } of stacks.flat()) {
      expect(kernel).toBeGreaterThanOrEqual(1);
      expect(kernel).toBeLessThanOrEqual(11);
      expect(stride).toBeGreaterThanOrEqual(1);
      expect(stride).toBeLessThanOrEqual(4);
    }
  });

  it('follows the seed', () => {
    expect(drawStacks('a')).toEqual(drawStacks('a'));
    expect(drawStacks('a')).not.toEqual(drawStacks('b'));
  });
});
