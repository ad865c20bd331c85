'use client';

import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type MemberQuery, memberQuerySchema } from '@/lib/features/courses/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { TextLink } from '@/lib/ui/link';
import { TableFoot } from '@/lib/ui/table/table-foot';
import { useTableAddress } from '@/lib/ui/table/use-table-address';
import { MemberRows, ROLES, type ShownMember } from './member-rows';

const ACCOUNTS = [
  { value: 'all', label: 'All' },
  { value: 'none', label: 'Not invited yet' },
  { value: 'invited', label: 'Invited, not here yet' },
  { value: 'failed', label: 'Mail failed' },
];

/** What a choice may be; anything else is none. */
const fields = memberQuerySchema.shape;

/** The people of a course. The address bar holds search, role, order and page. */
export function MemberTable({
  courseId,
  mailIsSetUp,
  rows,
  total,
  people,
  page,
  pageSize,
  query,
}: {
  courseId: string;
  mailIsSetUp: boolean;
  rows: readonly ShownMember[];
  /** People who fit the filter, on all pages. */
  total: number;
  /** All people of the course. */
  people: number;
  page: number;
  pageSize: number;
  query: MemberQuery;
}) {
  const { search, type, go } = useTableAddress(query, memberQuerySchema.parse({}));
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
          label="Role"
          value={query.role}
          data={[{ value: 'all', label: 'All' }, ...ROLES]}
          onChange={(event) => go({ role: fields.role.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label="Account"
          value={query.account}
          data={ACCOUNTS}
          onChange={(event) => go({ account: fields.account.parse(event.currentTarget.value) })}
        />
        <Text size="sm" c="dimmed" role="status">
          {total} {total === 1 ? 'person' : 'people'}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <NobodyHere courseId={courseId} filtered={people > 0} />
      ) : (
        <MemberRows {...{ courseId, mailIsSetUp, rows }} order={query} onSort={go} />
      )}
      <TableFoot {...{ total, pageSize, page }} onPage={(next) => go({ page: next })} />
    </>
  );
}

function NobodyHere({ courseId, filtered }: { courseId: string; filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState title="Nobody fits the filter">
        Clear the search, or choose another role or account.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody is in this course yet">
      <TextLink href={`/courses/${courseId}/people/import`} size="sm">
        Import a roster
      </TextLink>
      , add people one by one, or make a link that brings in whoever follows it.
    </EmptyState>
  );
}
