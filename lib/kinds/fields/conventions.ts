import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import type { MathError } from '@/lib/math/core/error';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { fail, ok, type Result } from '@/lib/result';
import { type ReadField, readField } from './read-field';
import {
  type DeclaredShape,
  type DeclaredSymbol,
  type ReadingOptions,
  tableOfPart,
} from './symbols';

/**
 * Ways to understand a part's symbols. A gradient symbol such as ∂l/∂f may be meant as a row or as a
 * column; where the author says so, an answer may use either, and is read under the first
 * convention in which its shapes fit.
 */
export interface Convention {
  name: 'as declared' | 'transposed';
  table: SymbolTable;
}

/** What of a part's public spec decides how its formulas are read. */
interface ReadingSpec {
  symbols: readonly DeclaredSymbol[];
  reading: ReadingOptions;
  /** Ids of gradient symbols that may be meant as rows or as columns. */
  eitherOrientation: readonly string[];
}

/** The conventions of a part, the declared one first; `hidden` symbols are known to the grader only. */
export function conventions(
  spec: ReadingSpec,
  hidden: readonly SymbolDeclaration[] = [],
): Result<readonly Convention[], MathError[]> {
  const declared = tableOfPart(spec, hidden);
  if (!declared.ok) return declared;
  const asDeclared: Convention = { name: 'as declared', table: declared.value };
  if (spec.eitherOrientation.length === 0) return ok([asDeclared]);
  const symbols = spec.symbols.map((symbol) => {
    const { type } = symbol;
    if (type.kind !== 'matrix' || !spec.eitherOrientation.includes(symbol.id)) return symbol;
    const shape: DeclaredShape = [type.shape[1], type.shape[0]];
    return { ...symbol, type: { ...type, shape } };
  });
  const transposed = tableOfPart({ ...spec, symbols }, hidden);
  if (!transposed.ok) return transposed;
  return ok([asDeclared, { name: 'transposed', table: transposed.value }]);
}

export interface ConventionReading {
  reading: ReadField;
  convention: Convention;
}

/** Reads a field under the first convention that fits it; the error is that of the declared one. */
export function readByConvention(
  text: string,
  candidates: readonly Convention[],
  leftSides: readonly string[],
): Result<ConventionReading, MathError> {
  let first: MathError | undefined;
  for (const convention of candidates) {
    const reading = readField(text, convention.table, leftSides);
    if (reading.ok) return ok({ reading: reading.value, convention });
    first ??= reading.error;
  }
  return fail(first ?? { message: 'there is no convention to read this by', start: 0, end: 0 });
}

/** What was read under either convention as an expression in the symbols as they are declared. */
export function asDeclared(
  { reading, convention }: ConventionReading,
  eitherOrientation: readonly string[],
): Tree {
  if (convention.name === 'as declared') return reading.tree;
  return substitute(reading.tree, (id) =>
    eitherOrientation.includes(id) ? { kind: 'transpose', operand: { kind: 'symbol', id } } : null,
  );
}
