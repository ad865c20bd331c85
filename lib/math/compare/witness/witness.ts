import type { Pair } from '@/lib/math/compare/pair';
import { dimensionLatex } from '@/lib/math/core/dimension';
import type { ExactValue, Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { matrixLatex } from './matrix-latex';

/** A point at which the answer differs from the reference: LaTeX on both sides. */
export interface PointWitness {
  at: { latex: string; value: string }[];
  reference: string;
  answer: string;
}

/** What symbols are at a point, in a sentence: `$x = 2$, $y = 3$`. */
export function assignmentsIn(at: PointWitness['at']): string {
  return at.map(({ latex, value }) => `$${latex} = ${value}$`).join(', ');
}

/** The same in front of a sentence, `At $x = 2$: `; nothing where there are no symbols. */
export function atPoint(at: PointWitness['at']): string {
  return at.length === 0 ? '' : `At ${assignmentsIn(at)}: `;
}

/** Both values of a witness, as LaTeX. */
export type WitnessValues = Pick<PointWitness, 'reference' | 'answer'>;

/**
 * Both values with as many digits as it takes to see that they differ; null where they read alike
 * in all that is tried, so that they are no witness.
 */
export function distinctValues(
  pair: Pick<Pair, 'latex'>,
  sample: Sample,
  digitsTried: readonly number[],
): WitnessValues | null {
  for (const digits of digitsTried) {
    const values = pair.latex(sample, digits);
    if (values.reference !== values.answer) return values;
  }
  return null;
}

/** No double needs more significant digits to be told from its neighbours. */
const DOUBLE_DIGITS = 17;

/** A number of which one sees that it is not `other`: with more digits where a few are the same. */
export function distinctDecimal(value: number, other: number, digits: number): string {
  for (let count = digits; count < DOUBLE_DIGITS; count++) {
    const rounded = Number(value.toPrecision(count));
    if (rounded !== Number(other.toPrecision(count))) return String(rounded);
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
    return value ? [{ latex: table.latexOf(id), value: exactLatex(value) }] : [];
  });
}

/**
 * What else a point is that its symbols do not tell: dimensions of size one, where matrices look like
 * numbers, and functions of which nothing is given, which are drawn.
 */
export function circumstancesOf(
  sample: Sample,
  ids: readonly string[],
  table: SymbolTable,
  isGiven: (id: string) => boolean,
): PointWitness['at'] {
  const sizes = [...sample.sizes]
    .filter(([name, size]) => size === 1 && !table.typeOf(name))
    .map(([name]) => ({ latex: dimensionLatex(name), value: '1' }));
  const drawn = ids
    .filter((id) => table.typeOf(id)?.kind === 'function' && !isGiven(id))
    .map((id) => ({ latex: table.latexOf(id), value: '\\text{a function drawn at random}' }));
  return [...sizes, ...drawn];
}

function exactLatex({ rows, columns, re, im }: ExactValue): string {
  const data = re.map((real, index) => ({ real, imaginary: im[index] ?? 0 }));
  return matrixLatex({ rows, columns, data }, ({ real, imaginary }) => {
    if (imaginary === 0) return String(real);
    return `${real}${imaginary < 0 ? '' : '+'}${imaginary}i`;
  });
}
