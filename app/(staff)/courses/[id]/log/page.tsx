import { Anchor, Group } from '@mantine/core';
import type { Metadata } from 'next';
import { taughtCourse } from '@/lib/features/courses/policy';
import { LogFilters } from '@/lib/features/log/components/log-filters';
import { LogList } from '@/lib/features/log/components/log-list';
import { loggedSittings, logPage, readableKinds } from '@/lib/features/log/log-data';
import { logQuerySchema } from '@/lib/features/log/schema';
import { allowed, signedIn } from '@/lib/features/people/require';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { addressOf } from '@/lib/ui/table/address-of';

export const metadata: Metadata = { title: 'Log of the course' };

export default async function LogPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id } = await params;
  const person = await signedIn(`/courses/${id}/log`);
  const course = allowed(await taughtCourse(person, id));
  const query = logQuerySchema.parse(await searchParams);
  const [{ entries, next }, sittings] = await Promise.all([
    logPage(course, query),
    loggedSittings(course),
  ]);
  const usual = logQuerySchema.parse({});
  const newest = { ...query, before: '' };
  return (
    <>
      <Group justify="space-between" align="end" mb="md">
        <LogFilters query={query} kinds={readableKinds(course)} sittings={sittings} />
        <Anchor href={`/api/courses/${id}/log${addressOf(newest, usual)}`} size="sm" download>
          Download as CSV
        </Anchor>
      </Group>
      {entries.length === 0 ? (
        <EmptyState title="Nothing to show">
          Nothing that fits the filter has happened{query.before === '' ? ' yet' : ' before that'}.
        </EmptyState>
      ) : (
        <LogList entries={entries} label="Log of the course" />
      )}
      <Group gap="md" mt="md" component="nav" aria-label="Pages of the log">
        {query.before !== '' && (
          <TextLink href={`/courses/${id}/log${addressOf(newest, usual)}`}>Newest</TextLink>
        )}
        {next !== null && (
          <TextLink href={`/courses/${id}/log${addressOf({ ...query, before: next }, usual)}`}>
            Older
          </TextLink>
        )}
      </Group>
    </>
  );
}
