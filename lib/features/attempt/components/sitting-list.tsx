import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { SittingSummary } from '@/lib/features/attempt/data';
import { EmptyState } from '@/lib/ui/empty-state';
import { LinkButton } from '@/lib/ui/link';
import { Time } from '@/lib/ui/time';

/** My exams: what can be sat now, what comes, what was. */
export function SittingList({ sittings }: { sittings: readonly SittingSummary[] }) {
  if (sittings.length === 0) {
    return (
      <EmptyState title="No exams yet">
        When a course of yours opens an exam, it is listed here. If you expect one, ask your
        instructor whether you are enrolled.
      </EmptyState>
    );
  }
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {sittings.map((sitting) => (
        <Paper key={sitting.id} component="li" withBorder p="lg">
          <Group justify="space-between" align="start" gap="md">
            <Stack gap={4}>
              <Group gap="xs">
                <Title order={2} size="h4">
                  {sitting.title}
                </Title>
                {sitting.mode === 'PRACTICE' && <Badge variant="light">Practice</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {sitting.courseTitle} · {sitting.minutes} minutes
              </Text>
              <Text size="sm" c="dimmed">
                <Time iso={sitting.opensAt.toISOString()} zone={sitting.timeZone} /> to{' '}
                <Time iso={sitting.closesAt.toISOString()} zone={sitting.timeZone} />
              </Text>
            </Stack>
            <SittingAction sitting={sitting} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
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
          {latest.resultVisible ? 'Result' : 'Submitted'}
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
