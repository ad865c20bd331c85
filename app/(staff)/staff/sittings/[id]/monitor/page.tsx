import { Breadcrumbs, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { MonitorView } from '@/lib/features/monitor/components/monitor-view';
import { AnnounceForm } from '@/lib/features/notices/components/announce-form';
import { RefreshOnChanges } from '@/lib/features/notices/components/refresh-on-changes';
import { StaffQuestions } from '@/lib/features/notices/components/staff-questions';
import { partsOf, type StaffNotice, sittingNotices } from '@/lib/features/notices/data';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { sittingOverview } from '@/lib/features/review/data';
import { reviewedSitting } from '@/lib/features/review/policy';
import { TextLink } from '@/lib/ui/link';
import { Markdown } from '@/lib/ui/markdown';
import { PageShell } from '@/lib/ui/page-shell';
import { Time } from '@/lib/ui/time';

export const metadata: Metadata = { title: 'Live' };

export default async function MonitorPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/staff/sittings/${id}/monitor`);
  const sitting = allowed(await reviewedSitting(person, id));
  const [overview, told, parts] = await Promise.all([
    sittingOverview(sitting),
    sittingNotices(sitting),
    partsOf(sitting),
  ]);
  const open = told.questions.filter(({ answers }) => answers.length === 0).length;
  const nameOf = (partId: string | null) =>
    partId === null ? null : (parts.find((part) => part.id === partId)?.name ?? partId);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <RefreshOnChanges sittingId={id} />
      <Breadcrumbs mb="xs">
        <TextLink href="/courses">Courses</TextLink>
        <TextLink href={`/courses/${overview.courseId}`}>{overview.courseTitle}</TextLink>
        <TextLink href={`/staff/sittings/${id}`}>{overview.title}</TextLink>
        <span>Live</span>
      </Breadcrumbs>
      <Group justify="space-between" mb="md">
        <Title order={1} size="h2">
          {overview.title}, live
        </Title>
        <OnThisPage open={open} />
      </Group>
      <MonitorView sittingId={id} mayInstruct={sitting.mayInstruct} />
      <SimpleGrid cols={{ base: 1, md: 2 }} mt="xl" spacing="xl">
        <section aria-labelledby="questions">
          <Title order={2} size="h4" id="questions" mb="sm">
            Questions
          </Title>
          <StaffQuestions
            sittingId={id}
            questions={told.questions.map(({ at, answers, partId, ...question }) => ({
              ...question,
              partName: nameOf(partId),
              at: at.toISOString(),
              answers: answers.map((answer) => ({ ...answer, at: answer.at.toISOString() })),
            }))}
          />
        </section>
        <section aria-labelledby="told">
          <Title order={2} size="h4" id="told" mb="sm">
            Announcements and corrections
          </Title>
          <Stack gap="md">
            {sitting.mayInstruct && <AnnounceForm sittingId={id} parts={parts} />}
            <ToldList notices={told.notices} nameOf={nameOf} />
          </Stack>
        </section>
      </SimpleGrid>
    </PageShell>
  );
}

/** The way to what lies below the table, which is long; and how much of it waits. */
function OnThisPage({ open }: { open: number }) {
  return (
    <Group gap="md" component="nav" aria-label="On this page">
      <TextLink href="#questions" fw={open > 0 ? 600 : 400}>
        {open === 1 ? '1 open question' : `${open} open questions`}
      </TextLink>
      <TextLink href="#told">Announce or correct</TextLink>
    </Group>
  );
}

/** What everybody, or one of them, was told; newest first. */
function ToldList({
  notices,
  nameOf,
}: {
  notices: readonly StaffNotice[];
  nameOf: (partId: string | null) => string | null;
}) {
  return notices.map(({ id, by, at, to, partId, text }) => (
    <article key={id}>
      <Text size="sm" c="dimmed">
        {by ?? 'The command line'}, <Time iso={at.toISOString()} />, to {to ?? 'everybody'}
        {partId && `, ${nameOf(partId)}`}
      </Text>
      <Markdown>{text}</Markdown>
    </article>
  ));
}
