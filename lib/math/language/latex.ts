import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { printers } from './constructs';
import { Printer } from './printer';

/** LaTeX of an expression; reading it again with the same table gives the same tree. */
export function toLatex(tree: Tree, table: SymbolTable): string {
  return new Printer(table, printers).plain(tree);
}
