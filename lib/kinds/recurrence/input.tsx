'use client';

import { Alert } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { Convention } from '@/lib/kinds/fields/conventions';
import { FieldsInput } from '@/lib/kinds/fields/fields-input';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { RecurrenceSpec } from './answer';

export function Input({ spec, ...rest }: InputProps<RecurrenceSpec, FieldsAnswer>) {
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
    <FieldsInput
      {...rest}
      fields={spec.fields}
      symbols={spec.symbols}
      keyed={spec.symbols}
      conventions={readAs}
    />
  );
}
