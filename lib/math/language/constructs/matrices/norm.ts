import { SCALAR } from '@/lib/math/core/dimension';
import type { TreeOf } from '@/lib/math/core/tree';
import { abs, sqrt } from '@/lib/math/functions/exponential';
import { max } from '@/lib/math/functions/steps';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readBars } from '@/lib/math/language/constructs/brackets/bars';
import { atom } from '@/lib/math/language/printer';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';
import { orderOf } from './norm-order';

/** `\|v\|`, `\|v\|_1`, `\|A\|_F`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['mark ‖', 'mark ‖<'],
      turn: 'sign',
      read: (reader, item) => {
        const { operand, close, span } = readBars(reader, item, '‖');
        const order = orderOf(reader, operand, close);
        return reader.scripted({ kind: 'norm', operand, order, span }, close);
      },
    },
  ],
};

export const shape: Shaped<'norm'> = ({ operand }, typer) => {
  typer.of(operand);
  return SCALAR;
};

export const evaluate: Evaluate<'norm'> = (tree, compiler) => {
  const operand = compiler.matrix(tree.operand);
  return scalarOf((environment) => {
    const matrix = operand(environment);
    compiler.pay(matrix.data.length);
    return normOf(matrix, tree.order, compiler.arithmetic);
  });
};

/** Of a vector the sum of sizes (1), the Euclidean norm (2) or the largest size; of a matrix 2 is Frobenius. */
function normOf<N>(
  { data }: Matrix<N>,
  order: TreeOf<'norm'>['order'],
  arithmetic: Arithmetic<N>,
): N {
  const { add, call, from, multiply } = arithmetic;
  const [only] = data;
  if (data.length === 1 && only !== undefined) return call(abs, [only]);
  const isSquared = order === 2 && !arithmetic.complex;
  const sizes = isSquared ? data : data.map((entry) => call(abs, [entry]));
  if (order === 'infinity') return call(max, sizes);
  if (order === 1) return sizes.reduce(add, from(0));
  return call(sqrt, [sizes.reduce((sum, size) => add(sum, multiply(size, size)), from(0))]);
}

export const print: Print<'norm'> = ({ operand, order }, printer) => {
  const index = { 1: '_{1}', 2: '', infinity: '_{\\infty}' }[order];
  return atom(`\\left\\|${printer.plain(operand)}\\right\\|${index}`);
};
