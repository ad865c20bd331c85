import type { Tree } from '@/lib/math/core/tree';
import type { Slots } from '@/lib/math/evaluate/binders';
import type { Compilation, Compiled } from '@/lib/math/evaluate/evaluate-types';
import { compileBy } from './compiler';
import { evaluators } from './constructs';

/**
 * Turns a well-typed tree into a closure over one arithmetic; nothing is ever generated as code.
 * `work` is what one run of the scalar operations costs; matrices and sums pay as they run.
 */
export function compile<N>(
  tree: Tree,
  compilation: Compilation<N>,
  slots: Slots<N> = new Map(),
): { compiled: Compiled<N>; work: number } {
  return compileBy(evaluators, tree, compilation, slots);
}
