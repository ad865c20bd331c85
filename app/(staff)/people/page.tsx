import { Title } from '@mantine/core';
import type { Metadata } from 'next';
import { MailNotSetUp } from '@/lib/features/mail/components/mail-not-set-up';
import { Account } from '@/lib/features/people/components/account';
import { PeopleTable } from '@/lib/features/people/components/people-table';
import { peopleTable } from '@/lib/features/people/people-data';
import { peopleAdmin } from '@/lib/features/people/policy';
import { allowed, signedIn } from '@/lib/features/people/require';
import { peopleQuerySchema } from '@/lib/features/people/schema';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await signedIn('/people');
  const admin = allowed(peopleAdmin(person));
  const query = peopleQuerySchema.parse(await searchParams);
  const table = await peopleTable(admin, query);
  return (
    <PageShell account={<Account name={person.name} />} wide>
      <Title order={1} size="h2" mb="lg">
        People
      </Title>
      {!table.mailIsSetUp && <MailNotSetUp />}
      <PeopleTable query={query} {...table} />
    </PageShell>
  );
}
