import { Button, Group, Text } from '@mantine/core';
import { signOut } from '../actions';

/** Who is signed in, and the way out. */
export function Account({ name }: { name: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" visibleFrom="xs">
        {name}
      </Text>
      <form action={signOut}>
        <Button type="submit" variant="subtle" color="gray" size="compact-sm">
          Sign out
        </Button>
      </form>
    </Group>
  );
}
