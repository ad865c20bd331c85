import { isScalar } from '@/lib/math/core/dimension';
import type { Span, Tree, TreeOf } from '@/lib/math/core/tree';
import { matrixOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import { problem } from '@/lib/math/language/reading-problems';

/** `\begin{pmatrix}…`; `[1, 2; 3, 4]` is read in brackets/round-and-square.ts. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['matrix'],
      turn: 'sign',
      read: (reader, item) => {
        if (item.base.type !== 'matrix') return null;
        refuseIndex(item);
        reader.at++;
        const rows = item.base.rows.map((row) => row.map((cell) => reader.inner(cell, item)));
        return reader.scripted(matrixFrom(rows, spanOf(item)), item);
      },
    },
  ],
};

/** A matrix by its rows. Throws `MathProblem` where they have different lengths. */
export function matrixFrom(rows: readonly (readonly Tree[])[], span: Span): TreeOf<'matrix'> {
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width))
    throw problem('The rows of this matrix have different lengths.', span.start, span.end);
  return { kind: 'matrix', rows, span };
}

export const shape: Shaped<'matrix'> = (tree, typer) => {
  for (const cell of tree.rows.flat()) {
    if (!isScalar(typer.settled(cell)))
      throw typer.misfit(tree, 'The entries of a matrix must be scalars.');
  }
  return [tree.rows.length, tree.rows[0]?.length ?? 0];
};

export const evaluate: Evaluate<'matrix'> = (tree, compiler) => {
  const cells = tree.rows.flat().map((cell) => compiler.scalar(cell));
  const [rows, columns] = [tree.rows.length, tree.rows[0]?.length ?? 0];
  return matrixOf((environment) => ({
    rows,
    columns,
    data: cells.map((cell) => cell(environment)),
  }));
};

export const print: Print<'matrix'> = (tree, printer) => {
  const rows = tree.rows.map((row) => row.map((cell) => printer.plain(cell)).join(' & '));
  return atom(`\\begin{pmatrix}${rows.join(' \\\\ ')}\\end{pmatrix}`);
};
