import { Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What an empty list says: that it is empty, and what to do next. */
export function EmptyState({
  title,
  order = 3,
  children,
}: {
  title: string;
  /** The level of its heading: one below the heading that it stands under. */
  order?: 2 | 3;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="xl">
      <Stack gap={6} align="start">
        <Title order={order} size="h5">
          {title}
        </Title>
        <Text size="sm" c="dimmed" component="div">
          {children}
        </Text>
      </Stack>
    </Paper>
  );
}
