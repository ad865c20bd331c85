'use client';

import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type PeopleQuery, peopleQuerySchema } from '@/lib/features/people/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { TableFoot } from '@/lib/ui/table/table-foot';
import { useTableAddress } from '@/lib/ui/table/use-table-address';
import { PersonRows, type ShownPerson } from './person-rows';

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'admins', label: 'Admins' },
  { value: 'makers', label: 'May create courses' },
  { value: 'deactivated', label: 'Deactivated' },
];

/** All people of the server. The address bar holds search, filter, order and page. */
export function PeopleTable({
  mailIsSetUp,
  rows,
  total,
  page,
  pageSize,
  query,
}: {
  mailIsSetUp: boolean;
  rows: readonly ShownPerson[];
  total: number;
  page: number;
  pageSize: number;
  query: PeopleQuery;
}) {
  const { search, type, go } = useTableAddress(query, peopleQuerySchema.parse({}));
  return (
    <>
      <Group mb="md" align="end" gap="sm">
        <TextInput
          label="Search"
          placeholder="Name, number or e-mail"
          value={search}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <NativeSelect
          label="Who"
          value={query.state}
          data={STATES}
          onChange={(event) => {
            const { state } = peopleQuerySchema.parse({ state: event.currentTarget.value });
            go({ state });
          }}
        />
        <Text size="sm" c="dimmed" role="status">
          {total} {total === 1 ? 'person' : 'people'}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <EmptyState title="Nobody fits the filter">
          Clear the search or choose others. People are added in their courses.
        </EmptyState>
      ) : (
        <PersonRows {...{ mailIsSetUp, rows }} order={query} onSort={go} />
      )}
      <TableFoot {...{ total, pageSize, page }} onPage={(next) => go({ page: next })} />
    </>
  );
}
