'use client';

import { Group, NativeSelect, Pagination, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { SittingMode } from '@/lib/exam/release';
import { type TableQuery, tableAddress, tableQuerySchema } from '@/lib/features/review/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { AttemptRows, type ShownAttemptRow, statesOf } from './attempt-rows';

/** The attempts of a sitting. The address bar holds search, filter, order and page. */
export function AttemptsTable({
  rows,
  total,
  page,
  query,
  mode,
}: {
  rows: readonly ShownAttemptRow[];
  total: number;
  page: number;
  query: TableQuery;
  mode: SittingMode;
}) {
  const states = statesOf(mode);
  const { search, typed, go, type, leave } = useTableAddress(query);
  return (
    <>
      <Filter
        search={search}
        state={query.state}
        states={states}
        total={total}
        onSearch={type}
        onState={(state) => go({ state })}
      />
      {rows.length === 0 ? (
        <NoRows filtered={query.search !== '' || query.state !== 'all'} />
      ) : (
        <AttemptRows rows={rows} states={states} query={typed} onSort={go} onLeave={leave} />
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

function Filter({
  search,
  state,
  states,
  total,
  onSearch,
  onState,
}: {
  search: string;
  state: TableQuery['state'];
  states: ReturnType<typeof statesOf>;
  total: number;
  onSearch: (text: string) => void;
  onState: (state: TableQuery['state']) => void;
}) {
  return (
    <Group mb="md" align="end" gap="sm">
      <TextInput
        label="Search"
        placeholder="Name or e-mail"
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <NativeSelect
        label="State"
        value={state}
        data={[
          { value: 'all', label: 'All' },
          ...Object.entries(states).map(([value, label]) => ({ value, label })),
          // An attempt may be in a state and have something unread at the same time.
          { value: 'unread', label: 'Has something unread' },
          { value: 'late-open', label: 'Arrived late, to decide' },
          { value: 'late', label: 'Arrived late, all' },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          onState(tableQuerySchema.parse({ state: chosen }).state);
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {total} {total === 1 ? 'attempt' : 'attempts'}
      </Text>
    </Group>
  );
}

function NoRows({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState title={filtered ? 'No attempt fits the filter' : 'No attempts yet'}>
      {filtered
        ? 'Clear the search or choose another state.'
        : 'Attempts appear here as soon as students start.'}
    </EmptyState>
  );
}

/** The query as the address bar has it, what is being typed into the search, and ways to another. */
function useTableAddress(query: TableQuery) {
  const router = useRouter();
  const path = usePathname();
  const { asked, shown } = useArrival(query);
  const [search, setSearch] = useState(asked.search);
  const go = (change: Partial<TableQuery>) => {
    router.replace(`${path}${tableAddress({ ...query, page: 1, ...change })}`, { scroll: false });
  };
  const searchSoon = useDebouncedCallback((text: string) => go({ search: text }), 300);
  useEffect(() => {
    const address = tableAddress(asked);
    if (address !== shown) router.replace(`${path}${address}`, { scroll: false });
  }, [asked, shown, path, router]);
  // What was typed last may not be in the address yet: Back must find it there, and the script too.
  const typed = {
    ...query,
    ...(search.trim() !== query.search && { search: search.trim(), page: 1 }),
  };
  return {
    search,
    typed,
    go,
    type: (text: string) => {
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
