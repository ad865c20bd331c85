'use client';

import { Radio, SimpleGrid, TextInput } from '@mantine/core';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { Base } from './answer';
import { BASES } from './base-words';

const OWN = 'own';

interface BaseInputProps {
  /** How the base variable is written. */
  latex: string;
  value: Base | undefined;
  onChange: (base: Base) => void;
  disabled: boolean;
}

/** The choice of a base distribution: one with a name, or one by its own density. */
export function BaseInput({ latex, value, onChange, disabled }: BaseInputProps) {
  const own = typeof value === 'object' ? value : null;
  return (
    <>
      <Radio.Group
        data-field="base"
        label={<InlineMarkdown authored>{`Base distribution of $${latex}$`}</InlineMarkdown>}
        value={own ? OWN : typeof value === 'string' ? value : ''}
        onChange={(chosen) => {
          const named = BASES.find(({ name }) => name === chosen)?.name;
          onChange(named ?? { density: '', domain: '(0, 1)' });
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
            label={<InlineMarkdown authored>{`Density in $${latex}$`}</InlineMarkdown>}
            data-field="base-density"
            value={own.density}
            onChange={(event) => onChange({ ...own, density: event.currentTarget.value })}
            readOnly={disabled}
            placeholder="for example 2u"
          />
          <TextInput
            label="Domain"
            data-field="base-domain"
            value={own.domain}
            onChange={(event) => onChange({ ...own, domain: event.currentTarget.value })}
            readOnly={disabled}
            placeholder="(0, 1)"
          />
        </SimpleGrid>
      )}
    </>
  );
}
