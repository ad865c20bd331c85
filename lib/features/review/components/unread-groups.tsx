'use client';

import { Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
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
              <GroupCard key={JSON.stringify(group.text)} {...{ sittingId, group }} />
            ))}
        </Stack>
      ))}
    </Stack>
  );
}

function GroupCard({ sittingId, group }: GroupProps) {
  const { checks, text, examples, place, message, attempts } = group;
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Group justify="space-between" align="start">
          <Group gap="xs">
            <Badge variant="default" tt="none" fw={500}>
              {attempts.length} {attempts.length === 1 ? 'answer' : 'answers'}
            </Badge>
            <Text size="sm" fw={500}>
              {text === null ? 'Words without mathematics' : checks.join(', ')}
            </Text>
          </Group>
          <DecideButtons {...{ sittingId, group }} />
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
        <Students partId={group.partId} attempts={attempts} />
        {attempts.every(({ onlyThis }) => !onlyThis) && (
          <Text size="sm" c="dimmed">
            Something else in {attempts.length === 1 ? 'this answer' : 'each of these answers'}{' '}
            waits too, so decide in the script.
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** As many are named at first as fit into a line or two. */
const NAMED = 12;

/** Whose answers these are, each a way to the script. */
function Students({ partId, attempts }: Pick<UnreadGroup, 'partId' | 'attempts'>) {
  const [all, setAll] = useState(false);
  const more = attempts.length - NAMED;
  return (
    <Text size="sm" component="div">
      {attempts.slice(0, all ? undefined : NAMED).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Anchor component={Link} href={`/staff/attempts/${id}?state=unread#${partId}`} inherit>
            {name}
          </Anchor>
        </span>
      ))}
      {more > 0 && (
        <>
          {' '}
          <Anchor
            component="button"
            type="button"
            inherit
            aria-expanded={all}
            onClick={() => setAll((open) => !open)}
          >
            {all ? 'Fewer' : `and ${more} more`}
          </Anchor>
        </>
      )}
    </Text>
  );
}

type Award = 'none' | 'all';

/** What is asked before a group is decided, and what is kept as the reason. */
const WORDS = {
  none: {
    button: 'No points for it',
    title: 'Nothing for what cannot be read?',
    gets: 'gets none for',
    reason: 'Not readable as mathematics.',
  },
  all: {
    button: 'All points for it',
    title: 'All points for what cannot be read?',
    gets: 'gets all that wait for',
    reason: 'Right, though the machine could not read it.',
  },
} as const;

/** One decision for the group, after a question. */
function DecideButtons({ sittingId, group }: GroupProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<Award | null>(null);
  const { partId, checks, text, attempts } = group;
  const alone = attempts.filter(({ onlyThis }) => onlyThis).length;
  const decide = async (award: Award) => {
    setBusy(award);
    const isWords = text === null && award === 'none';
    const reason = isWords ? 'Words without mathematics.' : WORDS[award].reason;
    const decision = { sittingId, partId, text, award, reason };
    const closed = await closeUnreadGroup(decision).catch(() => null);
    setBusy(null);
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
  const ask = (award: Award) =>
    modals.openConfirmModal({
      title: WORDS[award].title,
      children: (
        <Text size="sm">
          Part {partId} of {alone} {alone === 1 ? 'student keeps' : 'students keeps'} the points
          that are certain already, and {WORDS[award].gets} {checks.join(', ')}. You can change each
          of them later.
          {alone < attempts.length &&
            ` ${attempts.length - alone} more wait for something else too.`}
        </Text>
      ),
      labels: { confirm: WORDS[award].button, cancel: 'Cancel' },
      onConfirm: () => void decide(award),
    });
  const awards: readonly Award[] = text === null ? ['none'] : ['none', 'all'];
  return (
    <Group gap="xs">
      {awards.map((award) => (
        <Button
          key={award}
          size="compact-sm"
          variant="default"
          loading={busy === award}
          disabled={alone === 0 || busy !== null}
          aria-label={`${WORDS[award].button.replace(' for it', '')} for ${checks.join(', ')} of part ${partId}: ${attempts.length}`}
          onClick={() => ask(award)}
        >
          {WORDS[award].button}
        </Button>
      ))}
    </Group>
  );
}
