import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { Compiled } from '@/lib/math/evaluate/evaluate-types';
import { takenOfEntries } from '@/lib/math/evaluate/function-body';
import { type Compiler, type Scalar, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { RELATION } from '@/lib/math/language/levels';
import type { Infix } from '@/lib/math/language/reader';
import type { RelationOperator } from '@/lib/math/numbers/comparison';

const LATEX: Readonly<Record<RelationOperator, string>> = {
  '=': '=',
  '!=': '\\ne',
  '<': '<',
  '<=': '\\le',
  '>': '>',
  '>=': '\\ge',
};

function infix(operator: RelationOperator): Infix {
  return {
    signs: [`mark ${operator}`],
    level: RELATION,
    read: (reader, left) => {
      const right = reader.side();
      return { kind: 'relation', operator, left, right, span: spanAround(left, right) };
    },
  };
}

/** `a < b`, and chains of such. */
export const reading: Reading = {
  infixes: [infix('='), infix('!='), infix('<'), infix('<='), infix('>'), infix('>=')],
};

export const shape: Shaped<'relation'> = (tree, typer) => {
  throw typer.problem(tree, 'This is a statement; a formula is asked for here.');
};

export const evaluate: Evaluate<'relation'> = (tree, compiler) =>
  compiler.compilation.table.comparesEntries
    ? indicatorOfEntries(tree, compiler)
    : scalarOf(indicatorOf(tree, compiler));

/** The same entry by entry; a number is compared with every entry. */
function indicatorOfEntries<N>(tree: TreeOf<'relation'>, compiler: Compiler<N>): Compiled<N> {
  const { indicator, multiply } = compiler.arithmetic;
  const { operator, left: start } = tree;
  const sides = [start.kind === 'relation' ? start.right : start, tree.right];
  const before = start.kind === 'relation' ? [indicatorOfEntries(start, compiler)] : [];
  compiler.work += compiler.compilation.costs.operation;
  const parts = [...sides.map((side) => compiler.of(side)), ...before];
  return takenOfEntries(parts, compiler.arithmetic, ([left, right, truth]) => {
    const nothing = compiler.arithmetic.from(Number.NaN);
    const step = indicator(operator, left ?? nothing, right ?? nothing);
    return truth === undefined ? step : multiply(truth, step);
  });
}

function indicatorOf<N>(tree: TreeOf<'relation'>, compiler: Compiler<N>): Scalar<N> {
  const { indicator, multiply } = compiler.arithmetic;
  const { operator, left: start } = tree;
  const nearest: Tree = start.kind === 'relation' ? start.right : start;
  const [left, right] = [compiler.scalar(nearest), compiler.scalar(tree.right)];
  compiler.work += compiler.compilation.costs.operation;
  const step: Scalar<N> = (environment) =>
    indicator(operator, left(environment), right(environment));
  if (start.kind !== 'relation') return step;
  // `a < b < c` holds where both of its steps do.
  const before = indicatorOf(start, compiler);
  return (environment) => multiply(before(environment), step(environment));
}

export const print: Print<'relation'> = ({ operator, left, right }, printer) => ({
  latex: `${printer.plain(left)}${LATEX[operator]} ${printer.plain(right)}`,
  level: RELATION,
});
