import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { Sampler } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { floatPair } from './precisions';
import { PROPORTIONAL } from './sampling';

/** What one pair of factors may cost, in units of the meter. */
const MOST_WORK = 100_000;
/** Ratios further apart than this share of them are different. */
const NEAR = 1e-9;

/**
 * Whether two scalar expressions differ by a constant factor only, as far as Float64 tells at a
 * dozen points; for comparing factors of expressions that are equal as a whole.
 */
function areProportional(a: Tree, b: Tree, table: SymbolTable, seed: string): boolean {
  const zero: Tree = { kind: 'number', text: '0' };
  const where = null;
  const definitions = new Map<string, Tree>();
  const meter = new Meter(MOST_WORK);
  const shared = { answer: zero, where, definitions, table, seed, meter, functions: new Map() };
  const left = floatPair({ ...shared, reference: a });
  const right = floatPair({ ...shared, reference: b });
  const sampler = new Sampler(freeIds([a, b], definitions), table, seed);
  const ratios: number[] = [];
  try {
    for (
      let drawn = 0;
      drawn < PROPORTIONAL.draws && ratios.length < PROPORTIONAL.points;
      drawn++
    ) {
      const sample = sampler.next();
      const [x] = left.offset(sample) ?? [];
      const [y] = right.offset(sample) ?? [];
      if (!x || !y || (x.re === 0 && y.re === 0)) continue;
      ratios.push(x.re / y.re);
    }
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
  }
  const [first] = ratios;
  if (first === undefined || ratios.length < PROPORTIONAL.fewest) return false;
  return ratios.every((ratio) => Math.abs(ratio - first) <= NEAR * Math.abs(first));
}

/** A factor of the answer that is none of the reference's; null where each of them has its own. */
export function unmatchedFactor(
  reference: readonly Tree[],
  answer: readonly Tree[],
  table: SymbolTable,
  seed: string,
): Tree | null {
  const left = [...reference];
  for (const factor of answer) {
    const match = left.findIndex((other) => areProportional(factor, other, table, seed));
    if (match < 0) return factor;
    left.splice(match, 1);
  }
  return null;
}
