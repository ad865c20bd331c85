import { Breadcrumbs, Group, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { PracticeCard } from '@/lib/features/exams/components/practice-card';
import { practiceRelease } from '@/lib/features/exams/practice-data';
import { Account } from '@/lib/features/people/components/account';
import type { SignedInPerson } from '@/lib/features/people/data';
import { allowed, signedIn } from '@/lib/features/people/require';
import { AttemptsTable } from '@/lib/features/review/components/attempts-table';
import { FailedGrading } from '@/lib/features/review/components/failed-grading';
import { ReleaseButton } from '@/lib/features/review/components/release-button';
import { sittingOverview } from '@/lib/features/review/data';
import { failedGradings } from '@/lib/features/review/failed-grading-data';
import { reviewedSitting } from '@/lib/features/review/policy';
import { tableQuerySchema } from '@/lib/features/review/schema';
import { attemptsTable } from '@/lib/features/review/table-data';
import { unreadCount } from '@/lib/features/review/unread-data';
import { ChecklistCard } from '@/lib/features/sittings/checklist/checklist-card';
import { checklistOf } from '@/lib/features/sittings/checklist-data';
import { SittingControlBar } from '@/lib/features/sittings/components/sitting-control';
import { sittingControl } from '@/lib/features/sittings/data';
import { courseSitting } from '@/lib/features/sittings/policy';
import { LinkButton, TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Sitting' };

export default async function SittingPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const person = await signedIn(`/staff/sittings/${id}`);
  const sitting = allowed(await reviewedSitting(person, id));
  const query = tableQuerySchema.parse(await searchParams);
  const [overview, table, practice, failed, unread] = await Promise.all([
    sittingOverview(sitting),
    attemptsTable(sitting, query),
    practiceRelease(sitting),
    failedGradings(sitting),
    unreadCount(sitting),
  ]);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Breadcrumbs mb="xs">
        <TextLink href="/courses">Courses</TextLink>
        <TextLink href={`/courses/${overview.courseId}`}>{overview.courseTitle}</TextLink>
        <span>{overview.title}</span>
      </Breadcrumbs>
      <Heading overview={overview} mayRelease={sitting.mayInstruct} />
      <Control person={person} sittingId={id} />
      {practice?.examAhead && (
        <PracticeCard
          sittingId={overview.id}
          showsEarly={practice.showsEarly}
          mayChange={sitting.mayInstruct}
        />
      )}
      {failed.length > 0 && (
        <FailedGrading
          failed={failed.map((each) => ({
            ...each,
            triedAt: each.triedAt.toISOString(),
            nextAt: each.nextAt?.toISOString() ?? null,
          }))}
        />
      )}
      <UnreadNote sittingId={id} parts={unread} isPractice={overview.mode === 'PRACTICE'} />
      <AttemptsTable
        query={query}
        mode={overview.mode}
        total={table.total}
        page={table.page}
        rows={table.rows.map((row) => ({
          ...row,
          startedAt: row.startedAt.toISOString(),
          submittedAt: row.submittedAt?.toISOString() ?? null,
        }))}
      />
    </PageShell>
  );
}

/** What instructors do with a sitting. */
async function Control({ person, sittingId }: { person: SignedInPerson; sittingId: string }) {
  const run = await courseSitting(person, sittingId);
  // Graders, and whoever looks at a test run, have nothing to run here.
  if (!run.ok) return null;
  const [control, items] = await Promise.all([sittingControl(run.value), checklistOf(run.value)]);
  return (
    <>
      <SittingControlBar sittingId={sittingId} courseId={run.value.courseId} {...control} />
      {items && <ChecklistCard items={items} />}
    </>
  );
}

/** That something could not be read, and where to see it. */
function UnreadNote({
  sittingId,
  parts,
  isPractice,
}: {
  sittingId: string;
  parts: number;
  isPractice: boolean;
}) {
  if (parts === 0) return null;
  return (
    <Text size="sm" mb="md">
      {parts === 1 ? 'One part has' : `${parts} parts have`} something that could not be read.{' '}
      {isPractice && 'Nobody has to decide it: students see why, and practise again. '}
      <TextLink href={`/staff/sittings/${sittingId}/unread`} underline="always">
        See them by what was written
      </TextLink>
    </Text>
  );
}

/** What is offered to whom, how far it is, and the button that releases its results. */
function Heading({
  overview,
  mayRelease,
}: {
  overview: Awaited<ReturnType<typeof sittingOverview>>;
  mayRelease: boolean;
}) {
  return (
    <Group justify="space-between" align="start" mb="lg">
      <div>
        <Title order={1} size="h2">
          {overview.title}
        </Title>
        <Text size="sm" c="dimmed">
          {overview.examTitle}, version {overview.examVersion} · {overview.minutes} minutes ·{' '}
          {overview.running} running, {overview.submitted} submitted,{' '}
          {overview.withdrawn > 0 && `${overview.withdrawn} withdrawn, `}
          {overview.undecided} to decide, {overview.students} students
        </Text>
      </div>
      <Group gap="sm">
        <LinkButton href={`/staff/sittings/${overview.id}/monitor`} variant="default">
          Live
        </LinkButton>
        {overview.releasedAt ? (
          <Text size="sm">
            Released <Time iso={overview.releasedAt.toISOString()} />
          </Text>
        ) : (
          mayRelease &&
          overview.mode === 'EXAM' &&
          overview.submitted > 0 && (
            <ReleaseButton
              sittingId={overview.id}
              open={overview.window !== 'over'}
              undecided={overview.undecided}
            />
          )
        )}
      </Group>
    </Group>
  );
}
