'use client';

import { Burger, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { SaveState } from '@/lib/features/attempt/answer-state';
import { Mark } from '@/lib/ui/logo';
import { Countdown } from './countdown';
import { SaveBadge } from './save-badge';

/** The bar on top: which exam, whether all is saved, the time left, and the way out. */
export const RoomBar = memo(function RoomBar({
  title,
  state,
  remaining,
  railOpen,
  onRail,
  onSubmit,
}: {
  title: string;
  /** Null as long as it is not known what the server has. */
  state: SaveState | null;
  remaining: number | null;
  railOpen: boolean;
  onRail: () => void;
  onSubmit: () => void;
}) {
  return (
    <Group h="100%" justify="space-between" wrap="nowrap" gap="sm">
      <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
        <Burger
          opened={railOpen}
          onClick={onRail}
          hiddenFrom="md"
          size="sm"
          aria-label={railOpen ? 'Close the list of assignments' : 'Open the list of assignments'}
        />
        <Text component="span" visibleFrom="sm" c="var(--mantine-primary-color-light-color)" lh={0}>
          <Mark />
        </Text>
        <VisuallyHidden component="h1">{title}</VisuallyHidden>
        <Text fw={600} truncate visibleFrom="sm" size="md" aria-hidden="true">
          {title}
        </Text>
      </Group>
      <Group gap="md" wrap="nowrap">
        <SaveBadge state={state} short />
        <Countdown remaining={remaining} />
        <Button size="sm" onClick={onSubmit} disabled={state === null}>
          Submit
        </Button>
      </Group>
    </Group>
  );
});
