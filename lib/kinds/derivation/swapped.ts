import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import { unfold } from '@/lib/math/types/unfold';
import type { DerivationSpec } from './answer';
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

/**
 * The left side that a line begins with, where it is one of the part's with two of its scalars
 * exchanged; null where it is not.
 */
export function exchangedName(
  line: string | undefined,
  { leftSides, symbols }: DerivationSpec,
  table: SymbolTable,
): string | null {
  if (line === undefined) return null;
  const scalars = symbols.filter(({ type }) => type.kind === 'scalar').map(({ latex }) => latex);
  const pairs = scalars.flatMap((a, index) => scalars.slice(index + 1).map((b) => [a, b] as const));
  const begins = (side: string) => {
    const reading = read(line, table, { leftSides: [side] });
    return reading.ok && reading.value.leftSide === 'known';
  };
  const exchanged = pairs
    .slice(0, MOST_PAIRS)
    .flatMap(([a, b]) => leftSides.map((side) => exchange(side, a, b)))
    .filter((side) => !leftSides.includes(side));
  const leftSide = exchanged.find(begins);
  return leftSide !== undefined && !leftSides.some(begins) ? leftSide : null;
}

function exchange(text: string, a: string, b: string): string {
  const either = new RegExp(`(?:${[a, b].map(escaped).join('|')})(?![A-Za-z])`, 'g');
  return text.replace(either, (symbol) => (symbol === a ? b : a));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
