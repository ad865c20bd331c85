import { randomUUID } from 'node:crypto';
import { Group, Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SittingList } from '@/lib/features/attempt/components/sitting-list';
import { mySittings } from '@/lib/features/attempt/data';
import { Account } from '@/lib/features/people/components/account';
import { isStaff } from '@/lib/features/people/data';
import { currentPerson } from '@/lib/features/people/session';
import { FreshPage } from '@/lib/ui/fresh-page';
import { TextLink } from '@/lib/ui/link';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'My exams' };

export default async function StartPage() {
  const person = await currentPerson();
  if (!person) redirect('/sign-in');
  const [sittings, staff] = await Promise.all([mySittings(person), isStaff(person)]);
  if (staff && sittings.length === 0) redirect('/courses');
  return (
    <PageShell account={<Account name={person.name} />}>
      <FreshPage stamp={randomUUID()} />
      <Stack gap="lg">
        <Group justify="space-between">
          <Title order={1} size="h2">
            My exams
          </Title>
          {staff && <TextLink href="/courses">Courses that I teach</TextLink>}
        </Group>
        <SittingList sittings={sittings} />
      </Stack>
    </PageShell>
  );
}
