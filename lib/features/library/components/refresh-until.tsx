'use client';

import { Group, Loader, Text } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { useRouter } from 'next/navigation';

const LOOK_MS = 1500;

/** Says what is under way, and asks the server again and again until the page comes without this. */
export function RefreshUntil({ children }: { children: string }) {
  const router = useRouter();
  useInterval(() => router.refresh(), LOOK_MS, { autoInvoke: true });
  return (
    <Group gap="xs" role="status">
      <Loader size="sm" />
      <Text size="sm">{children}</Text>
    </Group>
  );
}
