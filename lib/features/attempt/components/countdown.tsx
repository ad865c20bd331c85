'use client';

import { Text, VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { RoomView } from '@/lib/features/attempt/room/room-session';
import { useSecondsLeft } from './use-remaining-time';

const WARNING_S = 10 * 60;

/** The time left; amber at ten minutes, said once to screen readers. Null: not known yet. */
export function Countdown({ server }: { server: RoomView['server'] }) {
  const left = useSecondsLeft(server);
  const seconds = left === null ? null : Math.max(0, left);
  const warning = seconds !== null && seconds <= WARNING_S;
  return (
    <>
      <Text
        component="span"
        role="timer"
        aria-label="Time left"
        fw={600}
        style={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 6,
          fontVariantNumeric: 'tabular-nums',
          whiteSpace: 'nowrap',
          ...(warning && { color: 'var(--nabla-caution)' }),
        }}
      >
        <IconClock size={18} aria-hidden="true" />
        {seconds === null ? '–:––' : clock(seconds)}
      </Text>
      <VisuallyHidden role="status">
        {warning && seconds !== 0 ? 'Ten minutes or less are left.' : ''}
        {seconds === 0 ? 'The time is over.' : ''}
      </VisuallyHidden>
    </>
  );
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
