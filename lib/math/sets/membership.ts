import { substitute } from '@/lib/math/core/substitute';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { RelationOperator } from '@/lib/math/numbers/comparison';
import type { End, SetTree } from './set';
import type { Statement } from './statement';

/** That a number is in a set, or with `isIn` false that it is not, as equations and inequalities. */
export function membership(number: Tree, set: SetTree, isIn: boolean): Statement {
  switch (set.kind) {
    case 'interval': {
      const parts = [
        ...(set.from ? [beside(number, set.from, isIn ? '>' : '<', isIn)] : []),
        ...(set.to ? [beside(number, set.to, isIn ? '<' : '>', isIn)] : []),
      ];
      return joined(number, parts, isIn);
    }
    case 'list': {
      const parts = set.elements.map((element) => relation(number, isIn ? '=' : '!=', element));
      return joined(number, parts, !isIn);
    }
    case 'condition': {
      const put = (id: string) => (id === set.variable ? number : null);
      const { operator, left, right } = set.relation;
      const held = relation(substitute(left, put), operator, substitute(right, put));
      return isIn ? held : { kind: 'not', part: held };
    }
    case 'difference': {
      const parts = [membership(number, set.left, isIn), membership(number, set.right, !isIn)];
      return joined(number, parts, isIn);
    }
    default: {
      const parts = [set.left, set.right].map((part) => membership(number, part, isIn));
      return joined(number, parts, (set.kind === 'intersection') === isIn);
    }
  }
}

/** On one side of an end of an interval; the end itself is on the side that it belongs to. */
function beside(number: Tree, { at, belongs }: End, sign: '<' | '>', isIn: boolean): Statement {
  return relation(number, belongs === isIn ? `${sign}=` : sign, at);
}

/** All of some statements, or any; of none all hold, and not any. */
function joined(number: Tree, parts: readonly Statement[], isAll: boolean): Statement {
  const [only, ...others] = parts;
  if (!only) return relation(number, isAll ? '=' : '!=', number);
  return others.length === 0 ? only : { kind: isAll ? 'all' : 'any', parts };
}

function relation(left: Tree, operator: RelationOperator, right: Tree): Statement {
  const tree: TreeOf<'relation'> = { kind: 'relation', operator, left, right };
  return { kind: 'relation', tree };
}
