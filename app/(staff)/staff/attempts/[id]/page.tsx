import { Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { AuditTrail } from '@/lib/features/review/components/audit-trail';
import { LateAnswers } from '@/lib/features/review/components/late-answers';
import { ScriptNeighbours } from '@/lib/features/review/components/script-neighbours';
import { ScriptPartCard } from '@/lib/features/review/components/script-part';
import { WithdrawnNote } from '@/lib/features/review/components/withdrawn-note';
import { type LatePart, lateParts } from '@/lib/features/review/late-data';
import { instructedAttempt, reviewedAttempt } from '@/lib/features/review/policy';
import { tableAddress, tableQuerySchema, trailPageSchema } from '@/lib/features/review/schema';
import { type Script, script } from '@/lib/features/review/script-data';
import { placeInTable } from '@/lib/features/review/table-data';
import { WithPictures } from '@/lib/ui/authored';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Script' };

export default async function ScriptPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const asked = await searchParams;
  // The filter of the table that one came from, which is also the way back to it.
  const query = tableQuerySchema.parse(asked);
  const filter = tableAddress(query);
  const person = await signedIn(`/staff/attempts/${id}${filter}`);
  const attempt = allowed(await reviewedAttempt(person, id));
  const [shown, late, place, run] = await Promise.all([
    script(attempt, trailPageSchema.parse(asked.trail)),
    lateParts(attempt),
    placeInTable(attempt, query),
    instructedAttempt(person, id),
  ]);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Breadcrumbs mb="xs">
        <TextLink href={`/courses/${shown.courseId}`}>{shown.courseTitle}</TextLink>
        <TextLink href={`/staff/sittings/${shown.sittingId}${filter}`}>
          {shown.sittingTitle}
        </TextLink>
        <span>{shown.person.name}</span>
      </Breadcrumbs>
      <ScriptNeighbours place={place} filter={filter} />
      <Heading shown={shown} />
      <WaitingParts shown={shown} />
      <Withdrawal shown={shown} mayInstruct={run.ok} />
      <WithPictures pictures={shown.pictures}>
        <LateAnswers
          attemptId={id}
          isRunning={shown.submittedAt === null}
          parts={late}
          counting={countingOf(shown, late)}
        />
      </WithPictures>
      <Stack gap="xl">
        <WithPictures pictures={shown.pictures}>
          {shown.assignments.map((assignment) => (
            <Assignment key={assignment.number} assignment={assignment} shown={shown} />
          ))}
        </WithPictures>
        <section aria-labelledby="trail">
          <Title order={2} size="h4" id="trail" mb="xs">
            Audit trail
          </Title>
          <AuditTrail trail={shown.trail} filter={filter} />
        </section>
      </Stack>
    </PageShell>
  );
}

function Withdrawal({ shown, mayInstruct }: { shown: Script; mayInstruct: boolean }) {
  const { attemptId, person, withdrawn } = shown;
  return (
    <WithdrawnNote
      attemptId={attemptId}
      name={person.name}
      withdrawn={withdrawn && { ...withdrawn, at: withdrawn.at.toISOString() }}
      mayInstruct={mayInstruct}
    />
  );
}

/** What counts now of the parts of which something arrived late. */
function countingOf(shown: Script, late: readonly LatePart[]) {
  const parts = shown.assignments.flatMap((assignment) => assignment.parts);
  return Object.fromEntries(
    parts.flatMap(({ id, content, note }) =>
      late.some(({ partId }) => partId === id) ? [[id, { content, note }]] : [],
    ),
  );
}

/** Whose script it is, when it was written, and what it earned. */
function Heading({ shown }: { shown: Script }) {
  const { person, startedAt, submittedAt, submittedBy, total } = shown;
  return (
    <Group justify="space-between" align="start" mb="lg">
      <div>
        <Title order={1} size="h2">
          {person.name}
        </Title>
        <Text size="sm" c="dimmed">
          {person.email} · started <Time iso={startedAt.toISOString()} />
          {submittedAt ? (
            <>
              {' '}
              · submitted <Time iso={submittedAt.toISOString()} />
              {submittedBy === 'SWEEPER' && ' (at the deadline)'}
            </>
          ) : (
            ' · still running'
          )}
        </Text>
      </div>
      <Text fw={650} fz="xl" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {total.score} of {total.points}
        {total.open > 0 && (
          <Text span size="sm" c="dimmed" fw={400}>
            {' '}
            ({total.open} open)
          </Text>
        )}
      </Text>
    </Group>
  );
}

/** The parts of a script that wait for a person, each a jump to it. */
function WaitingParts({ shown }: { shown: Script }) {
  const waiting = shown.assignments
    .flatMap(({ parts }) => parts)
    .filter(({ open }) => open > 0)
    .map(({ id }) => id);
  if (waiting.length === 0) return null;
  return (
    <Text size="sm" mb="md" component="nav" aria-label="Parts to decide">
      To decide:{' '}
      {waiting.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <TextLink href={`#${id}`} underline="always">
            {id}
          </TextLink>
        </span>
      ))}
    </Text>
  );
}

function Assignment({
  assignment,
  shown,
}: {
  assignment: Script['assignments'][number];
  shown: Script;
}) {
  return (
    <Stack component="section" gap="md" aria-labelledby={`assignment-${assignment.number}`}>
      <Title order={2} size="h4" id={`assignment-${assignment.number}`}>
        {assignment.number}. {assignment.title}
      </Title>
      {assignment.parts.map((part) => (
        <ScriptPartCard key={part.id} attemptId={shown.attemptId} part={part} step={shown.step} />
      ))}
    </Stack>
  );
}
