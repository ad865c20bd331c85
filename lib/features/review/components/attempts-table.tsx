'use client';

import { Group, NativeSelect, Pagination, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import {
  attemptStates,
  type TableQuery,
  tableAddress,
  tableQuerySchema,
} from '@/lib/features/review/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { type AttemptRow, AttemptRows, STATE_WORDS } from './attempt-rows';

const SEARCH_DELAY_MS = 300;

interface AttemptsTableProps {
  rows: readonly AttemptRow[];
  total: number;
  page: number;
  query: TableQuery;
}

/** The attempts of a sitting. The address bar holds search, filter, order and page. */
export function AttemptsTable({ rows, total, page, query }: AttemptsTableProps) {
  const address = useTableAddress(query);
  const { go, leave, typed } = address;
  return (
    <>
      <Filters total={total} query={query} address={address} />
      {rows.length === 0 ? (
        <NoRows isFiltered={query.search !== '' || query.state !== 'all'} />
      ) : (
        <AttemptRows
          rows={rows}
          query={query}
          onSort={go}
          addressOf={(attemptId) => `/staff/attempts/${attemptId}${tableAddress(typed)}`}
          onLeave={leave}
        />
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

interface FiltersProps {
  total: number;
  query: TableQuery;
  address: ReturnType<typeof useTableAddress>;
}

function Filters({ total, query, address: { go, search, changeSearch } }: FiltersProps) {
  return (
    <Group mb="md" align="end" gap="sm">
      <TextInput
        label="Search"
        placeholder="Name or e-mail"
        value={search}
        onChange={(event) => changeSearch(event.currentTarget.value)}
      />
      <NativeSelect
        label="State"
        value={query.state}
        data={[
          { value: 'all', label: 'All' },
          ...Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label })),
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
  );
}

function NoRows({ isFiltered }: { isFiltered: boolean }) {
  return (
    <EmptyState title={isFiltered ? 'No attempt fits the filter' : 'No attempts yet'}>
      {isFiltered
        ? 'Clear the search or choose another state.'
        : 'Attempts appear here as soon as students start.'}
    </EmptyState>
  );
}

/** What the address bar asks for, and how it changes with the table. */
function useTableAddress(query: TableQuery) {
  const router = useRouter();
  const path = usePathname();
  const { asked, drawn } = useArrival(query);
  const [search, setSearch] = useState(asked.search);
  const go = (change: Partial<TableQuery>) => {
    router.replace(`${path}${tableAddress({ ...query, page: 1, ...change })}`, { scroll: false });
  };
  const searchSoon = useDebouncedCallback((text: string) => go({ search: text }), SEARCH_DELAY_MS);
  // What was typed last may not be in the address yet: Back must find it there, and the script too.
  const typed = {
    ...query,
    ...(search.trim() !== query.search && { search: search.trim(), page: 1 }),
  };
  useEffect(() => {
    const address = tableAddress(asked);
    if (address !== drawn) router.replace(`${path}${address}`, { scroll: false });
  }, [asked, drawn, path, router]);
  return {
    ...{ go, search, typed },
    changeSearch: (text: string) => {
      setSearch(text);
      searchSoon(text);
    },
    leave: () => {
      searchSoon.cancel();
      window.history.replaceState(null, '', `${path}${tableAddress(typed)}`);
    },
  };
}

/**
 * What the address asked for when the table came up, and what is drawn: after Back the address may be
 * ahead of the rows that the browser had kept.
 */
function useArrival(query: TableQuery): { asked: TableQuery; drawn: string } {
  const params = useSearchParams();
  const [arrival] = useState(() => ({
    asked: tableQuerySchema.parse(Object.fromEntries(params)),
    drawn: tableAddress(query),
  }));
  return arrival;
}
