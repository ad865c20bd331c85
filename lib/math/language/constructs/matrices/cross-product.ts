import type { Shape } from '@/lib/math/core/declaration';
import { isScalar, isVector } from '@/lib/math/core/dimension';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { PRODUCT, SIGNED } from '@/lib/math/language/levels';

/** `u \times v`: of two vectors the cross product, never silently the inner one; else a product sign. */
export const reading: Reading = {
  infixes: [
    {
      signs: ['mark ×'],
      level: SIGNED,
      read: (reader, left) => {
        const right = reader.expression(PRODUCT);
        const areVectors = [left, right].every((side) => {
          const shape = reader.shapeOf(side);
          return shape.ok && isVector(shape.value) && !isScalar(shape.value);
        });
        return { kind: areVectors ? 'cross' : 'dot', left, right, span: spanAround(left, right) };
      },
    },
  ],
};

export const shape: Shaped<'cross'> = (tree, typer): Shape => {
  const [left, right] = [typer.settled(tree.left), typer.settled(tree.right)];
  const fits = [left, right].every((side) => isVector(side) && side.includes(3));
  if (fits && typer.unifyShapes(left, right)) return typer.resolved(left);
  throw typer.misfit(
    tree,
    `The cross product is of two vectors with three entries, here they are ${typer.words(left)} and ${typer.words(right)}. The inner product is written $u \\cdot v$.`,
  );
};

export const evaluate: Evaluate<'cross'> = (tree, compiler) => {
  const { subtract, multiply, from } = compiler.arithmetic;
  const [left, right] = [compiler.matrix(tree.left), compiler.matrix(tree.right)];
  compiler.work += 9 * compiler.compilation.costs.operation;
  return matrixOf((environment) => {
    const [u, v] = [left(environment), right(environment)];
    const [a, b] = [u, v].map(
      ({ data }) =>
        (index: number) =>
          data[index % 3] ?? from(Number.NaN),
    );
    if (!a || !b) return u;
    const data = [0, 1, 2].map((k) =>
      subtract(multiply(a(k + 1), b(k + 2)), multiply(a(k + 2), b(k + 1))),
    );
    return { ...u, data };
  });
};

export const print: Print<'cross'> = ({ left, right }, printer) => ({
  latex: `${printer.at(left, SIGNED)}\\times ${printer.at(right, PRODUCT)}`,
  level: SIGNED,
});
