'use client';

import { Checkbox, Radio, Stack, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { shuffled } from '@/lib/kinds/shuffled';
import { AuthoredLine } from '@/lib/ui/authored';
import { withoutPictures } from '@/lib/ui/typeset/pictures';
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
  const group = { 'data-field': 'choice', label: <VisuallyHidden>{label}</VisuallyHidden> };
  const option = ({ id, text }: ChoiceSpec['options'][number]) => ({
    value: id,
    label: <AuthoredLine>{text}</AuthoredLine>,
    // Typeset mathematics alone is no name that every screen reader finds.
    'aria-label': withoutPictures(text).replaceAll('$', ''),
    disabled,
  });
  if (spec.multiple) {
    return (
      <Checkbox.Group {...group} value={selected} onChange={(ids) => onChange({ selected: ids })}>
        <Stack gap="xs">
          {order.map((each) => (
            <Checkbox key={each.id} {...option(each)} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group
      {...group}
      value={selected[0] ?? ''}
      onChange={(id) => onChange({ selected: [id] })}
    >
      <Stack gap="xs">
        {order.map((each) => (
          <Radio key={each.id} {...option(each)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
