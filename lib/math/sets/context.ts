import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** What the readers of the parts of one set or relation share. */
export interface SetContext {
  readonly table: SymbolTable;
  /** The id of the symbol whose values the set holds; null where conditions cannot be read. */
  readonly variable: string | null;
  readonly hint: (sentence: string) => void;
}
