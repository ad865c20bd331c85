'use client';

import { Stack, Text } from '@mantine/core';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { type FieldsAnswer, fieldText } from '@/lib/kinds/fields/answer';
import { AuthoredLine } from '@/lib/ui/authored';
import type { Convention } from './conventions';
import { type EntryField, FormulaField } from './formula-field';
import type { MoreKeys } from './symbol-keys';
import type { DeclaredSymbol } from './symbols';
import { useEntries } from './use-entries';

type Field = EntryField & { hint?: string | null };

export interface FieldsInputProps {
  fields: readonly Field[];
  symbols: readonly DeclaredSymbol[];
  /** The symbols that get a key. */
  keyed: readonly DeclaredSymbol[];
  /** How formulas are read; null while the part's symbols cannot be used. */
  conventions: readonly Convention[];
  /** Keys beyond those that the symbols call for, in a field that has none of its own. */
  more?: MoreKeys | undefined;
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
  more,
  value,
  onChange,
  label,
  disabled,
}: FieldsInputProps) {
  // Two fields may speak before the first has been drawn again; neither may undo the other.
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  const write = (name: string, text: string) => {
    latest.current = { fields: { ...latest.current.fields, [name]: text } };
    onChange(latest.current);
  };
  const first = fields[0]?.name ?? '';
  const [used, setUsed] = useState(first);
  const moreOf = (field: Field | undefined) => field?.more ?? more;
  const entries = useEntries({
    ...{ first, symbols, keyed, disabled },
    more: moreOf(fields.find(({ name }) => name === used)),
    moreOfAll: fields.map(moreOf),
  });
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      {entries.keys}
      {withHints(fields).map(({ field, above, below }) => (
        <Fragment key={field.name}>
          {above !== null && (
            <Text component="div" size="sm" c="dimmed">
              <AuthoredLine>{above}</AuthoredLine>
            </Text>
          )}
          <FormulaField
            field={{ ...field, hint: below }}
            asText={entries.asText}
            symbols={entries.symbols}
            conventions={conventions}
            value={fieldText(value, field.name)}
            onChange={(text) => write(field.name, text)}
            onFocus={() => {
              setUsed(field.name);
              entries.entered(field.name);
            }}
            onBlur={entries.left}
            disabled={disabled}
            handle={entries.register(field.name)}
          />
        </Fragment>
      ))}
      {entries.plainTextSwitch}
      {entries.fingerKeyboard}
    </Stack>
  );
}

/** A hint that several fields in a row share is said once, above them; one's own under it. */
function withHints(fields: readonly Field[]) {
  return fields.map((field, index) => {
    const hint = field.hint ?? null;
    const [before, after] = [fields[index - 1]?.hint ?? null, fields[index + 1]?.hint ?? null];
    const isShared = hint !== null && (hint === before || hint === after);
    return {
      field,
      above: isShared && hint !== before ? hint : null,
      below: isShared ? null : hint,
    };
  });
}
