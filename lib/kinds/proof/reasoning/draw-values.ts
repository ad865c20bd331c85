import type { Random } from '@/lib/math/core/random';
import { Digits } from './digits';
import type { FreeNames } from './free-names';
import type { Language } from './language';
import { atOutcome, OUTCOMES } from './outcomes';

/** Numbers that a person tries first. */
const SCALARS = [1, 2, 0.5, 0, -1, 3, 0.25, -2];
const ENTRIES = [0, 1, -1, 2, -2, 3];
/** The first draws are of these many of them only, so that the simplest counterexample is found first. */
const SIMPLE_DRAWS = 8;
const [SIMPLE_SCALARS, SIMPLE_ENTRIES] = [1, 3];

/** Simple values for all that is free, vectors entry by entry as `id[1]`, `id[2]`. */
export function drawValues(
  { scalars, vectors }: FreeNames,
  { scalars: declared }: Language,
  dimension: number,
  draw: number,
  random: Random,
): ReadonlyMap<string, Digits> {
  const isSimple = draw < SIMPLE_DRAWS;
  const entries = isSimple ? ENTRIES.slice(0, SIMPLE_ENTRIES) : ENTRIES;
  const values = new Map<string, Digits>();
  for (const id of scalars) {
    const fitting = SCALARS.filter((value) => declared.contains(id, value));
    const most = isSimple ? SIMPLE_SCALARS : fitting.length;
    for (const name of declared.isRandom(id) ? OUTCOMES.map((each) => atOutcome(id, each)) : [id]) {
      const value = fitting[Math.floor(random() * (name === id ? most : fitting.length))];
      if (value !== undefined) values.set(name, new Digits(value));
    }
  }
  for (const id of vectors) {
    for (let entry = 1; entry <= dimension; entry++) {
      const value = entries[Math.floor(random() * entries.length)] ?? 0;
      values.set(`${id}[${entry}]`, new Digits(value));
    }
  }
  return values;
}
