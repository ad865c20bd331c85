'use client';

import { Paper, Stack, Text, Textarea } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { InputProps } from '@/lib/kinds/contract';
import { Markdown } from '@/lib/ui/markdown';
import { MAX_TEXT_LENGTH, type TextAnswer, type TextSpec } from './answer';

/** Words with `$…$`, typeset below as one writes. */
export function Input({ value, onChange, label, disabled }: InputProps<TextSpec, TextAnswer>) {
  const text = value.text ?? '';
  const settled = useDeferredValue(text);
  return (
    <Stack gap="xs">
      <Textarea
        aria-label={label}
        data-field="text"
        description="Mathematics between dollar signs is typeset: $\frac{a}{b}$"
        value={text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        readOnly={disabled}
        autosize
        minRows={4}
        maxRows={24}
        maxLength={MAX_TEXT_LENGTH}
        size="md"
      />
      {settled.includes('$') && (
        <Paper withBorder p="sm" role="status" aria-label="Typeset">
          <Text size="xs" c="dimmed" mb={4}>
            Typeset
          </Text>
          <Markdown>{settled}</Markdown>
        </Paper>
      )}
    </Stack>
  );
}
