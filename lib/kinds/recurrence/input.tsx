'use client';

import type { InputProps } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { FieldsInput } from '@/lib/kinds/fields/fields-input';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
import type { RecurrenceSpec } from './answer';

export function Input({ spec, ...rest }: InputProps<RecurrenceSpec, FieldsAnswer>) {
  const symbols = usePartTable(spec);
  if (!symbols) return <UnusableSymbols />;
  return (
    <FieldsInput
      {...rest}
      fields={spec.fields}
      symbols={spec.symbols}
      keyed={spec.symbols}
      conventions={symbols.conventions}
    />
  );
}
