import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { TodaySitting, TodayState } from '@/lib/features/overview/today';
import { LinkButton } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

/** What runs, begins or ends today, or comes next; each with the one thing that is done about it. */
export function Today({
  sittings,
  mayInstruct,
}: {
  sittings: readonly TodaySitting[];
  mayInstruct: boolean;
}) {
  if (sittings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No exam runs today, and none is ahead.
      </Text>
    );
  }
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
      {sittings.map((sitting) => (
        <Paper key={sitting.id} component="li" withBorder p="md">
          <Group justify="space-between" align="center" gap="sm">
            <div style={{ flex: '1 1 18rem', minWidth: 0 }}>
              <Title
                order={3}
                size="h5"
                id={`today-${sitting.id}`}
                style={{ overflowWrap: 'anywhere' }}
              >
                {sitting.title}
              </Title>
              <Text size="sm" component="p">
                <State sitting={sitting} />
              </Text>
              <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
                {numbersOf(sitting)}
              </Text>
            </div>
            <Action sitting={sitting} mayInstruct={mayInstruct} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

function State({
  sitting: { state, opensAt, closesAt, timeZone, minutes },
}: {
  sitting: TodaySitting;
}) {
  if (state === 'coming') {
    return (
      <>
        Opens <Time iso={opensAt} zone={timeZone} />, {minutes} minutes
      </>
    );
  }
  if (state === 'running' || state === 'held') {
    return (
      <>
        {state === 'held' ? 'Waits for you to start it' : 'Open'} until{' '}
        <Time iso={closesAt} zone={timeZone} />
      </>
    );
  }
  return (
    <>
      {WORDS[state]} <Time iso={closesAt} zone={timeZone} />
    </>
  );
}

const WORDS = {
  closing: 'Closed, and some still write; it closed',
  deciding: 'Not released yet; it closed',
  decided: 'Ready to be released; it closed',
  released: 'Closed',
} as const;

function numbersOf({ state, students, running, submitted, undecided }: TodaySitting): string {
  if (state === 'coming') return `${students} ${students === 1 ? 'student' : 'students'}`;
  const parts = [
    ...(running > 0 ? [`${running} writing`] : []),
    `${submitted} handed in`,
    ...(undecided > 0 ? [`${undecided} to decide`] : []),
    `${students} ${students === 1 ? 'student' : 'students'}`,
  ];
  return parts.join(' · ');
}

function Action({
  sitting: { id, state, isPractice },
  mayInstruct,
}: {
  sitting: TodaySitting;
  mayInstruct: boolean;
}) {
  const { label, path } = (mayInstruct ? null : FOR_GRADERS[state]) ?? ACTIONS[state];
  const isMain = !isPractice && state !== 'coming' && state !== 'released';
  return (
    <LinkButton
      href={`/staff/sittings/${id}${path}`}
      variant={isMain ? 'filled' : 'default'}
      aria-describedby={`today-${id}`}
    >
      {label}
    </LinkButton>
  );
}

const ACTIONS: Readonly<Record<TodayState, { label: string; path: string }>> = {
  held: { label: 'Start it', path: '' },
  running: { label: 'Watch', path: '/monitor' },
  closing: { label: 'Watch', path: '/monitor' },
  coming: { label: 'Prepare', path: '/edit' },
  deciding: { label: 'Decide', path: '?state=review' },
  decided: { label: 'Release', path: '' },
  released: { label: 'Look at it', path: '' },
};

const FOR_GRADERS: Partial<typeof ACTIONS> = {
  held: { label: 'Watch', path: '/monitor' },
  coming: { label: 'Look at it', path: '' },
  decided: { label: 'Look at it', path: '' },
};
