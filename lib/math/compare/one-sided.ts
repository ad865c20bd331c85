import { nudged, type Sample } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Pair } from './pair';

/**
 * Whether one side has no value, and the other has one, all around a point: at `steps` to either
 * side of it, as shares of the values. Undefined at the point alone is a hole, and no evidence.
 */
export function staysOneSided(
  pair: Pick<Pair, 'holds' | 'judge'>,
  sample: Sample,
  steps: readonly number[],
  table: SymbolTable,
): boolean {
  return steps
    .flatMap((step) => [step, -step])
    .map((step) => nudged(sample, step, table))
    .every((near) => !pair.holds(near) || pair.judge(near) === 'one-sided');
}
