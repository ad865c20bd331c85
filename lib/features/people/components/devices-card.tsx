import { Button, Stack, Text, Title } from '@mantine/core';
import { signOutEverywhere } from '@/lib/features/people/actions';

/** How many browsers are signed in, and the way out of all of them. */
export function DevicesCard({ devices }: { devices: number }) {
  const where = devices === 1 ? 'this browser only' : `${devices} browsers, this one included`;
  return (
    <Stack component="section" gap="sm" align="start" aria-labelledby="devices">
      <Title order={2} size="h4" id="devices">
        Devices
      </Title>
      <Text>You are signed in with {where}.</Text>
      <form action={signOutEverywhere}>
        <Button type="submit" variant="default">
          Sign out of all devices
        </Button>
      </form>
      <Text size="sm" c="dimmed">
        An exam that is open in one of them keeps what was saved; go on after signing in again.
      </Text>
    </Stack>
  );
}
