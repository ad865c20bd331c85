'use client';

import { Checkbox, Radio, Stack, VisuallyHidden } from '@mantine/core';
import type { InputProps } from '@/lib/kinds/contract';
import { InlineMarkdown } from '@/lib/ui/markdown';
import type { ChoiceAnswer, ChoiceSpec } from './answer';

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
