import type { Shape } from '@/lib/math/core/declaration';
import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { POWER } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import type { Item } from '@/lib/math/notation/item';
import { transposed } from '@/lib/math/numbers/matrix';

const SMALL = '$W^t$ is read as the transpose, $W^\\top$.';
const MINUS_ONE: Tree = { kind: 'negate', operand: { kind: 'number', text: '1' } };

/** `A^T`, `A^t`, `A^\top` and `A^{-T}`; primes are read in scripts.ts. */
export const reading: Reading = {
  superscripts: [
    {
      read: (reader, operand, { items, text, span }) => {
        const [, sign, letter] = /^(-?)(T|t|\\top)$/.exec(text) ?? [];
        if (letter === undefined || (letter !== '\\top' && isName(reader, operand, items)))
          return null;
        if (letter === 't') reader.hint(SMALL);
        const inverse: Tree = { kind: 'power', left: operand, right: MINUS_ONE, span };
        return { kind: 'transpose', operand: sign === '-' ? inverse : operand, span };
      },
    },
  ],
};

/** Whether a T or t above is a symbol: above a scalar, or above a square matrix where T is declared. */
function isName(reader: Reader, base: Tree, sup: readonly Item[]): boolean {
  const shape = reader.shapeOf(base);
  if (!shape.ok) return false;
  const [rows, columns] = shape.value;
  const symbol = reader.table.find(sup, sup.length - 1);
  const isDeclared = symbol !== null && reader.table.typeOf(symbol.id)?.kind === 'scalar';
  const isBound = sup.some((item) => reader.isBound(item));
  return isScalar(shape.value) || ((isDeclared || isBound) && rows === columns);
}

export const shape: Shaped<'transpose'> = ({ operand }, typer): Shape => {
  const [rows, columns] = typer.of(operand);
  return [columns, rows];
};

export const evaluate: Evaluate<'transpose'> = (tree, compiler) => {
  const operand = compiler.of(tree.operand);
  if (operand.scalar) return operand;
  return matrixOf((environment) => transposed(operand.run(environment)));
};

export const print: Print<'transpose'> = ({ operand }, printer) => ({
  latex: `${printer.base(operand)}^{\\top}`,
  level: POWER,
});
