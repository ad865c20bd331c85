import { cutsIn } from '@/lib/math/core/cuts';
import { children, mentionsBound, type Tree } from '@/lib/math/core/tree';
import type { CompileIn, Slots } from './binders';
import type { Label } from './breaks';
import type { Environment } from './environment';
import type { Compilation } from './evaluate-types';
import { PER_NODE, scalarOf } from './integrand';

/** Where the integrand changes from piece to piece, as labels that change there. */
export function compileBreaks<N>(
  tree: Extract<Tree, { kind: 'integral' }>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => Label[] {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [tree.variable, () => present] as const]);
  const cuts = [...cutsIn([tree.body], 8), ...polesIn(tree.body).slice(0, 8)]
    .filter((cut) => mentionsBound(cut.tree, tree.variable))
    .map((cut) => ({ ...cut, ...compileIn(cut.tree, compilation, inner) }));
  return (environment) =>
    cuts.map(({ compiled, steps, work }): Label => {
      const valueAt = (x: number) => {
        meter.spend(work + PER_NODE);
        present = arithmetic.from(x);
        const { parts, error } = arithmetic.toParts(scalarOf(compiled, environment, arithmetic));
        return { value: parts[0] ?? Number.NaN, error };
      };
      const pieceOf = (value: number) => (steps ? Math.floor(value) + 0.5 : Math.sign(value));
      return {
        at: (x) => pieceOf(valueAt(x).value),
        surelyAt: (x) => {
          const { value, error } = valueAt(x);
          // What underflows to 0 is no change of sign.
          return !steps && error > 0 && Math.abs(value) <= error ? Number.NaN : pieceOf(value);
        },
      };
    });
}

/** Denominators, whose zeros may be poles; those of tan and sec are cos. */
function polesIn(tree: Tree): { tree: Tree; steps: boolean }[] {
  const own = denominatorOf(tree);
  return [...(own ? [{ tree: own, steps: false }] : []), ...children(tree).flatMap(polesIn)];
}

function denominatorOf(tree: Tree): Tree | null {
  if (tree.kind === 'divide') return tree.right;
  if (tree.kind !== 'call') return null;
  if (tree.name === 'tan' || tree.name === 'sec') return { ...tree, name: 'cos' };
  return tree.name === 'cot' || tree.name === 'csc' ? { ...tree, name: 'sin' } : null;
}
