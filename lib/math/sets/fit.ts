import { drawNumber } from '@/lib/math/core/domain';
import type { Random } from '@/lib/math/core/random';

/** Values of a family at some points, by its constants; NaN where it has none. */
export type ValuesAt = (constants: readonly number[]) => readonly number[];

const STARTS = 80;
const STEPS = 60;
/** So often all values are taken at most: with many constants every step takes many of them. */
const MOST_VALUES = 20_000;
/** Two values are the same up to this share. */
const CLOSE = 1e-9;
const DIFFERENCE = 1e-6;
const MOST_OCTAVES = 40;

/**
 * Whether some constants give these values, looked for from many starts (Levenberg 1944,
 * Marquardt 1963) in Float64. `false` says only that none were found.
 */
export function fits(
  valuesAt: ValuesAt,
  count: number,
  wanted: readonly number[],
  random: Random,
): boolean {
  let taken = 0;
  const countedAt = (constants: readonly number[]) => {
    taken++;
    return valuesAt(constants);
  };
  for (let start = 0; start < STARTS && taken < MOST_VALUES; start++) {
    const first = Array.from({ length: count }, () => (start === 0 ? 0 : startFrom(random)));
    if (start % 2 === 0) {
      if (descends(countedAt, first, wanted)) return true;
      continue;
    }
    // At as many points as there are constants hardly any valley ends above 0.
    const places = Array.from({ length: count }, () => Math.floor(random() * wanted.length));
    const at = (values: readonly number[]) => places.map((place) => values[place] ?? Number.NaN);
    const near = descends((constants) => at(countedAt(constants)), first, at(wanted));
    if (near && descends(countedAt, near, wanted)) return true;
  }
  return false;
}

/** Numbers of the usual sizes, and of any: `\ln C` is −20 where C is very small. */
function startFrom(random: Random): number {
  const number = drawNumber({ kind: 'real' }, random);
  return random() < 0.5 ? number : number * 2 ** (MOST_OCTAVES * (2 * random() - 1));
}

/** Unknowns from a start at which all of some expressions are 0, up to 1e-9; null where none are found. */
export function zeroNear(valuesAt: ValuesAt, start: readonly number[]): readonly number[] | null {
  const wanted = valuesAt(start).map(() => 1);
  return descends((unknowns) => valuesAt(unknowns).map((value) => value + 1), start, wanted);
}

/** The constants at which it ends where they give the values; null where they do not. */
function descends(
  valuesAt: ValuesAt,
  start: readonly number[],
  wanted: readonly number[],
): readonly number[] | null {
  let constants = start;
  let residual = residualOf(valuesAt(constants), wanted);
  let damping = 1e-3;
  for (let step = 0; step < STEPS; step++) {
    if (!residual.every(Number.isFinite)) return null;
    if (Math.max(...residual.map(Math.abs)) < CLOSE) return constants;
    const columns = constants.map((value, place) => {
      const shift = DIFFERENCE * (Math.abs(value) || 1);
      const beside = residualOf(valuesAt(constants.with(place, value + shift)), wanted);
      return beside.map((entry, index) => (entry - (residual[index] ?? 0)) / shift);
    });
    const move = leastSquares(columns, residual, damping);
    const next = constants.map((value, place) => value - (move[place] ?? 0));
    const after = residualOf(valuesAt(next), wanted);
    if (sizeOf(after) < sizeOf(residual)) {
      [constants, residual] = [next, after];
      damping = Math.max(damping / 10, 1e-14);
    } else damping *= 10;
    if (damping > 1e12) return null;
  }
  return null;
}

/** Differences as shares of what is wanted, or of a thousandth of the largest of it. */
function residualOf(values: readonly number[], wanted: readonly number[]): number[] {
  // Nothing but 0 is 0: 1/(x + K) is not, however large K is.
  const least = Math.max(...wanted.map(Math.abs)) / 1000 || Number.MIN_VALUE;
  return wanted.map(
    (want, index) => ((values[index] ?? Number.NaN) - want) / Math.max(least, Math.abs(want)),
  );
}

function sizeOf(vector: readonly number[]): number {
  const size = vector.reduce((sum, entry) => sum + entry * entry, 0);
  return Number.isFinite(size) ? size : Number.POSITIVE_INFINITY;
}

/** (JᵀJ + damping · diag) x = Jᵀ r, by elimination. */
function leastSquares(
  columns: readonly (readonly number[])[],
  residual: readonly number[],
  damping: number,
): number[] {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, entry, index) => sum + entry * (b[index] ?? 0), 0);
  const rows = columns.map((column, row) => [
    ...columns.map(
      (other, at) =>
        dot(column, other) * (at === row ? 1 + damping : 1) + (at === row ? 1e-300 : 0),
    ),
    dot(column, residual),
  ]);
  for (const [pivot, row] of rows.entries()) {
    const top = row[pivot] ?? 0;
    for (const [index, other] of rows.entries()) {
      if (index === pivot || top === 0) continue;
      const factor = (other[pivot] ?? 0) / top;
      for (let at = 0; at < other.length; at++)
        other[at] = (other[at] ?? 0) - factor * (row[at] ?? 0);
    }
  }
  return rows.map((row, place) => (row.at(-1) ?? 0) / (row[place] || 1));
}
