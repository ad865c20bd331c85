'use client';

import { Anchor, Badge, Button, Group, Paper, Spoiler, Stack, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { closeUnreadGroup } from '@/lib/features/review/actions';
import type { UnreadGroup } from '@/lib/features/review/unread-data';
import { Unreadable } from '@/lib/kinds/fields/unreadable';
import { InlineMarkdown } from '@/lib/ui/markdown';

interface GroupProps {
  sittingId: string;
  group: UnreadGroup;
}

/** What could not be read, part by part; what is written alike stands together. */
export function UnreadGroups({
  sittingId,
  groups,
}: {
  sittingId: string;
  groups: readonly UnreadGroup[];
}) {
  const parts = [...new Set(groups.map(({ partId }) => partId))];
  return (
    <Stack gap="xl">
      {parts.map((partId) => (
        <Stack key={partId} component="section" gap="sm" aria-label={`Part ${partId}`}>
          <Title order={2} size="h4">
            Part {partId}
          </Title>
          {groups
            .filter((group) => group.partId === partId)
            .map((group) => (
              <GroupCard
                key={JSON.stringify([group.check, group.text])}
                {...{ sittingId, group }}
              />
            ))}
        </Stack>
      ))}
    </Stack>
  );
}

function GroupCard({ sittingId, group }: GroupProps) {
  const { check, text, examples, place, message, attempts } = group;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <Group gap="xs">
            <Badge variant="default" tt="none" fw={500}>
              {attempts.length} {attempts.length === 1 ? 'answer' : 'answers'}
            </Badge>
            <Text size="sm" fw={500}>
              {text === null ? `${check}: words without mathematics` : check}
            </Text>
          </Group>
          <CloseButton {...{ sittingId, group }} />
        </Group>
        {examples.map((example, index) => (
          <div key={example}>
            <Unreadable text={example} at={index === 0 ? place : { start: 0, end: 0 }} />
          </div>
        ))}
        {text !== null && (
          <Text component="div" size="sm" c="dimmed">
            <InlineMarkdown>{message}</InlineMarkdown>
          </Text>
        )}
        <Spoiler maxHeight={24} showLabel="All of them" hideLabel="Fewer">
          <Text size="sm">
            {attempts.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Anchor
                  component={Link}
                  href={`/staff/attempts/${id}?state=unread#${group.partId}`}
                  inherit
                >
                  {name}
                </Anchor>
              </span>
            ))}
          </Text>
        </Spoiler>
      </Stack>
    </Paper>
  );
}

/** One decision for the group, after a question. */
function CloseButton({ sittingId, group }: GroupProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const { partId, check, text, attempts } = group;
  const alone = attempts.filter(({ onlyThis }) => onlyThis).length;
  const close = async () => {
    setBusy(true);
    const reason = text === null ? 'Words without mathematics.' : 'Not readable as mathematics.';
    const closed = await closeUnreadGroup({ sittingId, partId, check, text, reason }).catch(
      () => null,
    );
    setBusy(false);
    if (closed?.ok) {
      const { closed: done, left } = closed.value;
      const rest = left > 0 ? ` ${left} still wait for something else.` : '';
      notifications.show({ message: `${done} decided.${rest}` });
    } else {
      notifications.show({
        color: 'red',
        title: 'Not decided',
        message: closed?.error.message ?? 'The server cannot be reached. Look what was stored.',
      });
    }
    router.refresh();
  };
  const ask = () =>
    modals.openConfirmModal({
      title: 'Nothing for what cannot be read?',
      children: (
        <Text size="sm">
          Part {partId} of {alone} {alone === 1 ? 'student keeps' : 'students keeps'} the points
          that are certain already, and gets none for {check}. You can change each of them later.
          {alone < attempts.length &&
            ` ${attempts.length - alone} more wait for something else too.`}
        </Text>
      ),
      labels: { confirm: 'No points for it', cancel: 'Cancel' },
      onConfirm: () => void close(),
    });
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={busy}
      disabled={alone === 0}
      aria-label={`No points for ${check} of part ${partId}: ${attempts.length}`}
      onClick={ask}
    >
      No points for it
    </Button>
  );
}
