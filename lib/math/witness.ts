import type { ExactValue, Sample } from './sample';
import { showMatrix } from './side';
import type { SymbolTable } from './symbol-table';

/** A point at which the answer differs from the reference: LaTeX on both sides. */
export interface PointWitness {
  at: { latex: string; value: string }[];
  reference: string;
  answer: string;
}

/** The symbols with what they are at the point. */
export function pointOf(
  sample: Sample,
  ids: readonly string[],
  table: SymbolTable,
): PointWitness['at'] {
  return ids.flatMap((id) => {
    const value = sample.values.get(id);
    return value ? [{ latex: table.latexOf(id), value: showExact(value) }] : [];
  });
}

function showExact({ rows, columns, re, im }: ExactValue): string {
  const data = re.map((real, index) => ({ real, imaginary: im[index] ?? 0 }));
  return showMatrix({ rows, columns, data }, ({ real, imaginary }) => {
    if (imaginary === 0) return String(real);
    return `${real}${imaginary < 0 ? '' : '+'}${imaginary}i`;
  });
}
