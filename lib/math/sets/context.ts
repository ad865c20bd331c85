import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** What the readers of the parts of one set or relation share. */
export interface SetContext {
  readonly table: SymbolTable;
  /** The id of the symbol whose values the set holds; null where conditions cannot be read. */
  readonly variable: string | null;
  readonly hint: (sentence: string) => void;
  /**
   * Whether a comma or the word “and” between parts is taken for the other of what it may mean, all
   * of them or any.
   */
  readonly isTurned: boolean;
  /** Is told where there is such a comma or word. */
  readonly onLoose: () => void;
}

/** What was read, and what it is where its commas and its “and” mean the other of what they may. */
export interface EitherWay<Value> {
  value: Value;
  /** Null where there is no such comma or word. */
  otherwise: Value | null;
  hints: readonly string[];
}

/** Reads as written, and a second time where a comma or the word “and” may mean something else. */
export function eitherWay<Value>(
  table: SymbolTable,
  variable: string | null,
  reading: (context: SetContext) => Value,
): EitherWay<Value> {
  const hints = new Set<string>();
  let isLoose = false;
  const contextOf = (isTurned: boolean): SetContext => ({
    table,
    variable,
    isTurned,
    hint: (sentence) => hints.add(sentence),
    onLoose: () => {
      isLoose = true;
    },
  });
  const value = reading(contextOf(false));
  return { value, otherwise: isLoose ? reading(contextOf(true)) : null, hints: [...hints] };
}
