import { contains, type Domain, parseDomain } from '@/lib/math/core/domain';
import type { ExactValue, Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** Where a scalar is looked at: these sizes of both signs, and zero. */
const SIZES: readonly number[] = [
  ...Array.from({ length: 6 }, (_, index) => 2 ** (8 * index - 66)),
  ...Array.from({ length: 72 }, (_, index) => 2 ** (index - 21)),
  ...Array.from({ length: 12 }, (_, index) => 2 ** (16 * index + 60)),
];
/** Vectors and matrices are scaled by fewer numbers: looking at them costs more. */
const FACTORS: readonly number[] = [
  ...[-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8].map((k) => -(2 ** -k)),
  0,
  ...[-20, -8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 20].map((k) => 2 ** k),
];
/** Into so many steps a bounded domain is cut besides. */
const DIVISIONS = 32;

/** Points of a line by one number, null where it leaves the domain, and the numbers to look at. */
export interface SearchLine {
  at: (x: number) => Sample | null;
  grid: readonly number[];
}

/** One scalar moved over its domain; the others stay. A vector or matrix is scaled. */
export function lineAlong(id: string, start: Sample, table: SymbolTable): SearchLine {
  const type = table.typeOf(id);
  const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  if (!domain) return scalingLine(start, table, id);
  return {
    at: (x) => {
      const value = domain.kind === 'integer' ? Math.round(x) : x;
      if (!contains(domain, value)) return null;
      const moved: ExactValue = { rows: 1, columns: 1, re: [value], im: [] };
      return { ...start, values: new Map(start.values).set(id, moved) };
    },
    grid: gridOf(domain),
  };
}

function gridOf(domain: Domain): number[] {
  const sizes = [...SIZES.map((size) => -size), 0, ...SIZES];
  if (domain.kind !== 'interval' && domain.kind !== 'integer') return sorted(sizes);
  const { from, to } = domain;
  const isBounded = Number.isFinite(from) && Number.isFinite(to);
  const steps = isBounded
    ? Array.from({ length: DIVISIONS + 1 }, (_, k) => from + ((to - from) * k) / DIVISIONS)
    : [];
  // Near an end of the domain, from which a piece may reach a little way in.
  const near = [from, to]
    .filter(Number.isFinite)
    .flatMap((end) => [end, ...SIZES.flatMap((size) => [end - size, end + size])]);
  return sorted([...sizes, ...steps, ...near].filter((x) => contains(domain, x)));
}

/** Everything, or one symbol, times a number. */
export function scalingLine(start: Sample, table: SymbolTable, only?: string): SearchLine {
  const ids = only === undefined ? [...start.values.keys()] : [only];
  return {
    at: (factor) => scaledPoint(start, ids, factor, table),
    grid: FACTORS,
  };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** The point with some symbols scaled; null where one leaves its domain. */
function scaledPoint(
  start: Sample,
  ids: readonly string[],
  factor: number,
  table: SymbolTable,
): Sample | null {
  const values = new Map<string, ExactValue>(start.values);
  for (const id of ids) {
    const value = values.get(id);
    const type = table.typeOf(id);
    if (!value || !type) continue;
    const domain = type.kind === 'scalar' ? parseDomain(type.domain) : null;
    const re = value.re.map((x) =>
      domain?.kind === 'integer' ? Math.round(x * factor) : x * factor,
    );
    if (domain && !re.every((x) => contains(domain, x))) return null;
    values.set(id, { ...value, re });
  }
  return { ...start, values };
}
