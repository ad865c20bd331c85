import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Digits } from './digits';
import { appliedIn } from './functions/applied';
import type { SequenceModel } from './limits/sequence-models';
import type { Model } from './model';

/** Denominators up to this are written as fractions; other numbers are rounded. */
const MOST_DENOMINATOR = 60;
const FEW_DIGITS = 5;
/** More digits of both sides, as long as they read alike. */
const MORE_DIGITS = [FEW_DIGITS, 10, 20, 35];

/**
 * A counterexample in the student's symbols: what they stand for, and what comes out. Null where what
 * comes out cannot be written so that one sees the claim fail.
 */
export function counterexample(
  model: Model,
  premises: readonly Statement[],
  claim: Statement,
  table: SymbolTable,
): string | null {
  const seen = outcome(model, claim, table);
  if (seen === null) return null;
  const trees = [claim, ...premises].flatMap(({ left, right }) => [left, right]);
  const symbols = [...new Set(trees.flatMap((tree) => [...symbolsIn(tree)]))].filter(
    (id) => table.typeOf(id)?.kind !== 'function',
  );
  const quantities: Tree[] = [
    ...symbols.map((id): Tree => ({ kind: 'symbol', id })),
    ...trees.flatMap(appliedIn),
  ];
  const assignments = new Map<string, string>(
    quantities.flatMap((tree) => {
      const values = model.valuesByChance(tree)?.map((value) => pointLatex(value));
      const value = model.valueOf(tree);
      if (value === null) return [];
      const said = values
        ? `\\in \\{${values.join(', ')}\\}\\text{ with equal chances}`
        : `= ${pointLatex(value)}`;
      return [[toLatex(tree, table), said] as const];
    }),
  );
  for (const id of symbols) {
    const rows = model.matrixOf(id);
    if (rows) assignments.set(table.latexOf(id), `= ${matrixLatex(rows)}`);
  }
  const at = [...assignments].map(([latex, value]) => `$${latex} ${value}$`).join(', ');
  const hasVectors = symbols.some((id) => table.typeOf(id)?.kind === 'matrix');
  const space = hasVectors ? ` (vectors in $\\mathbb{R}^${model.dimension}$)` : '';
  return `With ${at}${space} everything known here holds, but ${seen}.`;
}

function outcome(model: Model, claim: Statement, table: SymbolTable): string | null {
  const trees = [claim.left, claim.right];
  const [left = '', right = ''] = trees.map((tree) => toLatex(tree, table));
  const [a = null, b = null] = trees.map((tree) => model.valueOf(tree));
  if (a === null || b === null) {
    const without = new Set([...(a === null ? [left] : []), ...(b === null ? [right] : [])]);
    return [...without].map((latex) => `$${latex}$ has no value`).join(' and ');
  }
  if (model.satisfies({ ...claim, operator: '=' }) === true)
    return isStrict(claim) ? `$${left}$ and $${right}$ are both $${pointLatex(a)}$` : null;
  const pairs = MORE_DIGITS.map(
    (digits) => [pointLatex(a, digits), pointLatex(b, digits)] as const,
  );
  const apart = pairs.find(([one, other]) => one !== other);
  if (!apart) return null;
  const said = [`$${left}$ is $${apart[0]}$`, `$${right}$ is $${apart[1]}$`];
  const isNumeral = [left === apart[0], right === apart[1]];
  // A side that is written as its value needs no mention, unless both sides are.
  const telling = isNumeral.every(Boolean) ? said : said.filter((_, index) => !isNumeral[index]);
  return telling.join(' and ');
}

/** Fails where both sides are equal. */
function isStrict({ operator }: Statement): boolean {
  return operator === '<' || operator === '>' || operator === '!=';
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

function pointLatex(point: Digits | readonly Digits[], digits = FEW_DIGITS): string {
  if (!isList(point)) return numberLatex(point, digits);
  const [only, ...others] = point.map((entry) => numberLatex(entry, digits));
  return others.length === 0 && only !== undefined ? only : `(${[only, ...others].join(', ')})`;
}

function matrixLatex(rows: readonly (readonly Digits[])[]): string {
  const written = rows.map((row) => row.map((entry) => numberLatex(entry)).join(' & '));
  return `\\begin{pmatrix} ${written.join(' \\\\ ')} \\end{pmatrix}`;
}

function isList(point: Digits | readonly Digits[]): point is readonly Digits[] {
  return Array.isArray(point);
}

function numberLatex(value: Digits, digits = FEW_DIGITS): string {
  for (let bottom = 1; bottom <= MOST_DENOMINATOR; bottom++) {
    const top = value.times(bottom);
    const whole = top.round();
    if (top.minus(whole).abs().gt('1e-30')) continue;
    if (bottom === 1) return whole.toFixed();
    return `${whole.isNegative() ? '-' : ''}\\frac{${whole.abs().toFixed()}}{${bottom}}`;
  }
  return `${value.toSignificantDigits(digits).toFixed()}\\ldots`;
}
