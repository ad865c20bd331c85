'use client';

import { Group, Stack, Text } from '@mantine/core';
import { Markdown } from '@/lib/ui/markdown';
import { Time } from '@/lib/ui/time';
import { type PartNames, useRoomNotices } from './use-notices';

const KINDS = {
  ANNOUNCEMENT: 'Announcement',
  ERRATUM: 'Correction',
  ANSWER: 'Answer',
  TIME: 'Time',
} as const;

interface Entry {
  id: string;
  heading: string;
  partId: string | null;
  text: string;
  at: string;
  /** A question that nobody has answered. */
  isOpen: boolean;
}

/** What was told and asked, newest first. */
export function Told({ nameOf }: Pick<PartNames, 'nameOf'>) {
  const { notices, questions } = useRoomNotices();
  const entries: Entry[] = [
    ...notices.map((notice) => ({ ...notice, heading: KINDS[notice.kind], isOpen: false })),
    ...questions.map((question) => ({
      ...question,
      heading: 'You asked',
      isOpen: !question.isAnswered,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing was said yet. What the staff tell everybody, and what they answer you, stands here.
      </Text>
    );
  }
  return entries.map(({ id, heading, partId, text, at, isOpen }) => (
    <Stack key={id} gap={2} component="article">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {heading}
        </Text>
        <Text size="xs" c="dimmed">
          <Time iso={at} />
        </Text>
      </Group>
      {partId !== null && (
        <Text size="xs" c="dimmed">
          {nameOf(partId)}
        </Text>
      )}
      <Markdown>{text}</Markdown>
      {isOpen && (
        <Text size="xs" c="dimmed">
          Not answered yet.
        </Text>
      )}
    </Stack>
  ));
}
