import { isScalar, SCALAR, shapeLatex } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { exp } from '@/lib/math/functions/exponential';
import { matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark, spanAround } from '@/lib/math/language/items';
import { POWER } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { matrixPower } from '@/lib/math/numbers/matrix';

const STACKED = 'Powers stack from the right: x^2^3 reads $x^{(2^3)}$.';
const FIRST_FACTOR = 'An exponent without braces ends at its first factor: e^-2y reads $e^{-2}y$.';

/** What stands at the upper right is read as `aboveAnything`, a loose `^` as `raised`. */
export const reading: Reading = {};

/** `^` that layout left alone: `2^-x`, `2^sin x`, `x^2^3`. Right-associative. */
export function raised(reader: Reader, base: Tree): Tree {
  const item = reader.peek();
  if (!item || !isMark(item, '^')) return base;
  // `x^{2}^3` stacks; in `(x^2)^3` the base is closed.
  const isStacked = reader.items[reader.at - 1]?.sup != null;
  reader.at++;
  if (base.kind === 'power' && isStacked) {
    reader.hint(STACKED);
    const head: Tree = { kind: 'power', left: base.right, right: reader.factor() };
    return { ...base, right: raised(reader, head) };
  }
  const sign = reader.peek();
  const negative = sign && isMark(sign, '-');
  if (sign && (negative || isMark(sign, '+'))) reader.at++;
  const exponent = reader.peek();
  const head = reader.factor();
  if (head.kind === 'power' && exponent && !isMark(exponent, '(')) reader.hint(STACKED);
  const operand = raised(reader, head);
  const next = reader.peek();
  if (negative && next && reader.startsFactor(next) && !isMark(next, '('))
    reader.hint(FIRST_FACTOR);
  const right: Tree = negative ? { kind: 'negate', operand } : operand;
  return { kind: 'power', left: base, right, span: spanAround(base, right) };
}

export const shape: Shaped<'power'> = (tree, typer) => {
  const [left, right] = [typer.settled(tree.left), typer.settled(tree.right)];
  if (!isScalar(right))
    throw typer.misfit(
      tree,
      `The exponent $${typer.latex(tree.right)}$ is $${shapeLatex(right)}$, it should be a scalar.`,
    );
  if (isScalar(left)) return SCALAR;
  if (typer.unify(left[0], left[1])) return typer.resolved(left);
  if (left[1] === 1 && tree.right.kind === 'number' && tree.right.text === '2') {
    const vector = typer.latex(tree.left);
    const message = `$${vector}$ is a vector, which has no square; write $\\|${vector}\\|^2$ for that of its length.`;
    throw typer.problem(tree, message);
  }
  throw typer.misfit(
    tree,
    `$${typer.latex(tree.left)}$ is $${shapeLatex(left)}$; only square matrices have powers.`,
  );
};

export const evaluate: Evaluate<'power'> = (tree, compiler) => {
  const { arithmetic, compilation } = compiler;
  const exponent = compiler.scalar(tree.right);
  compiler.work += compilation.costs.function;
  // e^x loses fewer digits as exp(x).
  if (tree.left.kind === 'constant' && tree.left.name === 'e')
    return scalarOf((environment) => arithmetic.call(exp, [exponent(environment)]));
  const base = compiler.of(tree.left);
  if (base.scalar) {
    const { run } = base;
    const { power } = arithmetic;
    return scalarOf((environment) => power(run(environment), exponent(environment)));
  }
  return matrixOf((environment) => {
    const [matrix, by] = [base.run(environment), exponent(environment)];
    compiler.pay(2 * matrix.rows ** 3);
    return matrixPower(matrix, by, arithmetic, () => compiler.pay(matrix.rows ** 3));
  });
};

export const print: Print<'power'> = ({ left, right }, printer) => ({
  latex: `${printer.base(left)}^{${printer.plain(right)}}`,
  level: POWER,
});
