import { Breadcrumbs, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { Account } from '@/lib/features/people/components/account';
import { allowed, signedIn } from '@/lib/features/people/require';
import { UnreadGroups } from '@/lib/features/review/components/unread-groups';
import { sittingOverview } from '@/lib/features/review/data';
import { reviewedSitting } from '@/lib/features/review/policy';
import { unreadGroups } from '@/lib/features/review/unread-data';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Unread answers' };

/** Answers of a sitting that the machine could not read, what is written alike together. */
export default async function UnreadPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const person = await signedIn(`/staff/sittings/${id}/unread`);
  const sitting = allowed(await reviewedSitting(person, id));
  const [overview, groups] = await Promise.all([sittingOverview(sitting), unreadGroups(sitting)]);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Breadcrumbs mb="xs">
        <TextLink href="/courses">Courses</TextLink>
        <TextLink href={`/courses/${overview.courseId}`}>{overview.courseTitle}</TextLink>
        <TextLink href={`/staff/sittings/${overview.id}`}>{overview.title}</TextLink>
        <span>Unread</span>
      </Breadcrumbs>
      <Title order={1} size="h2">
        Unread answers
      </Title>
      <Text size="sm" c="dimmed" mb="lg" maw="72ch">
        The machine could not read these, so it judged none of them. Open a script to give points,
        or decide for all that are written alike.
      </Text>
      {groups.length === 0 ? (
        <EmptyState title="Nothing is unread">
          Everything that was handed in could be read, or was decided by a person.
        </EmptyState>
      ) : (
        <UnreadGroups sittingId={overview.id} groups={groups} />
      )}
    </PageShell>
  );
}
