import { binaryInfix } from '@/lib/math/language/binary-infix';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { PRODUCT, SIGNED } from '@/lib/math/language/levels';

/** `A \odot B` and `A \circ B`, the product entry by entry (Hadamard). */
export const reading: Reading = {
  infixes: [
    binaryInfix(['mark ⊙', 'command circ'], 'hadamard', SIGNED, (reader) =>
      reader.expression(PRODUCT),
    ),
  ],
};

export const shape: Shaped<'hadamard'> = (tree, typer) => {
  const [left, right] = [typer.of(tree.left), typer.of(tree.right)];
  if (typer.unifyShapes(left, right)) return typer.resolved(left);
  throw typer.misfit(
    tree,
    `Entry by entry only matrices of one shape are multiplied, here they are ${typer.words(left)} and ${typer.words(right)}.`,
  );
};

export const evaluate: Evaluate<'hadamard'> = ({ left, right }, compiler) =>
  compiler.entrywise(left, right, compiler.arithmetic.multiply);

export const print: Print<'hadamard'> = ({ left, right }, printer) => ({
  latex: `${printer.at(left, SIGNED)}\\odot ${printer.at(right, PRODUCT)}`,
  level: SIGNED,
});
