import { isScalar, shapeLatex } from '@/lib/math/core/dimension';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { Compiled } from '@/lib/math/evaluate/evaluate-types';
import { reciprocalFactorial } from '@/lib/math/functions/factorials';
import { binaryInfix } from '@/lib/math/language/binary-infix';
import { type Compiler, matrixOf, scalarOf } from '@/lib/math/language/compiler';
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
  const byFactorials = evaluateByFactorials(tree, compiler);
  if (byFactorials) return byFactorials;
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

/**
 * A quotient by factorials, `n!/(k!(n-k)!)`, by the reciprocals of theirs: 1/(−1)! is 0, and so the
 * quotient is the binomial coefficient wherever that is. Null where no factorial is below.
 */
function evaluateByFactorials<N>(
  { left, right }: TreeOf<'divide'>,
  compiler: Compiler<N>,
): Compiled<N> | null {
  const factors = factorsOf(right);
  const below = factors.flatMap((factor) =>
    factor.kind === 'call' && factor.name === 'factorial' ? factor.args.slice(0, 1) : [],
  );
  if (below.length === 0) return null;
  const dividend = compiler.of(left);
  if (!dividend.scalar) return null;
  const others = factors.filter((factor) => factor.kind !== 'call' || factor.name !== 'factorial');
  const { call, divide, multiply } = compiler.arithmetic;
  const { operation, function: ofFunction } = compiler.compilation.costs;
  const divisors = others.map((factor) => compiler.scalar(factor));
  const reciprocals = below.map((argument) => compiler.scalar(argument));
  compiler.work += operation * factors.length + 4 * ofFunction * below.length;
  return scalarOf((environment) => {
    const divided = divisors.reduce(
      (value, divisor) => divide(value, divisor(environment)),
      dividend.run(environment),
    );
    return reciprocals.reduce(
      (value, argument) => multiply(value, call(reciprocalFactorial, [argument(environment)])),
      divided,
    );
  });
}

function factorsOf(tree: Tree): readonly Tree[] {
  const isProduct = tree.kind === 'multiply' || tree.kind === 'dot';
  return isProduct ? [...factorsOf(tree.left), ...factorsOf(tree.right)] : [tree];
}

export const print: Print<'divide'> = ({ left, right }, printer) => ({
  latex: `\\frac{${printer.plain(left)}}{${printer.plain(right)}}`,
  level: ATOM,
});
