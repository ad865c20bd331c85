import type { Matrix } from '@/lib/math/numbers/matrix';

/** A matrix as LaTeX; a 1×1 one as its entry. */
export function matrixLatex<N>(
  { rows, columns, data }: Matrix<N>,
  entryLatex: (entry: N) => string,
): string {
  const cells = data.map(entryLatex);
  if (cells.length === 1) return cells[0] ?? '';
  const lines = Array.from({ length: rows }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).join(' & '),
  );
  return `\\begin{pmatrix}${lines.join(' \\\\ ')}\\end{pmatrix}`;
}
