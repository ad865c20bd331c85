'use client';

import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import type { Convention } from '@/lib/kinds/fields/conventions';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { LinesInput } from '@/lib/kinds/lines/lines-input';
import { visualLine } from '@/lib/kinds/lines/visual-line';
import { type DerivationAnswer, type DerivationSpec, MAX_LINES } from './answer';
import { LinePreview } from './line-preview';

const NO_LINES: readonly string[] = [];

export function Input({
  spec,
  value,
  onChange,
  label,
  disabled,
}: InputProps<DerivationSpec, DerivationAnswer>) {
  const table = useMemo(() => tableOfPart(spec), [spec]);
  const readAs = useMemo<Convention[]>(
    () => (table.ok ? [{ name: 'as declared', table: table.value }] : []),
    [table],
  );
  if (!table.ok) {
    return (
      <Alert color="red">The symbols of this part are not usable. Please tell the staff.</Alert>
    );
  }
  return (
    <LinesInput
      lines={value.lines ?? NO_LINES}
      onChange={(lines) => onChange({ lines })}
      symbols={spec.symbols}
      keyed={spec.symbols}
      more="ranges"
      visual={(text) => visualLine(text, readAs)}
      maxLines={MAX_LINES}
      label={label}
      disabled={disabled}
      preview={(index, mend) => (
        <LinePreview
          text={value.lines?.[index] ?? ''}
          number={index + 1}
          table={table.value}
          leftSides={spec.leftSides}
          onMend={mend}
        />
      )}
    />
  );
}
