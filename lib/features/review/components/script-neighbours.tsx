import { Group, Text } from '@mantine/core';
import type { Place } from '@/lib/features/review/table-data';
import { TextLink } from '@/lib/ui/link';

/** The way to the scripts before and behind this one, in the filter of the table that one came from. */
export function ScriptNeighbours({ place, filter }: { place: Place; filter: string }) {
  const { previousId, nextId, position, total } = place;
  return (
    <Group component="nav" aria-label="Scripts" gap="md" mb="xs">
      {previousId ? (
        <TextLink size="sm" href={`/staff/attempts/${previousId}${filter}`}>
          Previous script
        </TextLink>
      ) : (
        <Text size="sm" c="dimmed">
          No script before
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {position} of {total}
        {filter !== '' && ' in this filter'}
      </Text>
      {nextId ? (
        <TextLink size="sm" href={`/staff/attempts/${nextId}${filter}`}>
          Next script
        </TextLink>
      ) : (
        <Text size="sm" c="dimmed">
          No script behind
        </Text>
      )}
    </Group>
  );
}
