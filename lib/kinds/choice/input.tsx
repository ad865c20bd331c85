'use client';

import { Checkbox, Radio, Stack, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { shuffled } from '@/lib/kinds/shuffled';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { ChoiceAnswer, ChoiceSpec } from './answer';

export function Input({
  spec,
  value,
  onChange,
  seed,
  label,
  disabled,
}: InputProps<ChoiceSpec, ChoiceAnswer>) {
  const selected = value.selected ?? [];
  const order = useMemo(
    () => (spec.shuffle ? shuffled(spec.options, seed) : spec.options),
    [spec, seed],
  );
  const options = order.map(({ id, text }) => ({
    id,
    label: <InlineMarkdown authored>{text}</InlineMarkdown>,
    // Typeset mathematics alone is no name that every screen reader finds.
    name: text.replaceAll('$', ''),
  }));
  if (spec.multiple) {
    return (
      <Checkbox.Group
        data-field="choice"
        label={<VisuallyHidden>{label}</VisuallyHidden>}
        value={selected}
        onChange={(ids) => onChange({ selected: ids })}
      >
        <Stack gap="xs">
          {options.map((option) => (
            <Checkbox
              key={option.id}
              value={option.id}
              label={option.label}
              aria-label={option.name}
              disabled={disabled}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group
      data-field="choice"
      label={<VisuallyHidden>{label}</VisuallyHidden>}
      value={selected[0] ?? ''}
      onChange={(id) => onChange({ selected: [id] })}
    >
      <Stack gap="xs">
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            label={option.label}
            aria-label={option.name}
            disabled={disabled}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
