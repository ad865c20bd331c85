'use client';

import { Checkbox, Radio, Stack } from '@mantine/core';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { InputProps } from '../contract';
import type { ChoiceAnswer, ChoiceSpec } from './schema';

export function Input({
  spec,
  value,
  onChange,
  label,
  disabled,
}: InputProps<ChoiceSpec, ChoiceAnswer>) {
  const selected = value.selected ?? [];
  const options = spec.options.map(({ id, text }) => ({
    id,
    label: <InlineMarkdown>{text}</InlineMarkdown>,
  }));
  if (spec.multiple) {
    return (
      <Checkbox.Group
        aria-label={label}
        value={selected}
        onChange={(ids) => onChange({ selected: ids })}
      >
        <Stack gap="xs">
          {options.map((option) => (
            <Checkbox key={option.id} value={option.id} label={option.label} disabled={disabled} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group
      aria-label={label}
      value={selected[0] ?? ''}
      onChange={(id) => onChange({ selected: [id] })}
    >
      <Stack gap="xs">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} label={option.label} disabled={disabled} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
