import { Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { Metadata } from 'next';
import { InvitedPasswordForm } from '@/lib/features/people/components/invited-password-form';
import { openInvitation } from '@/lib/features/people/invitation-data';
import { TextLink } from '@/lib/ui/link';
import { Logo } from '@/lib/ui/logo';

// The address is a key: no page that is opened from here is told it.
export const metadata: Metadata = { title: 'Set a password', referrer: 'no-referrer' };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await openInvitation(token);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Stack w="100%" maw={400} gap="lg">
        <Logo />
        <Paper withBorder p="xl">
          {invitation ? (
            <Stack gap="md">
              <div>
                <Title order={1} size="h3">
                  Set a password
                </Title>
                <Text size="sm" c="dimmed">
                  For {invitation.name}, {invitation.email}.
                </Text>
              </div>
              <InvitedPasswordForm token={token} email={invitation.email} />
            </Stack>
          ) : (
            <Stack gap="md">
              <Title order={1} size="h3">
                This link opens nothing
              </Title>
              <Text size="sm">
                It was used, is older than 7 days, or a newer one was made. Ask the staff of your
                course for another, or{' '}
                <TextLink href="/sign-in" underline="always">
                  sign in
                </TextLink>
                .
              </Text>
            </Stack>
          )}
        </Paper>
      </Stack>
    </Center>
  );
}
