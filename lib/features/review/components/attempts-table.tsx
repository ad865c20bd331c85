'use client';

import {
  Anchor,
  Group,
  NativeSelect,
  Pagination,
  Table,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import Link from 'next/link';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import {
  type AttemptState,
  attemptStates,
  type TableQuery,
  tableAddress,
  tableQuerySchema,
} from '@/lib/features/review/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { Time } from '@/lib/ui/time';

export interface ShownAttemptRow {
  id: string;
  name: string;
  email: string;
  number: number;
  state: AttemptState;
  startedAt: string;
  submittedAt: string | null;
  score: number | null;
  points: number;
  open: number;
  lateRevisions: number;
}

const STATES: Readonly<Record<AttemptState, string>> = {
  running: 'Running',
  grading: 'Being graded',
  review: 'Needs review',
  graded: 'Graded',
};

const COLUMNS: readonly { key: TableQuery['sort']; label: string; numeric: boolean }[] = [
  { key: 'name', label: 'Student', numeric: false },
  { key: 'state', label: 'State', numeric: false },
  { key: 'score', label: 'Score', numeric: true },
  { key: 'open', label: 'Open points', numeric: true },
  { key: 'startedAt', label: 'Started', numeric: false },
  { key: 'submittedAt', label: 'Submitted', numeric: false },
];

/** The attempts of a sitting. The address bar holds search, filter, order and page. */
export function AttemptsTable({
  rows,
  total,
  page,
  query,
}: {
  rows: readonly ShownAttemptRow[];
  total: number;
  page: number;
  query: TableQuery;
}) {
  const router = useRouter();
  const path = usePathname();
  const { asked, shown } = useArrival(query);
  const [search, setSearch] = useState(asked.search);
  const go = (change: Partial<TableQuery>) => {
    router.replace(`${path}${tableAddress({ ...query, page: 1, ...change })}`, { scroll: false });
  };
  // What was typed last may not be in the address yet: Back must find it there, and the script too.
  const typed = {
    ...query,
    ...(search.trim() !== query.search && { search: search.trim(), page: 1 }),
  };
  const leave = () => {
    searchSoon.cancel();
    window.history.replaceState(null, '', `${path}${tableAddress(typed)}`);
  };
  useEffect(() => {
    const address = tableAddress(asked);
    if (address !== shown) router.replace(`${path}${address}`, { scroll: false });
  }, [asked, shown, path, router]);
  const searchSoon = useDebouncedCallback((text: string) => go({ search: text }), 300);
  const filtered = query.search !== '' || query.state !== 'all';
  return (
    <>
      <Group mb="md" align="end" gap="sm">
        <TextInput
          label="Search"
          placeholder="Name or e-mail"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            searchSoon(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="State"
          value={query.state}
          data={[
            { value: 'all', label: 'All' },
            ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            go({ state: attemptStates.find((state) => state === chosen) ?? 'all' });
          }}
        />
        <Text size="sm" c="dimmed" role="status">
          {total} {total === 1 ? 'attempt' : 'attempts'}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No attempt fits the filter' : 'No attempts yet'}>
          {filtered
            ? 'Clear the search or choose another state.'
            : 'Attempts appear here as soon as students start.'}
        </EmptyState>
      ) : (
        <Table.ScrollContainer minWidth={720}>
          <Table highlightOnHover verticalSpacing={6} aria-label="Attempts">
            <Table.Thead>
              <Table.Tr>
                {COLUMNS.map(({ key, label, numeric }) => {
                  const sorted = query.sort === key;
                  const Icon = sorted
                    ? query.direction === 'asc'
                      ? IconArrowUp
                      : IconArrowDown
                    : IconSelector;
                  return (
                    <Table.Th
                      key={key}
                      ta={numeric ? 'right' : 'left'}
                      aria-sort={
                        sorted ? (query.direction === 'asc' ? 'ascending' : 'descending') : 'none'
                      }
                    >
                      <UnstyledButton
                        fz="sm"
                        fw={600}
                        onClick={() =>
                          go({
                            sort: key,
                            direction: sorted && query.direction === 'asc' ? 'desc' : 'asc',
                          })
                        }
                      >
                        <Group gap={4} wrap="nowrap" display="inline-flex">
                          {label}
                          <Icon size={14} aria-hidden="true" />
                        </Group>
                      </UnstyledButton>
                    </Table.Th>
                  );
                })}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody style={{ fontVariantNumeric: 'tabular-nums' }}>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td>
                    <Anchor
                      component={Link}
                      href={`/staff/attempts/${row.id}${tableAddress(typed)}`}
                      size="sm"
                      onClick={leave}
                    >
                      {row.name}
                      {row.number > 1 ? ` (attempt ${row.number})` : ''}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {row.email}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {STATES[row.state]}
                    {row.lateRevisions > 0 && ` · ${row.lateRevisions} late`}
                  </Table.Td>
                  <Table.Td ta="right">
                    {row.score === null ? '–' : `${row.score} / ${row.points}`}
                  </Table.Td>
                  <Table.Td ta="right">{row.open === 0 ? '' : row.open}</Table.Td>
                  <Table.Td>
                    <Time iso={row.startedAt} />
                  </Table.Td>
                  <Table.Td>{row.submittedAt ? <Time iso={row.submittedAt} /> : ''}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {total > query.pageSize && (
        <Pagination
          mt="md"
          total={Math.ceil(total / query.pageSize)}
          value={page}
          onChange={(next) => go({ page: next })}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </>
  );
}

/**
 * What the address asked for when the table came up, and what it shows: after Back the address may be
 * ahead of the rows that the browser had kept.
 */
function useArrival(query: TableQuery): { asked: TableQuery; shown: string } {
  const params = useSearchParams();
  const [arrival] = useState(() => ({
    asked: tableQuerySchema.parse(Object.fromEntries(params)),
    shown: tableAddress(query),
  }));
  return arrival;
}
