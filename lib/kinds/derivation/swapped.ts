import { substitute } from '@/lib/math/substitute';
import { symbolsIn } from '@/lib/math/symbols-in';
import type { Tree } from '@/lib/math/tree';
import { unfold } from '@/lib/math/unfold';
import type { LineJudge } from './judge-lines';
import type { PreparedDerivation } from './prepare';

/** Pairs of symbols that are tried, at most. */
const MOST_PAIRS = 6;

/**
 * Two scalars, as LaTeX, whose exchange makes the problem equal to what was written, as in
 * D(μ‖λ) for D(λ‖μ); null where there are none.
 */
export function swappedSymbols(
  { table, problem, compareOptions }: PreparedDerivation,
  written: Tree,
  judge: LineJudge,
): readonly [string, string] | null {
  const { functions = new Map() } = compareOptions;
  const whole = unfold(problem, table, functions);
  const scalars = [...symbolsIn(whole)].filter((id) => table.typeOf(id)?.kind === 'scalar');
  const pairs = scalars.flatMap((a, index) => scalars.slice(index + 1).map((b) => [a, b] as const));
  for (const [a, b] of pairs.slice(0, MOST_PAIRS)) {
    const exchanged = substitute(whole, (id) =>
      id === a ? { kind: 'symbol', id: b } : id === b ? { kind: 'symbol', id: a } : null,
    );
    if (judge.isEqual(exchanged, written)) return [table.latexOf(a), table.latexOf(b)];
  }
  return null;
}
