import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { SittingSummary } from '@/lib/features/attempt/data';
import { EmptyState } from '@/lib/ui/empty-state';
import { LinkButton } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';
import { TimeUntil } from './time-until';

type Shelf = 'now' | 'next' | 'practice' | 'past';

const SHELVES: readonly { shelf: Shelf; title: string }[] = [
  { shelf: 'now', title: 'Now' },
  { shelf: 'next', title: 'Next' },
  { shelf: 'practice', title: 'Practice' },
  { shelf: 'past', title: 'Past' },
];

/** My exams: what is now stands first, then what comes; practice is apart, and what was is last. */
export function SittingList({ sittings }: { sittings: readonly SittingSummary[] }) {
  if (sittings.length === 0) {
    return (
      <EmptyState title="No exams yet">
        When a course of yours opens an exam, it is listed here. If you expect one, ask your
        instructor whether you are enrolled.
      </EmptyState>
    );
  }
  return SHELVES.map(({ shelf, title }) => {
    const here = sittings.filter((sitting) => shelfOf(sitting) === shelf);
    if (here.length === 0) return null;
    return (
      <section key={shelf} aria-labelledby={`exams-${shelf}`}>
        <Title order={2} size="h5" id={`exams-${shelf}`} mb="xs" c="dimmed">
          {title}
        </Title>
        <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
          {(shelf === 'past' ? here.toReversed() : here).map((sitting) => (
            <SittingCard key={sitting.id} sitting={sitting} isNow={shelf === 'now'} />
          ))}
        </Stack>
      </section>
    );
  });
}

/** What runs is now, also practice; an exam that one has handed in is past. */
function shelfOf({ mode, window, attempts }: SittingSummary): Shelf {
  if (attempts.some(({ submittedAt }) => submittedAt === null)) return 'now';
  if (window === 'over' || (mode === 'EXAM' && attempts.length > 0)) return 'past';
  if (mode === 'PRACTICE') return 'practice';
  return window === 'early' ? 'next' : 'now';
}

function SittingCard({ sitting, isNow }: { sitting: SittingSummary; isNow: boolean }) {
  return (
    <Paper component="li" withBorder p={isNow ? 'lg' : 'sm'}>
      <Group justify="space-between" align="start" gap="md">
        <Stack gap={2}>
          <Title order={3} size={isNow ? 'h4' : 'h5'}>
            {sitting.title}
          </Title>
          <Text size="sm" c="dimmed">
            {sitting.courseTitle} · {sitting.minutes} minutes
          </Text>
          <Text size="sm" c="dimmed">
            <Time iso={sitting.opensAt.toISOString()} zone={sitting.timeZone} /> to{' '}
            <Time iso={sitting.closesAt.toISOString()} zone={sitting.timeZone} />
          </Text>
          <Left sitting={sitting} />
        </Stack>
        <SittingAction sitting={sitting} />
      </Group>
    </Paper>
  );
}

/** How long one still has, or has to wait; or that it does not count. */
function Left({ sitting }: { sitting: SittingSummary }) {
  const running = sitting.attempts.find(({ submittedAt }) => submittedAt === null);
  if (running) {
    return (
      <Text size="sm" fw={600}>
        <TimeUntil ms={running.dueIn} /> left
      </Text>
    );
  }
  const [latest] = sitting.attempts;
  if (latest?.withdrawnAt) {
    return <Text size="sm">Withdrawn: {latest.withdrawalReason}</Text>;
  }
  if (sitting.window !== 'early') return null;
  return (
    <Text size="sm">
      Opens in <TimeUntil ms={sitting.opensIn} />
    </Text>
  );
}

function resultWord({ resultVisible, withdrawnAt }: SittingSummary['attempts'][number]): string {
  if (withdrawnAt) return 'Withdrawn';
  return resultVisible ? 'Result' : 'Submitted';
}

function SittingAction({ sitting }: { sitting: SittingSummary }) {
  const running = sitting.attempts.find(({ submittedAt }) => submittedAt === null);
  const [latest] = sitting.attempts;
  if (running) {
    return <LinkButton href={`/attempts/${running.id}`}>Continue</LinkButton>;
  }
  const again = sitting.mode === 'PRACTICE' && sitting.window === 'open';
  return (
    <Group gap="xs">
      {latest && (
        <LinkButton href={`/attempts/${latest.id}/result`} variant="default">
          {resultWord(latest)}
        </LinkButton>
      )}
      {(!latest || again) && sitting.window === 'open' && (
        <LinkButton href={`/sittings/${sitting.id}`}>
          {latest ? 'Practise again' : 'Enter'}
        </LinkButton>
      )}
      {!latest && sitting.window === 'early' && (
        <LinkButton href={`/sittings/${sitting.id}`} variant="default">
          Rules and try-out
        </LinkButton>
      )}
      {!latest && sitting.window === 'over' && (
        <Text size="sm" c="dimmed">
          Closed
        </Text>
      )}
    </Group>
  );
}
