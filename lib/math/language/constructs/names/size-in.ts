import type { Dimension } from '@/lib/math/core/declaration';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** The size in the index of `I_n` or `\mathbf 1_n`; null where it is none. */
export function sizeIn(sub: readonly Item[], table: SymbolTable): Dimension | null {
  const written = canonical(sub);
  const named = table.dimensions.get(written);
  if (named !== undefined) return named;
  return /^[1-9]\d?$/.test(written) ? Number(written) : null;
}

/** The same, where it has to be one. Throws `MathProblem`. */
export function requiredSize(sub: readonly Item[], item: Item, table: SymbolTable): Dimension {
  const size = sizeIn(sub, table);
  if (size !== null) return size;
  throw problem('This is no size of an identity matrix here.', item.start, item.end, 'a size');
}
