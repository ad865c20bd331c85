import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/lib/features/people/components/sign-in-form';
import { providerName } from '@/lib/features/people/data';
import { returnPath } from '@/lib/features/people/return-path';
import { currentPerson } from '@/lib/features/people/session';
import { Logo } from '@/lib/ui/logo';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}) {
  const { next, error } = await searchParams;
  const target = returnPath(next);
  if (await currentPerson()) redirect(target);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Logo />
        <Paper withBorder p="xl">
          <Stack gap="md">
            <div>
              <Title order={1} size="h3">
                Sign in
              </Title>
              <Text size="sm" c="dimmed">
                To sit an exam, or to review one.
              </Text>
            </div>
            <SignInForm
              next={target}
              provider={providerName()}
              problem={typeof error === 'string' ? error : null}
            />
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
