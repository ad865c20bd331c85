import type { Shape } from '@/lib/math/core/declaration';
import { productSize } from '@/lib/math/core/dimension';
import { binaryInfix } from '@/lib/math/language/binary-infix';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { PRODUCT, SIGNED } from '@/lib/math/language/levels';
import { kroneckerProduct } from '@/lib/math/numbers/matrix';

/** `A \otimes B`. */
export const reading: Reading = {
  infixes: [binaryInfix(['mark ⊗'], 'kronecker', SIGNED, (reader) => reader.expression(PRODUCT))],
};

export const shape: Shaped<'kronecker'> = (tree, typer): Shape => {
  const [left, right] = [typer.settled(tree.left), typer.settled(tree.right)];
  return [productSize(left[0], right[0]), productSize(left[1], right[1])];
};

export const evaluate: Evaluate<'kronecker'> = (tree, compiler) => {
  const [left, right] = [compiler.matrix(tree.left), compiler.matrix(tree.right)];
  return matrixOf((environment) => {
    const [a, b] = [left(environment), right(environment)];
    compiler.pay(4 * a.data.length * b.data.length);
    return kroneckerProduct(a, b, compiler.arithmetic);
  });
};

export const print: Print<'kronecker'> = ({ left, right }, printer) => ({
  latex: `${printer.at(left, SIGNED)}\\otimes ${printer.at(right, PRODUCT)}`,
  level: SIGNED,
});
