import { Text } from '@mantine/core';

/** For admins: that links are passed on by hand, and what changes it. */
export function MailNotSetUp() {
  return (
    <Text size="sm" c="dimmed" mb="md">
      Invitations are links to copy; with NABLA_SMTP_URL set they can be mailed
      (docs/deployment.md).
    </Text>
  );
}
