'use client';

import { Stack } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { FieldsInput } from '@/lib/kinds/fields/fields-input';
import { UnusableSymbols } from '@/lib/kinds/fields/unusable-symbols';
import { usePartTable } from '@/lib/kinds/fields/use-part-table';
import { FIELDS, type ReparametrizationAnswer, type ReparametrizationSpec } from './answer';
import { BaseInput } from './base-input';
import { withNotations } from './notations';

/** The base distribution, the transformation, and the estimator. */
export function Input({
  spec,
  value,
  onChange,
  label,
  disabled,
}: InputProps<ReparametrizationSpec, ReparametrizationAnswer>) {
  const symbols = usePartTable(useMemo(() => withNotations(spec), [spec]));
  // A field may speak before a choice has been drawn; neither may undo the other.
  const latest = useRef(value);
  latest.current = value;
  const fields = useMemo(() => FIELDS.map((name) => ({ name, ...spec[name] })), [spec]);
  if (!symbols) return <UnusableSymbols />;
  const change = (changed: Partial<ReparametrizationAnswer>) => {
    latest.current = { ...latest.current, ...changed };
    onChange(latest.current);
  };
  return (
    <Stack gap="md" role="group" aria-label={label}>
      <BaseInput
        latex={baseLatex(spec)}
        value={value.base}
        onChange={(base) => change({ base })}
        disabled={disabled}
      />
      <FieldsInput
        fields={fields}
        symbols={spec.symbols}
        keyed={spec.symbols}
        conventions={symbols.conventions}
        value={{ fields: value.fields }}
        onChange={({ fields: written }) => change({ fields: written })}
        label={`${label}: transformation and estimator`}
        disabled={disabled}
      />
    </Stack>
  );
}

function baseLatex({ roles, symbols }: ReparametrizationSpec): string {
  const id = Object.entries(roles).find(([, role]) => role === 'base')?.[0];
  return symbols.find((symbol) => symbol.id === id)?.latex ?? 'u';
}
