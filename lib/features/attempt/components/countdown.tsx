'use client';

import { Text, VisuallyHidden } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { RoomView } from '@/lib/features/attempt/room/room-session';
import { useSecondsLeft } from './use-remaining-time';

/** When it is said how little is left, the least first. */
const WARNINGS = [
  { seconds: 0, words: 'The time is over.' },
  { seconds: 60, words: 'One minute or less is left.' },
  { seconds: 5 * 60, words: 'Five minutes or less are left.' },
  { seconds: 10 * 60, words: 'Ten minutes or less are left.' },
] as const;

/** The time left; amber from ten minutes on, and said to screen readers at ten, five and one. Null: not known yet. */
export function Countdown({ server }: { server: RoomView['server'] }) {
  const left = useSecondsLeft(server);
  const seconds = left === null ? null : Math.max(0, left);
  const warning = WARNINGS.find((each) => seconds !== null && seconds <= each.seconds);
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
      <VisuallyHidden role="status">{warning?.words}</VisuallyHidden>
    </>
  );
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
