import { Group, Text, Title } from '@mantine/core';
import type { ComponentProps } from 'react';
import { PartBadge } from './verdict-badge';

interface PartHeadProps {
  name: string;
  part: ComponentProps<typeof PartBadge>['part'] & {
    score: number | null;
    points: number;
    open: number;
  };
  /** What is said of the points that are still open. */
  openWords: string;
  /** Nobody decides what the machine did not. */
  isFinal?: boolean;
}

/** The head of a graded part: its name, the verdict, and the score. */
export function PartHead({ name, part, openWords, isFinal = false }: PartHeadProps) {
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="sm">
        <Title order={3} size="h5">
          {name}
        </Title>
        <PartBadge part={part} isFinal={isFinal} />
      </Group>
      <Text fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {part.score ?? '–'} of {part.points}
        {part.open > 0 && (
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            ({openWords})
          </Text>
        )}
      </Text>
    </Group>
  );
}
