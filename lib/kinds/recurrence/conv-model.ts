import type { Role } from './answer';
import { receptiveFields } from './conv-stack';
import { drawStacks } from './draw-stacks';
import type { Model } from './model';

/** Drawn conv stacks, with the receptive fields that counting the pixels finds. */
export function convModel(seed: string): Model {
  const runs = drawStacks(seed).map((stack) => {
    const fields = receptiveFields(stack);
    const steps = stack.flatMap(({ kernel, stride }, index) => {
      const [before, after] = [fields[index], fields[index + 1]];
      if (!before || !after) return [];
      const values: Record<Role, number> = {
        size_before: before.size,
        stride_before: before.stride,
        kernel,
        stride,
        size: after.size,
        stride_after: after.stride,
      };
      return [new Map(Object.entries(values))];
    });
    const witness: Model['runs'][number]['witness'] = ({ label, index, expected, got }) => {
      const seen = stack.slice(0, index + 1);
      const layer = index + 1;
      const layers = seen
        .map((each, at) => `layer ${at + 1}: kernel ${each.kernel}, stride ${each.stride}`)
        .join('; ');
      const { size = 1, stride = 1 } = fields[index] ?? {};
      return {
        witness: {
          summary: `In the network ${layers}, your formula gives ${label} $= ${got}$ for layer ${layer}; counting pixels gives $${expected}$. What it uses of sizes and strides was put in as it truly is.`,
          data: { stack: seen.map((each) => ({ ...each })), layer, expected, got },
        },
        given: `size before ${size}, stride before ${stride}.`,
      };
    };
    return { steps, witness };
  });
  const usual: Model['usual'] = {
    holds: (values) => (values.get('kernel') ?? 0) % 2 === 1,
    words: 'odd kernels',
  };
  return { runs, truth: 'counting pixels on every network tried', usual, failure: null };
}
