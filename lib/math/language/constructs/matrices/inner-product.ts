import { SCALAR } from '@/lib/math/core/dimension';
import { firstEntry, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { closeBracket } from '@/lib/math/language/constructs/brackets/closing';
import { isMark } from '@/lib/math/language/items';
import { SUM } from '@/lib/math/language/levels';
import { atom } from '@/lib/math/language/printer';
import { problem } from '@/lib/math/language/reading-problems';
import { matrixProduct } from '@/lib/math/numbers/matrix';

/** `\langle u, v\rangle` and `\langle u | v\rangle`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['mark ⟨'],
      turn: 'sign',
      read: (reader, item) => {
        reader.at++;
        const left = reader.insideBrackets(() => {
          // A bar separates the two sides here and opens nothing.
          reader.bars.push('|');
          return reader.expression(SUM);
        });
        const comma = reader.peek();
        if (!comma || !(isMark(comma, ',') || isMark(comma, '|')))
          throw problem('An inner product has two arguments, ⟨u, v⟩.', item.start, item.end, ',');
        reader.at++;
        const right = reader.insideBrackets(() => reader.expression(SUM));
        const close = closeBracket(reader, item, '⟩');
        const span = { start: item.start, end: close.end };
        return reader.scripted({ kind: 'inner', left, right, span }, close);
      },
    },
  ],
};

export const shape: Shaped<'inner'> = (tree, typer) => {
  const [left, right] = [typer.of(tree.left), typer.of(tree.right)];
  if (typer.unifyShapes(left, right)) return SCALAR;
  throw typer.misfit(
    tree,
    `The two sides of an inner product must have one shape, here they are ${typer.words(left)} and ${typer.words(right)}.`,
  );
};

export const evaluate: Evaluate<'inner'> = (tree, compiler) => {
  const [left, right] = [compiler.matrix(tree.left), compiler.matrix(tree.right)];
  return scalarOf((environment) => {
    const [u, v] = [left(environment), right(environment)];
    compiler.pay(u.data.length);
    const row = { ...u, rows: 1, columns: u.data.length };
    const column = { ...v, rows: v.data.length, columns: 1 };
    return firstEntry(matrixProduct(row, column, compiler.arithmetic), compiler.arithmetic);
  });
};

export const print: Print<'inner'> = ({ left, right }, printer) =>
  atom(`\\left\\langle ${printer.plain(left)},${printer.plain(right)}\\right\\rangle`);
