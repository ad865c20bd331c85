'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { NotRead, ReadAs } from '@/lib/kinds/fields/reading-preview';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { readLine } from './read-lines';

/** How one line of a derivation is read, all its steps; never whether it is right. */
export function LinePreview({
  text,
  number,
  table,
  leftSides,
  onMend,
}: {
  text: string;
  /** Counted from 1. */
  number: number;
  table: SymbolTable;
  leftSides: readonly string[];
  onMend: ((text: string) => void) | undefined;
}) {
  const line = useMemo(
    () => readLine(text, number, table, leftSides),
    [text, number, table, leftSides],
  );
  if (line.kind === 'blank') return null;
  if (line.kind === 'label') {
    return (
      <Text size="sm" c="dimmed" role="status">
        The name of what is asked for; write what it is equal to in this line or the next.
      </Text>
    );
  }
  if (line.kind === 'unreadable') {
    return <NotRead text={text} error={line.error} onMend={onMend} />;
  }
  const steps = line.steps.map((step) => toLatex(step, table));
  return (
    <ReadAs
      latex={number === 1 ? steps.join(' = ') : ['', ...steps].join(' = ')}
      hints={line.hints}
    />
  );
}
