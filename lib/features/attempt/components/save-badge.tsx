'use client';

import { Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudDown,
  IconCloudOff,
  IconCloudUp,
  IconLock,
} from '@tabler/icons-react';
import type { PartState, SaveState } from '@/lib/features/attempt/room/answer-state';

const LOOK: Record<SaveState, { words: string; icon: typeof IconCheck; color: string }> = {
  saved: { words: 'Saved', icon: IconCheck, color: 'var(--nabla-right)' },
  saving: { words: 'Saving…', icon: IconCloudUp, color: 'var(--mantine-color-dimmed)' },
  offline: {
    words: 'Offline: kept on this device, sent when the connection is back',
    icon: IconCloudOff,
    color: 'var(--nabla-caution)',
  },
  failing: {
    words: 'Server trouble: kept on this device, sent again by itself',
    icon: IconCloudOff,
    color: 'var(--nabla-caution)',
  },
  conflict: { words: 'Two versions', icon: IconAlertTriangle, color: 'var(--nabla-caution)' },
  refused: { words: 'Not saved', icon: IconAlertTriangle, color: 'var(--nabla-wrong)' },
  closed: { words: 'Closed', icon: IconLock, color: 'var(--mantine-color-dimmed)' },
};

/** Worst first: what the whole room says is what its worst part says. */
const ORDER: readonly SaveState[] = [
  'refused',
  'conflict',
  'closed',
  'failing',
  'offline',
  'saving',
  'saved',
];

const LOADING = { words: 'Loading…', icon: IconCloudDown, color: 'var(--mantine-color-dimmed)' };

/** Where an answer is; null as long as that is not known. */
export function SaveBadge({ state, short }: { state: SaveState | null; short?: boolean }) {
  const { words, icon: Icon, color } = state === null ? LOADING : LOOK[state];
  return (
    <Text
      component="span"
      size="sm"
      role="status"
      style={{ color, display: 'inline-flex', alignItems: 'center', gap: 4 }}
    >
      <Icon size={16} aria-hidden="true" />
      {short ? words.split(':')[0] : words}
    </Text>
  );
}

export function worstState(parts: readonly PartState[]): SaveState {
  return ORDER.find((state) => parts.some((part) => part.state === state)) ?? 'saved';
}
