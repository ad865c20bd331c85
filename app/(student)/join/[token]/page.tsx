import { Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { JoinButton } from '@/lib/features/courses/components/join-button';
import { openLink } from '@/lib/features/courses/link-data';
import { Account } from '@/lib/features/people/components/account';
import { signedIn } from '@/lib/features/people/require';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'Join a course' };

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const person = await signedIn(`/join/${token}`);
  const link = await openLink(token);
  return (
    <PageShell account={<Account name={person.name} />}>
      <Title order={1} size="h2" mb="md">
        {link?.title ?? 'Join a course'}
      </Title>
      {link ? (
        <Stack gap="md" align="start">
          <Text>
            You come into this course as a {link.role === 'GRADER' ? 'grader' : 'student'}, with the
            account of {person.name}.
          </Text>
          <JoinButton token={token} />
        </Stack>
      ) : (
        <Text>
          This link opens nothing any more: its time is over, or it was taken back. Ask the staff of
          the course for another.
        </Text>
      )}
    </PageShell>
  );
}
