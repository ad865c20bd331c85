import { chainName, type Factor } from '@/lib/kinds/plan/cost/chain';
import type { Work } from '@/lib/kinds/plan/cost/ledger';
import { grouped } from '@/lib/kinds/plan/cost/sizes';
import type { Waste } from '@/lib/kinds/plan/cost/waste';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** What the student calls a thing, by its key. */
export type Names = ReadonlyMap<string, string>;

export function namesOf(works: readonly Work[]): Names {
  return new Map(
    works.toReversed().flatMap(({ key, names: [name] }) => (name ? [[key, name] as const] : [])),
  );
}

/** What is said where no order could be cheaper. */
export function orderPraise({ optimum }: Waste): string {
  return `No product costs more than it must. With nothing computed twice that makes ${grouped(optimum.cost)} multiply-adds, and no plan needs fewer.`;
}

/** What is out of order, with its cost; null where nothing is. */
export function orderFault(
  { order, unused }: Waste,
  names: Names,
  table: SymbolTable,
): string | null {
  const sentences = [
    ...order.map(({ work, instead }) => {
      const what = work.isMatrixProduct ? 'is a matrix–matrix product: ' : 'costs ';
      const other = instead
        ? ` where $${productLatex(instead.left, names, table)} ${productLatex(instead.right, names, table)}$ needs ${grouped(instead.cost)}`
        : ' where the best order needs none such';
      return `Line ${work.line}, $${work.latex}$, ${what}${grouped(work.cost)} multiply-adds${other}.`;
    }),
    ...unused.map(
      ({ line, latex, cost }) =>
        `Line ${line}, $${latex}$, is used by no output and costs ${grouped(cost)} multiply-adds.`,
    ),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** What is computed more than once, with its cost; null where nothing is. */
export function reuseFault(
  { repeated, unshared }: Waste,
  names: Names,
  table: SymbolTable,
): string | null {
  const sentences = [
    ...repeated.slice(0, 3).map(([first, ...again]) => {
      const lines = [...new Set(again.map(({ line }) => line))].filter(
        (line) => line !== first.line,
      );
      const where =
        lines.length === 0
          ? `more than once in line ${first.line}`
          : `in line ${first.line} and again in ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(' and ')}`;
      const times = again.length === 1 ? 'twice' : `${again.length + 1} times`;
      return `$${first.latex}$ is computed ${where}: ${grouped(first.cost)} multiply-adds ${times}.`;
    }),
    ...unshared
      .slice(0, 2)
      .map(
        ({ left, right, cost }) =>
          `$${productLatex(left, names, table)} ${productLatex(right, names, table)}$, computed once for ${grouped(cost)} multiply-adds, would serve more than one output.`,
      ),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** A factor, what the student calls the product of several, or that product in parentheses. */
function productLatex(factors: readonly Factor[], names: Names, table: SymbolTable): string {
  const [only] = factors;
  if (only && factors.length === 1) {
    const latex = table.latexOf(only.id);
    return only.turned ? `{${latex}}^{\\top}` : latex;
  }
  const { key } = chainName(factors);
  const written = factors.map((factor) => productLatex([factor], names, table)).join(' ');
  return names.get(key) ?? `\\left(${written}\\right)`;
}
