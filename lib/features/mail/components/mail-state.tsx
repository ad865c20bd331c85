'use client';

import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ShownMail } from '@/lib/features/mail/schema';
import { Time } from '@/lib/ui/time';

/** What became of the newest mail to a person; nothing where there is none. */
export function MailState({ mail }: { mail: ShownMail | null }) {
  if (!mail || mail.state === 'DROPPED') return null;
  const { state, at, words } = mail;
  if (state === 'SENT') {
    return (
      <Text size="xs" c="dimmed">
        Mail sent <Time iso={at} />
      </Text>
    );
  }
  if (state === 'QUEUED') {
    return (
      <Text size="xs" c="dimmed" maw={360}>
        Mail is on its way{words !== '' && `; it is tried again: ${words}`}
      </Text>
    );
  }
  return (
    <Text size="xs" maw={360} style={{ overflowWrap: 'anywhere' }}>
      <IconAlertTriangle size={12} aria-hidden="true" color="var(--mantine-color-red-filled)" />{' '}
      Mail failed <Time iso={at} />: {words}
    </Text>
  );
}
