'use client';

import { Stack } from '@mantine/core';
import { useRef } from 'react';
import type { DeclaredSymbol } from '../symbols';
import type { Convention } from './conventions';
import { FormulaField } from './formula-field';
import { type FieldsAnswer, fieldText } from './schema';
import { useEntries } from './use-entries';

export interface FieldsInputProps {
  fields: readonly {
    name: string;
    label: string;
    leftSides: readonly string[];
    hint?: string | null;
  }[];
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** How formulas are read; null while the part's symbols cannot be used. */
  conventions: readonly Convention[];
  value: FieldsAnswer;
  onChange: (answer: FieldsAnswer) => void;
  label: string;
  disabled: boolean;
}

/** Labelled formula fields with one row of keys between them. */
export function FieldsInput({
  fields,
  symbols,
  keyed,
  conventions,
  value,
  onChange,
  label,
  disabled,
}: FieldsInputProps) {
  // Two fields may speak before the first has been drawn again; neither may undo the other.
  const latest = useRef(value);
  latest.current = value;
  const write = (name: string, text: string) => {
    latest.current = { fields: { ...latest.current.fields, [name]: text } };
    onChange(latest.current);
  };
  const entries = useEntries({ first: fields[0]?.name ?? '', symbols, keyed, disabled });
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      {entries.keys}
      {fields.map((field) => (
        <FormulaField
          key={field.name}
          field={field}
          asText={entries.asText}
          symbols={entries.symbols}
          conventions={conventions}
          value={fieldText(value, field.name)}
          onChange={(text) => write(field.name, text)}
          onFocus={() => entries.entered(field.name)}
          disabled={disabled}
          handle={entries.register(field.name)}
        />
      ))}
      {entries.plainTextSwitch}
    </Stack>
  );
}
