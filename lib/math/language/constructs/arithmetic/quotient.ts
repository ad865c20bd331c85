import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import { binaryInfix } from '@/lib/math/language/binary-infix';
import { matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { spanOf } from '@/lib/math/language/items';
import { ATOM, PRODUCT, UNARY } from '@/lib/math/language/levels';
import { mapped } from '@/lib/math/numbers/matrix';

/** `\frac{a}{b}`, `a/b` and `a:b`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['fraction'],
      turn: 'sign',
      read: (reader, item) => {
        const { base } = item;
        if (base.type !== 'fraction') return null;
        refuseIndex(item);
        reader.at++;
        const left = reader.inner(base.top, item);
        const right = reader.inner(base.bottom, item);
        return reader.scripted({ kind: 'divide', left, right, span: spanOf(item) }, item);
      },
    },
  ],
  infixes: [binaryInfix(['mark /', 'mark :'], 'divide', PRODUCT, (reader) => reader.unary(UNARY))],
};

export const shape: Shaped<'divide'> = (tree, typer) => {
  const left = typer.of(tree.left);
  const right = typer.settled(tree.right);
  if (isScalar(right)) return left;
  throw typer.misfit(
    tree,
    `$${typer.latex(tree.right)}$ is $${shapeLatex(right)}$; one can divide by scalars only.`,
  );
};

export const evaluate: Evaluate<'divide'> = (tree, compiler) => {
  const [dividend, divisor] = [compiler.of(tree.left), compiler.scalar(tree.right)];
  const { divide } = compiler.arithmetic;
  compiler.work += compiler.compilation.costs.operation;
  if (dividend.scalar) {
    const { run } = dividend;
    return scalarOf((environment) => divide(run(environment), divisor(environment)));
  }
  return matrixOf((environment) => {
    const [matrix, by] = [dividend.run(environment), divisor(environment)];
    compiler.pay(matrix.data.length);
    return mapped(matrix, (entry) => divide(entry, by));
  });
};

export const print: Print<'divide'> = ({ left, right }, printer) => ({
  latex: `\\frac{${printer.plain(left)}}{${printer.plain(right)}}`,
  level: ATOM,
});
