import { isZero } from '@/lib/math/core/zero-form';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { SIGNED, SUM } from '@/lib/math/language/levels';
import type { Infix } from '@/lib/math/language/reader';

function infix(sign: '+' | '-', kind: 'add' | 'subtract'): Infix {
  return {
    signs: [`mark ${sign}`],
    level: SUM,
    read: (reader, left) => {
      reader.at++;
      const right = reader.expression(SIGNED);
      return { kind, left, right, span: spanAround(left, right) };
    },
  };
}

/** Sums and differences. */
export const reading: Reading = { infixes: [infix('+', 'add'), infix('-', 'subtract')] };

export const shape: Shaped<'add' | 'subtract'> = (tree, typer) => {
  const [left, right] = [typer.of(tree.left), typer.of(tree.right)];
  if (typer.unifyShapes(left, right)) return typer.resolved(left);
  if (isZero(tree.left)) return right;
  if (isZero(tree.right)) return left;
  const verb = tree.kind === 'add' ? 'added' : 'subtracted';
  throw typer.problem(
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
