'use client';

import { Text } from '@mantine/core';
import type { AwaitingAnswer, AwaitingSpec } from './awaiting';
import type { InputProps } from './contract';
import { Input as TextInput } from './text/input';

/** Answered in words until the kind has a field of its own. */
export function AwaitingInput({
  value,
  onChange,
  label,
  disabled,
}: InputProps<AwaitingSpec, AwaitingAnswer>) {
  const text = typeof value.text === 'string' ? value.text : '';
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        Write this part in words and formulas; a person reads and scores it.
      </Text>
      <TextInput
        spec={{}}
        value={{ text }}
        onChange={(answer) => onChange({ text: answer.text ?? '' })}
        label={label}
        disabled={disabled}
      />
    </>
  );
}
