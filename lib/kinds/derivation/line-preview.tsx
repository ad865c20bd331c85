'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { NotRead, ReadAs } from '@/lib/kinds/fields/reading-preview';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { DerivationSpec } from './answer';
import { readShownLine, stepsLatex } from './read-lines';

/** How one line of a derivation is read, all its steps; never whether it is right. */
export function LinePreview({
  text,
  number,
  table,
  spec,
  onMend,
}: {
  text: string;
  /** Counted from 1. */
  number: number;
  table: SymbolTable;
  spec: DerivationSpec;
  onMend: ((text: string) => void) | undefined;
}) {
  const line = useMemo(() => readShownLine(text, number, table, spec), [text, number, table, spec]);
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
  // Lines of an estimate are statements of their own; those of a derivation go on from another.
  const beginsWithEquals = spec.estimate ? line.continues : number > 1;
  return <ReadAs latex={stepsLatex(line, table, beginsWithEquals)} hints={line.hints} />;
}
