'use client';

import { List } from '@mantine/core';
import type { ReviewProps } from '@/lib/kinds/contract';
import { AuthoredLine } from '@/lib/ui/authored';
import type { ChoiceAnswer, ChoiceKey, ChoiceSpec } from './answer';

export function Review({
  spec,
  reference,
  answer,
  label,
}: ReviewProps<ChoiceSpec, ChoiceKey, ChoiceAnswer>) {
  const selected = answer.selected ?? [];
  return (
    <List aria-label={label} spacing={4}>
      {spec.options.map(({ id, text }) => {
        const notes = [
          selected.includes(id) && 'your choice',
          reference?.key.right.includes(id) && 'right',
        ].filter((note) => typeof note === 'string');
        return (
          <List.Item key={id} fw={selected.includes(id) ? 600 : 400}>
            <AuthoredLine>{text}</AuthoredLine>
            {notes.length > 0 && ` (${notes.join(', ')})`}
          </List.Item>
        );
      })}
    </List>
  );
}
