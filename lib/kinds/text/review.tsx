'use client';

import { List, Stack, Text } from '@mantine/core';
import type { ReviewProps } from '@/lib/kinds/contract';
import { AuthoredLine } from '@/lib/ui/authored';
import { Markdown } from '@/lib/ui/markdown';
import type { TextAnswer, TextKey, TextSpec } from './answer';

export function Review({ reference, answer, label }: ReviewProps<TextSpec, TextKey, TextAnswer>) {
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Markdown>{answer.text ?? ''}</Markdown>
      {reference && reference.key.rubric.length > 0 && (
        <>
          <Text size="sm" fw={500}>
            What is looked for
          </Text>
          <List size="sm">
            {reference.key.rubric.map(({ text, points }) => (
              <List.Item key={text}>
                <AuthoredLine>{text}</AuthoredLine> ({points})
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
