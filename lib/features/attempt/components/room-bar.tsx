'use client';

import { Burger, Button, Group, Text, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RoomView } from '@/lib/features/attempt/room/room-session';
import { Mark } from '@/lib/ui/logo';
import { Countdown } from './countdown';
import { SaveBadge, worstState } from './save-badge';
import { useParts } from './use-parts';

/** The bar on top: which exam, whether all is saved, the time left, and the way out. */
export function RoomBar({
  title,
  server,
  railOpen,
  onRail,
  onSubmit,
  children,
}: {
  title: string;
  /** Null as long as it is not known what the server has. */
  server: RoomView['server'];
  railOpen: boolean;
  onRail: () => void;
  onSubmit: () => void;
  /** What stands before the save state. */
  children: ReactNode;
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
        {children}
        <RoomSaveState loading={server === null} />
        <Countdown server={server} />
        <Button size="sm" onClick={onSubmit} disabled={server === null}>
          Submit
        </Button>
      </Group>
    </Group>
  );
}

/** Whether all is saved. */
function RoomSaveState({ loading }: { loading: boolean }) {
  const worst = useParts((parts) => worstState(Object.values(parts)));
  return <SaveBadge state={loading ? null : worst} short />;
}
