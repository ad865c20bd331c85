import { isZero } from '@/lib/math/core/zero-form';
import { binaryInfix } from '@/lib/math/language/binary-infix';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { SIGNED, SUM } from '@/lib/math/language/levels';

/** Sums and differences. */
export const reading: Reading = {
  infixes: [
    binaryInfix(['mark +'], 'add', SUM, (reader) => reader.expression(SIGNED)),
    binaryInfix(['mark -'], 'subtract', SUM, (reader) => reader.expression(SIGNED)),
  ],
};

export const shape: Shaped<'add' | 'subtract'> = (tree, typer) => {
  const [left, right] = [typer.of(tree.left), typer.of(tree.right)];
  if (typer.unifyShapes(left, right)) return typer.resolved(left);
  if (isZero(tree.left)) return right;
  if (isZero(tree.right)) return left;
  const verb = tree.kind === 'add' ? 'added' : 'subtracted';
  throw typer.misfit(
    tree,
    `$${typer.latex(tree.left)}$ is ${typer.words(left)} and $${typer.latex(tree.right)}$ is ${typer.words(right)}; they cannot be ${verb}.`,
  );
};

export const evaluate: Evaluate<'add' | 'subtract'> = ({ kind, left, right }, compiler) => {
  const { add, subtract } = compiler.arithmetic;
  return compiler.entrywise(left, right, kind === 'add' ? add : subtract);
};

export const print: Print<'add' | 'subtract'> = ({ kind, left, right }, printer) => ({
  latex: `${printer.at(left, SUM)}${kind === 'add' ? '+' : '-'}${printer.at(right, SIGNED)}`,
  level: SUM,
});
