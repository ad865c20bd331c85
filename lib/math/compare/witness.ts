import type { ExactValue, Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Pair, showMatrix } from './side';

/** A point at which the answer differs from the reference: LaTeX on both sides. */
export interface PointWitness {
  at: { latex: string; value: string }[];
  reference: string;
  answer: string;
}

/** Both values of a witness as text. */
export type ShownPair = Pick<PointWitness, 'reference' | 'answer'>;

/** Why nothing is called wrong of which no witness can be shown. */
export const READ_ALIKE =
  'The machine could not decide: the two values are too close to each other to be told apart.';

/**
 * Both values with as many digits as it takes to see that they differ; null where they read alike
 * in all that is tried, so that they are no witness.
 */
export function shownApart(
  pair: Pick<Pair, 'shown'>,
  sample: Sample,
  tried: readonly number[],
): ShownPair | null {
  for (const digits of tried) {
    const shown = pair.shown(sample, digits);
    if (shown.reference !== shown.answer) return shown;
  }
  return null;
}

/** A number of which one sees that it is not `other`: with more digits where a few are the same. */
export function numberApart(value: number, other: number, digits: number): string {
  const most = 17;
  for (let count = digits; count < most; count++) {
    const shown = Number(value.toPrecision(count));
    if (shown !== Number(other.toPrecision(count))) return String(shown);
  }
  return String(value);
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
