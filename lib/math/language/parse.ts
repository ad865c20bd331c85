import type { Tree } from '@/lib/math/core/tree';
import type { Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { grammar } from './grammar';
import { Reader, type ReadingState } from './reader';

/** Hints are sentences about a rule of reading that the formula made use of. */
export interface Parsed {
  tree: Tree;
  hints: string[];
  /** How much work it was; at most MAX_STEPS. */
  steps: number;
}

/**
 * Gives a layout its meaning: a Pratt parser over items, driven by the table of constructs. Linear
 * in the number of items but for bounded look-ahead. Throws `MathProblem`.
 */
export function parse(
  items: readonly Item[],
  table: SymbolTable,
  bound: readonly string[] = [],
): Parsed {
  const state: ReadingState = { table, grammar, hints: [], steps: 0 };
  const tree = new Reader(items, state, 0, bound).whole();
  return { tree, hints: [...new Set(state.hints)], steps: state.steps };
}
