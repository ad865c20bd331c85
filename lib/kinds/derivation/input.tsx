'use client';

import type { InputProps } from '@/lib/kinds/contract';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
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
  const symbols = usePartTable(spec);
  if (!symbols) return <UnusableSymbols />;
  const { table, conventions } = symbols;
  return (
    <LinesInput
      lines={value.lines ?? NO_LINES}
      onChange={(lines) => onChange({ lines })}
      symbols={spec.symbols}
      forms={[spec.quantity, ...spec.leftSides, ...(spec.estimate?.names.objective ?? [])]}
      keyed={spec.symbols}
      more="ranges"
      visual={(text) => visualLine(text, conventions)}
      maxLines={MAX_LINES}
      label={label}
      disabled={disabled}
      preview={(index, mend) => (
        <LinePreview
          text={value.lines?.[index] ?? ''}
          number={index + 1}
          table={table}
          spec={spec}
          onMend={mend}
        />
      )}
    />
  );
}
