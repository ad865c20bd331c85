import { SCALAR } from '@/lib/math/core/dimension';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { abs, sqrt } from '@/lib/math/functions/exponential';
import { max } from '@/lib/math/functions/steps';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readBars } from '@/lib/math/language/constructs/brackets/bars';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';

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

function orderOf(reader: Reader, operand: Tree, close: Item): TreeOf<'norm'>['order'] {
  const index = close.sub ? canonical(close.sub) : '';
  const shape = reader.shapeOf(operand);
  const isVector = !shape.ok || shape.value[0] === 1 || shape.value[1] === 1;
  if (index === '' || index === 'F' || (index === '2' && isVector)) return 2;
  if (index === '1' && isVector) return 1;
  if (/^\\inf(ty)?$/.test(index) && isVector) return 'infinity';
  const message = isVector
    ? 'This norm is not part of the language; 1, 2 and $\\infty$ are.'
    : 'Of a matrix only the Frobenius norm is part of the language; write $\\|A\\|_F$.';
  throw problem(message, close.start, close.end, isVector ? '1, 2 or ∞' : 'F');
}

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
