/** One convolutional layer, one-dimensional: sizes along further axes behave alike. */
export interface ConvLayer {
  kernel: number;
  stride: number;
}

/** Receptive fields of the neurons of one layer, in input pixels. */
export interface ReceptiveField {
  /** Last pixel reached minus first pixel reached, plus one: holes count as covered. */
  size: number;
  /** The shift between the fields of neighbouring neurons. */
  stride: number;
}

/**
 * Receptive fields of every layer by brute force: neuron i of a layer reads the neurons
 * i·s, …, i·s + r − 1 of the layer before, and the input pixels that it reaches are found by
 * walking down through the stack. No closed form is used anywhere.
 * Entry 0 is the input itself (size 1, stride 1), entry k the k-th layer.
 * Cost: the number of neurons reached; at most about 4^depth · kernel for the stacks that we draw.
 */
export function receptiveFields(stack: readonly ConvLayer[]): ReceptiveField[] {
  const fields: ReceptiveField[] = [{ size: 1, stride: 1 }];
  for (let depth = 1; depth <= stack.length; depth++) {
    const layers = stack.slice(0, depth);
    const first = reachedPixels(layers, 0);
    const second = reachedPixels(layers, 1);
    fields.push({ size: first.last - first.first + 1, stride: second.first - first.first });
  }
  return fields;
}

function reachedPixels(layers: readonly ConvLayer[], neuron: number) {
  let reached = new Set([neuron]);
  for (const { kernel, stride } of layers.toReversed()) {
    const below = new Set<number>();
    for (const index of reached) {
      for (let tap = 0; tap < kernel; tap++) below.add(index * stride + tap);
    }
    reached = below;
  }
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const pixel of reached) {
    first = Math.min(first, pixel);
    last = Math.max(last, pixel);
  }
  return { first, last };
}
