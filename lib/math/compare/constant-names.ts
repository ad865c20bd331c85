import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** How a constant of integration is written where nothing else is called so. */
const NAMES: ReadonlySet<string> = new Set(['C', 'c', 'const', '\\mathrm{const}', '\\text{const}']);

/** Whether a symbol is, by its name, the constant of an antiderivative. */
export function isConstantName(id: string, table: SymbolTable): boolean {
  return NAMES.has(table.latexOf(id)) || /^C_\{?\d\}?$/.test(table.latexOf(id));
}
