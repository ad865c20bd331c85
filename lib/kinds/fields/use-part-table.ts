'use client';

import { useMemo } from 'react';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Convention } from './conventions';
import { tableOfPart } from './symbols';

/** The table by which a part's formulas are read, also as the only convention; null where it cannot be made. */
export function usePartTable(
  spec: Parameters<typeof tableOfPart>[0],
): { table: SymbolTable; conventions: readonly Convention[] } | null {
  return useMemo(() => {
    const table = tableOfPart(spec);
    if (!table.ok) return null;
    return {
      table: table.value,
      conventions: [{ name: 'as declared', table: table.value }],
    };
  }, [spec]);
}
