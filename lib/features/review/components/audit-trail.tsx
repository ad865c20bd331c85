import { Group, Text } from '@mantine/core';
import { LogList } from '@/lib/features/log/components/log-list';
import type { Script } from '@/lib/features/review/script-data';
import { TextLink } from '@/lib/ui/link';

/** What happened to an attempt, a page of it; the address holds which. */
export function AuditTrail({ trail, filter }: { trail: Script['trail']; filter: string }) {
  const { events, page, pages } = trail;
  if (events.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nothing has happened yet.
      </Text>
    );
  const address = (to: number) => `${filter === '' ? '?' : `${filter}&`}trail=${to}#trail`;
  return (
    <>
      <LogList entries={events} label="What happened to this attempt" isPlain />
      {pages > 1 && (
        <Group gap="sm" mt="xs">
          {page > 1 && <TextLink href={address(page - 1)}>Newer</TextLink>}
          <Text size="sm" c="dimmed">
            Page {page} of {pages}
          </Text>
          {page < pages && <TextLink href={address(page + 1)}>Older</TextLink>}
        </Group>
      )}
    </>
  );
}
