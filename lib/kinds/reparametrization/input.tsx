'use client';

import { Alert, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMemo, useRef } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import type { Convention } from '@/lib/kinds/fields/conventions';
import { FieldsInput } from '@/lib/kinds/fields/fields-input';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import { InlineMarkdown } from '@/lib/ui/markdown';
import {
  type Base,
  FIELDS,
  type ReparametrizationAnswer,
  type ReparametrizationSpec,
} from './answer';
import { BASES } from './base-words';

const OWN = 'own';

/** The base distribution, the transformation, and the estimator. */
export function Input({
  spec,
  value,
  onChange,
  label,
  disabled,
}: InputProps<ReparametrizationSpec, ReparametrizationAnswer>) {
  const table = useMemo(() => tableOfPart(spec), [spec]);
  const readAs = useMemo<Convention[]>(
    () => (table.ok ? [{ name: 'as declared', table: table.value }] : []),
    [table],
  );
  // A field may speak before a choice has been drawn; neither may undo the other.
  const latest = useRef(value);
  latest.current = value;
  const fields = useMemo(() => FIELDS.map((name) => ({ name, ...spec[name] })), [spec]);
  if (!table.ok) {
    return (
      <Alert color="red">The symbols of this part are not usable. Please tell the staff.</Alert>
    );
  }
  const { base } = value;
  const own = typeof base === 'object' ? base : null;
  const change = (changed: Partial<ReparametrizationAnswer>) => {
    latest.current = { ...latest.current, ...changed };
    onChange(latest.current);
  };
  const choose = (chosen: Base) => change({ base: chosen });
  return (
    <Stack gap="md" role="group" aria-label={label}>
      <Radio.Group
        data-field="base"
        label={
          <InlineMarkdown authored>{`Base distribution of $${baseLatex(spec)}$`}</InlineMarkdown>
        }
        value={own ? OWN : typeof base === 'string' ? base : ''}
        onChange={(chosen) => {
          const named = BASES.find(({ name }) => name === chosen)?.name;
          choose(named ?? { density: '', domain: '(0, 1)' });
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={6}>
          {BASES.map(({ name, words }) => (
            <Radio
              key={name}
              value={name}
              disabled={disabled}
              label={<InlineMarkdown authored>{words}</InlineMarkdown>}
            />
          ))}
          <Radio value={OWN} disabled={disabled} label="by its own density" />
        </SimpleGrid>
      </Radio.Group>
      {own && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          <TextInput
            label={<InlineMarkdown authored>{`Density in $${baseLatex(spec)}$`}</InlineMarkdown>}
            data-field="base-density"
            value={own.density}
            onChange={(event) => choose({ ...own, density: event.currentTarget.value })}
            readOnly={disabled}
            placeholder="for example 2u"
          />
          <TextInput
            label="Domain"
            data-field="base-domain"
            value={own.domain}
            onChange={(event) => choose({ ...own, domain: event.currentTarget.value })}
            readOnly={disabled}
            placeholder="(0, 1)"
          />
        </SimpleGrid>
      )}
      <FieldsInput
        fields={fields}
        symbols={spec.symbols}
        keyed={spec.symbols}
        conventions={readAs}
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
