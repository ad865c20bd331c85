import type { Decimal } from 'decimal.js';
import { toLatex } from '@/lib/math/latex';
import type { SymbolTable } from '@/lib/math/symbol-table';
import { symbolsIn } from '@/lib/math/symbols-in';
import type { Tree } from '@/lib/math/tree';
import { appliedIn } from './applied';
import type { Model } from './model';
import type { SequenceModel } from './sequence-models';
import type { Statement } from './statement';

/** Denominators up to this are written as fractions; other numbers are rounded. */
const MOST_DENOMINATOR = 60;
const DIGITS = 5;

/** A counterexample in the student's symbols: what they stand for, and what comes out. */
export function counterexample(
  model: Model,
  known: readonly Statement[],
  claim: Statement,
  table: SymbolTable,
): string {
  const trees = [claim, ...known].flatMap(({ left, right }) => [left, right]);
  const symbols = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))].filter(
    (id) => table.typeOf(id)?.kind !== 'function',
  );
  const quantities: Tree[] = [
    ...symbols.map((id): Tree => ({ kind: 'symbol', id })),
    ...trees.flatMap(appliedIn),
  ];
  const shown = new Map(
    quantities.flatMap((tree) => {
      const value = model.valueOf(tree);
      return value === null ? [] : [[toLatex(tree, table), pointLatex(value)] as const];
    }),
  );
  const at = [...shown].map(([latex, value]) => `$${latex} = ${value}$`).join(', ');
  const hasVectors = symbols.some((id) => table.typeOf(id)?.kind === 'matrix');
  const space = hasVectors ? ` (vectors in $\\mathbb{R}^${model.dimension}$)` : '';
  return `With ${at}${space} everything known here holds, but ${outcome(model, claim, table)}.`;
}

function outcome(model: Model, { left, right }: Statement, table: SymbolTable): string {
  const sides = [left, right].map((tree) => {
    const value = model.valueOf(tree);
    const latex = toLatex(tree, table);
    if (value === null) return `$${latex}$ has no value`;
    const point = pointLatex(value);
    return latex === point ? null : `$${latex}$ is $${point}$`;
  });
  return sides.filter((side) => side !== null).join(' and ');
}

/** Sequences for which a limit is another than claimed. */
export function divergingExample(
  model: SequenceModel,
  claim: Statement,
  table: SymbolTable,
): string {
  const values = [...model.scalars, ...model.constants].map(
    ({ id, value }) => `$${table.latexOf(id)} = ${numberLatex(value)}$`,
  );
  const sequences = model.chosen.map(({ id, latex }) => `$${table.latexOf(id)} = ${latex}$`);
  const at = [...values, ...sequences].join(', ');
  const [left, right] = [claim.left, claim.right].map((tree) => toLatex(tree, table));
  return `With ${at} (numbers; the other sequences follow) everything known here holds, but $${left}$ does not tend to $${right}$.`;
}

function pointLatex(point: Decimal | readonly Decimal[]): string {
  if (!isList(point)) return numberLatex(point);
  const [only, ...others] = point.map(numberLatex);
  return others.length === 0 && only !== undefined ? only : `(${[only, ...others].join(', ')})`;
}

function isList(point: Decimal | readonly Decimal[]): point is readonly Decimal[] {
  return Array.isArray(point);
}

function numberLatex(value: Decimal): string {
  for (let bottom = 1; bottom <= MOST_DENOMINATOR; bottom++) {
    const top = value.times(bottom);
    const whole = top.round();
    if (top.minus(whole).abs().gt('1e-30')) continue;
    if (bottom === 1) return whole.toFixed();
    return `${whole.isNegative() ? '-' : ''}\\frac{${whole.abs().toFixed()}}{${bottom}}`;
  }
  return `${value.toSignificantDigits(DIGITS).toFixed()}\\ldots`;
}
