import type { TreeKind, TreeOf } from '@/lib/math/core/tree';

/** One entry for each kind of node: a kind without one is a mistake that the compiler finds. */
export type Table<Context, Value> = {
  readonly [Kind in TreeKind]: (tree: TreeOf<Kind>, context: Context) => Value;
};

/** What a table has for the kind of a node, given that node. */
export function dispatch<Kind extends TreeKind, Context, Value>(
  table: Table<Context, Value>,
  tree: TreeOf<Kind>,
  context: Context,
): Value {
  return table[tree.kind](tree, context);
}
