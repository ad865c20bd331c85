import { Button, Group } from '@mantine/core';
import { signOut } from '@/lib/features/people/actions';
import { TextLink } from '@/lib/ui/link';

/** Who is signed in, with the way to the account, and the way out. */
export function Account({ name }: { name: string }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <TextLink
        href="/account"
        size="sm"
        c="dimmed"
        truncate="end"
        maw={{ base: 130, sm: 280 }}
        aria-label={`My account: ${name}`}
      >
        {name}
      </TextLink>
      <form action={signOut}>
        <Button type="submit" variant="subtle" color="gray" size="compact-sm">
          Sign out
        </Button>
      </form>
    </Group>
  );
}
