import { mentionsBound, type Tree } from '@/lib/math/core/tree';

/** `c + F|_a^b` is c + [F]_a^b: under the bar c would vanish. */
export function withConstantsOutside(tree: Tree): Tree {
  if (tree.kind !== 'between') return tree;
  const { body, variable } = tree;
  if (body.kind !== 'add' && body.kind !== 'subtract') return tree;
  if (!mentionsBound(body.left, variable)) {
    const right: Tree = { ...tree, body: body.right };
    return { ...body, right };
  }
  const inner = withConstantsOutside({ ...tree, body: body.left });
  if (inner.kind === 'between') return tree;
  // `c + F - G|`: the constant comes first, and the rest stays together under the bar.
  if (inner.kind !== 'add' && inner.kind !== 'subtract') return tree;
  const rest = inner.right.kind === 'between' ? inner.right : null;
  if (!rest) return tree;
  const sign = inner.kind === 'add' ? body.kind : body.kind === 'add' ? 'subtract' : 'add';
  const together: Tree = { kind: sign, left: rest.body, right: body.right };
  return { ...inner, right: { ...rest, body: together } };
}
