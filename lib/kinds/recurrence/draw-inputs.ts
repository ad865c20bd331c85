import { BrokenKeyError } from '@/lib/kinds/broken-key';
import { randomFrom } from '@/lib/math/core/random';
import type { ModelInput, Range } from './answer';

/** Drawn whole numbers, and lists of them, by the names of the inputs. */
export type Inputs = ReadonlyMap<string, number | readonly number[]>;

const RUNS = 24;
/** From so many runs on the whole of every range is drawn from. */
const RUNS_OF_GROWTH = 10;

/**
 * Inputs for the runs of a program: all as small as they may be first, then ever larger ones, so
 * that a run that fails is a simple one. The order in which an author names them does not count.
 */
export function drawInputs(inputs: Readonly<Record<string, ModelInput>>, seed: string): Inputs[] {
  return Array.from({ length: RUNS }, (_, run) => {
    const reach = Math.min(1, run / RUNS_OF_GROWTH);
    const drawn = new Map<string, number | readonly number[]>();
    for (const [name, { count, ...range }] of Object.entries(inputs)) {
      if (count === null) drawn.set(name, drawer(`${seed}/${run}/${name}`, reach)(range));
    }
    for (const [name, { count, ...range }] of Object.entries(inputs)) {
      if (count === null) continue;
      const draw = drawer(`${seed}/${run}/${name}`, reach);
      const length = typeof count === 'string' ? drawn.get(count) : draw(count);
      if (typeof length !== 'number' || length < 0)
        throw new BrokenKeyError(`input ${name}: its count is no number of entries`);
      drawn.set(
        name,
        Array.from({ length }, () => draw(range)),
      );
    }
    return drawn;
  });
}

function drawer(seed: string, reach: number): (range: Range) => number {
  const random = randomFrom(seed);
  return ({ from, to }) => from + Math.floor(random() * (Math.ceil((to - from) * reach) + 1));
}
