'use client';

import { Group, NativeSelect, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { JsonValue } from '@/lib/exam/check';
import { PartAnswer } from '@/lib/features/grading/components/part-answer';
import { decideLateAnswer } from '@/lib/features/review/actions';
import type { LatePart, LateRevision } from '@/lib/features/review/late-data';
import { TextLink } from '@/lib/ui/link';
import { ReasonButton } from '@/lib/ui/reasons/reason-button';
import { StateBadge } from '@/lib/ui/table/state-badge';
import { Time } from '@/lib/ui/time';
import { afterTheEnd, lateSummary } from './late-words';

/** What counts now of a part. */
interface Counting {
  content: JsonValue;
  note: string | null;
}

interface Props {
  attemptId: string;
  /** Nothing is decided while the student writes. */
  isRunning: boolean;
  parts: readonly LatePart[];
  counting: Readonly<Record<string, Counting>>;
}

/** What arrived after the end, beside what counts, above the script: accepted with a reason, or left. */
export function LateAnswers({ attemptId, isRunning, parts, counting }: Props) {
  if (parts.length === 0) return null;
  return (
    <Paper
      withBorder
      p={{ base: 'sm', sm: 'lg' }}
      mb="xl"
      component="section"
      aria-labelledby="late"
      style={{ borderColor: 'var(--mantine-color-orange-6)' }}
    >
      <Stack gap="lg">
        <div>
          <Group gap="xs" wrap="nowrap" align="start">
            <IconClockExclamation
              size={22}
              color="var(--mantine-color-orange-6)"
              style={{ flexShrink: 0 }}
              aria-hidden="true"
            />
            <Title order={2} size="h4" id="late">
              {lateSummary(parts)}
            </Title>
          </Group>
          <Text size="sm" c="dimmed" maw="72ch" mt={4}>
            What reaches the server after the end and its grace does not count by itself. Accepted,
            it is graded by the rules of the exam and counts in the place of what stands beside it.
            {isRunning && ' The student is writing again; decide after the submission.'}
          </Text>
        </div>
        {parts.map((part) => (
          <Late
            key={`${part.partId} ${part.seenMarkId}`}
            attemptId={attemptId}
            isRunning={isRunning}
            part={part}
            counting={counting[part.partId] ?? { content: {}, note: null }}
          />
        ))}
      </Stack>
    </Paper>
  );
}

function Late({
  attemptId,
  isRunning,
  part,
  counting,
}: Pick<Props, 'attemptId' | 'isRunning'> & { part: LatePart; counting: Counting }) {
  const { partId, revisions, verdict } = part;
  const [chosen, setChosen] = useState(verdict?.number ?? revisions[0]?.number);
  const revision = revisions.find(({ number }) => number === chosen) ?? revisions[0];
  if (!revision) return null;
  const isAccepted = verdict?.accepted === true && verdict.number === revision.number;
  return (
    <Stack component="article" gap="sm" aria-label={`Late answer to ${partId}`}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <Title order={3} size="h5">
            <TextLink href={`#${partId}`}>{partId}</TextLink>
          </Title>
          <Text size="sm">
            {afterTheEnd(revision.secondsLate)} (<Time iso={revision.savedAt.toISOString()} />)
          </Text>
          <State part={part} />
        </Group>
        {revisions.length > 1 && (
          <NativeSelect
            aria-label={`Which late answer to ${partId}`}
            size="xs"
            value={String(revision.number)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
            data={revisions.map(({ number, secondsLate }) => ({
              value: String(number),
              label: `Revision ${number}, ${afterTheEnd(secondsLate)}`,
            }))}
          />
        )}
      </Group>
      {!isAccepted && <Beside part={part} revision={revision} counting={counting} />}
      {verdict && (
        <Text size="sm">
          {verdict.by}, <Time iso={verdict.at.toISOString()} />: {verdict.reason}
        </Text>
      )}
      {!isRunning && <Decide {...{ attemptId, part, revision, isAccepted }} />}
    </Stack>
  );
}

function State({ part: { verdict, isOpen } }: { part: LatePart }) {
  if (isOpen) return <StateBadge tone="caution">To decide</StateBadge>;
  return verdict?.accepted ? (
    <StateBadge tone="right">Accepted</StateBadge>
  ) : (
    <StateBadge tone="quiet">Left</StateBadge>
  );
}

/** The two answers side by side, one above the other on a phone. */
function Beside({
  part: { partId, kind, spec },
  revision,
  counting,
}: {
  part: LatePart;
  revision: LateRevision;
  counting: Counting;
}) {
  const sides = [
    { title: 'Counts now', answer: counting, label: `What counts of ${partId}` },
    { title: 'Arrived late', answer: revision, label: `What arrived late of ${partId}` },
  ];
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {sides.map(({ title, answer, label }) => (
          <Paper key={title} withBorder p="sm" style={{ minWidth: 0, overflowX: 'auto' }}>
            <Text size="xs" fw={600} c="dimmed" mb={6}>
              {title}
            </Text>
            {JSON.stringify(answer.content) === '{}' && !answer.note ? (
              <Text size="sm" c="dimmed">
                Nothing
              </Text>
            ) : (
              <PartAnswer
                {...{ kind, spec, label }}
                reference={null}
                content={answer.content}
                note={answer.note}
                checks={[]}
              />
            )}
          </Paper>
        ))}
      </SimpleGrid>
      {revision.isSame && (
        <Text size="sm" c="dimmed">
          Both say the same: accepting it would change nothing.
        </Text>
      )}
    </>
  );
}

const KEPT = 'The student reads it with the result, and it stays on record.';

function Decide({
  attemptId,
  part: { partId, isOpen, followers, seenMarkId },
  revision: { number },
  isAccepted,
}: {
  attemptId: string;
  part: LatePart;
  revision: LateRevision;
  isAccepted: boolean;
}) {
  const router = useRouter();
  const decide = (accept: boolean) => (reason: string) =>
    decideLateAnswer({ attemptId, partId, number, accept, reason, seenMarkId });
  const shared = { kept: KEPT, onDone: () => router.refresh(), size: 'compact-sm' } as const;
  if (isAccepted) {
    return (
      <Group>
        <ReasonButton
          {...shared}
          button="Take back"
          name={`Take back ${partId}`}
          title={`No longer accept the late answer to ${partId}?`}
          text="What counted before counts again, with its grade and what people said of it."
          act={decide(false)}
        />
      </Group>
    );
  }
  return (
    <Group gap="sm">
      <ReasonButton
        {...shared}
        button="Accept"
        name={`Accept the late answer to ${partId}`}
        variant="filled"
        title={`Accept the late answer to ${partId}?`}
        text={`It counts in the place of the other and is graded within seconds. The grade of the other, and a score that a person gave it, stay on record.${followWords(followers)}`}
        act={decide(true)}
      />
      {isOpen && (
        <ReasonButton
          {...shared}
          button="Leave"
          name={`Leave the late answer to ${partId}`}
          title={`Leave the late answer to ${partId}?`}
          text="What counts now goes on counting. You can still accept it later."
          act={decide(false)}
        />
      )}
    </Group>
  );
}

function followWords(followers: readonly string[]): string {
  if (followers.length === 0) return '';
  return ` ${followers.join(', ')} was graded in the light of the other and keeps its grade: look at it.`;
}
