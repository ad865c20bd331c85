import { randomFrom } from '@/lib/math/core/random';
import type { Law, Meaning } from './forms';

/** Which point each random variable is, by its name, counted from 0. */
export type Assignment = ReadonlyMap<string, number>;

/** Laws as tables of whole numbers, which are to be divided by their sums. */
export interface Tables {
  /** How many points each variable has. */
  points: number;
  /** Of each law, the entries over its variables and those that it is given, in that order. */
  entries: ReadonlyMap<string, readonly number[]>;
}

const DRAWS = 14;
const MOST_ENTRY = 9;

/** Random tables, the first ones on two points, the others on three. */
export function drawTables(laws: Readonly<Record<string, Law>>, seed: string): Tables[] {
  const random = randomFrom(`${seed}/laws`);
  return Array.from({ length: DRAWS }, (_, draw): Tables => {
    const points = draw < DRAWS / 2 ? 2 : 3;
    const entries = Object.entries(laws).map(([id, { of, given }]) => {
      const size = points ** (of.length + given.length);
      const drawn = Array.from({ length: size }, () => 1 + Math.floor(random() * MOST_ENTRY));
      return [id, drawn] as const;
    });
    return { points, entries: new Map(entries) };
  });
}

/** All ways to place some variables on the points. */
export function assignments(names: readonly string[], points: number): Assignment[] {
  return names.reduce<Assignment[]>(
    (all, name) =>
      all.flatMap((one) =>
        Array.from({ length: points }, (_, at) => new Map([...one, [name, at]])),
      ),
    [new Map()],
  );
}

type Density = Extract<Meaning, { kind: 'density' }>;

/** The value of a density: a sum over the table, divided by that over what it is given. */
export function densityAt(
  { of, given, law: id }: Pick<Density, 'of' | 'given' | 'law'>,
  laws: Readonly<Record<string, Law>>,
  tables: Tables,
  at: Assignment,
): number {
  const law = laws[id];
  if (!law) return Number.NaN;
  const total = (fixed: readonly string[]) => sumOver(law, tables, id, fixed, at);
  return total([...of, ...given]) / total(given);
}

/** The sum of the entries of a table at which some variables are where they are. */
function sumOver(
  { of, given }: Law,
  { points, entries }: Tables,
  id: string,
  fixed: readonly string[],
  at: Assignment,
): number {
  const names = [...of, ...given];
  const table = entries.get(id) ?? [];
  const free = names.filter((name) => !fixed.includes(name));
  return assignments(free, points).reduce((sum, one) => {
    const index = names.reduce(
      (place, name) => place * points + (one.get(name) ?? at.get(name) ?? Number.NaN),
      0,
    );
    return sum + (table[index] ?? Number.NaN);
  }, 0);
}
