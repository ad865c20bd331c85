'use client';

import { Stack, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import type { AtomicSymbol } from '@/lib/ui/math-field';
import type { DeclaredSymbol } from '../symbols';
import type { Convention } from './conventions';
import { FormulaField, type FormulaFieldHandle } from './formula-field';
import { type FieldsAnswer, fieldText } from './schema';
import { type Key, keysOf, macroName, SymbolKeys } from './symbol-keys';

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
  // One habit for all parts: who types plain text does so everywhere.
  const [asText, setAsText] = useLocalStorage({ key: 'nabla.plain-text', defaultValue: false });
  const handles = useRef(new Map<string, FormulaFieldHandle>());
  const lastFocused = useRef(fields[0]?.name ?? '');
  const keys = useMemo(() => keysOf(keyed), [keyed]);
  const atomic = useMemo(() => symbols.map(atomicSymbol), [symbols]);

  // Two fields may speak before the first has been drawn again; neither may undo the other.
  const latest = useRef(value);
  latest.current = value;
  const write = (name: string, text: string) => {
    latest.current = { fields: { ...latest.current.fields, [name]: text } };
    onChange(latest.current);
  };
  const press = (key: Key) => handles.current.get(lastFocused.current)?.type(key);
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <SymbolKeys keys={keys} onKey={press} disabled={disabled} />
      {fields.map((field) => (
        <FormulaField
          key={field.name}
          field={field}
          asText={asText}
          symbols={atomic}
          conventions={conventions}
          value={fieldText(value, field.name)}
          onChange={(text) => write(field.name, text)}
          onFocus={() => {
            lastFocused.current = field.name;
          }}
          disabled={disabled}
          handle={(handle) => {
            if (handle) handles.current.set(field.name, handle);
            else handles.current.delete(field.name);
          }}
        />
      ))}
      <Switch
        size="sm"
        label="Type as plain text"
        checked={asText}
        onChange={(event) => setAsText(event.currentTarget.checked)}
      />
    </Stack>
  );
}

/** Long ids are typed as they are; short ones would catch ordinary products such as `xt`. */
function atomicSymbol({ id, latex }: DeclaredSymbol): AtomicSymbol {
  const typable = /^[A-Za-z]{3,}$/.test(id) && !latex.startsWith(`\\${id}`);
  return { name: macroName(id), latex, ...(typable && { shortcut: id }) };
}
