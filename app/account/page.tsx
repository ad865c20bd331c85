import { Stack, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { Account } from '@/lib/features/people/components/account';
import { DevicesCard } from '@/lib/features/people/components/devices-card';
import { PasswordForm } from '@/lib/features/people/components/password-form';
import { hasPassword, runningSessions } from '@/lib/features/people/data';
import { signedIn } from '@/lib/features/people/require';
import { PageShell } from '@/lib/ui/page-shell';

export const metadata: Metadata = { title: 'My account' };

export default async function AccountPage() {
  const person = await signedIn('/account');
  const [password, devices] = await Promise.all([
    hasPassword(person.id),
    runningSessions(person.id),
  ]);
  return (
    <PageShell account={<Account name={person.name} />}>
      <Stack gap="xl" maw={520}>
        <div>
          <Title order={1} size="h2">
            My account
          </Title>
          {person.name}, {person.email}
        </div>
        {password && <PasswordForm />}
        <DevicesCard devices={devices} />
      </Stack>
    </PageShell>
  );
}
