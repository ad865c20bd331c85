import type { Shape } from '@/lib/math/core/declaration';
import { productSize } from '@/lib/math/core/dimension';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { PRODUCT, SIGNED } from '@/lib/math/language/levels';
import { kroneckerProduct } from '@/lib/math/numbers/matrix';

/** `A \otimes B`. */
export const reading: Reading = {
  infixes: [
    {
      signs: ['mark ⊗'],
      level: SIGNED,
      read: (reader, left) => {
        reader.at++;
        const right = reader.expression(PRODUCT);
        return { kind: 'kronecker', left, right, span: spanAround(left, right) };
      },
    },
  ],
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
