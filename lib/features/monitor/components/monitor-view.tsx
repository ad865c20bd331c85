'use client';

import { Alert, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  MONITOR_STATES,
  type Monitor,
  type MonitorRow,
  type MonitorState,
} from '@/lib/features/monitor/schema';
import { EmptyState } from '@/lib/ui/empty-state';
import { MonitorTable } from './monitor-table';
import { STATE_WORDS } from './state-words';
import { useMonitor } from './use-monitor';

/** The live view of a sitting: who is where, with what can be done for them. */
export function MonitorView({
  sittingId,
  initial,
  mayInstruct,
}: {
  sittingId: string;
  initial: Monitor;
  mayInstruct: boolean;
}) {
  const { monitor, isStale, refresh } = useMonitor(sittingId, initial);
  const [search, setSearch] = useState('');
  const [state, setState] = useState<MonitorState | 'all'>('all');
  const wanted = monitor.rows.filter(
    (row) => (state === 'all' || row.state === state) && isCalled(row, search),
  );
  return (
    <>
      {isStale && (
        <Alert color="yellow" mb="md" role="alert" title="The server cannot be reached">
          What stands here is from before; it goes on by itself.
        </Alert>
      )}
      <Group mb="sm" align="end" gap="sm">
        <TextInput
          label="Search"
          placeholder="Name"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <StateFilter rows={monitor.rows} state={state} onState={setState} />
        <Text size="sm" c="dimmed" role="status">
          {wanted.length} of {monitor.rows.length} shown
        </Text>
      </Group>
      {wanted.length === 0 ? (
        <EmptyState title={monitor.rows.length === 0 ? 'No students yet' : 'Nobody fits'}>
          {monitor.rows.length === 0
            ? 'Students of the course are listed here, also before they begin.'
            : 'Clear the search or choose another state.'}
        </EmptyState>
      ) : (
        <MonitorTable
          rows={wanted}
          parts={monitor.parts}
          now={monitor.now}
          mayInstruct={mayInstruct}
          onDone={() => void refresh()}
        />
      )}
    </>
  );
}

/** Each state with how many are in it. */
function StateFilter({
  rows,
  state,
  onState,
}: {
  rows: readonly MonitorRow[];
  state: MonitorState | 'all';
  onState: (state: MonitorState | 'all') => void;
}) {
  const count = (each: MonitorState) => rows.filter((row) => row.state === each).length;
  return (
    <NativeSelect
      label="State"
      value={state}
      onChange={(event) => onState(stateOf(event.currentTarget.value))}
      data={[
        { value: 'all', label: `All (${rows.length})` },
        ...MONITOR_STATES.map((each) => ({
          value: each,
          label: `${STATE_WORDS[each]} (${count(each)})`,
        })),
      ]}
    />
  );
}

function stateOf(value: string): MonitorState | 'all' {
  return MONITOR_STATES.find((state) => state === value) ?? 'all';
}

/** Whatever the case and the accents. */
function isCalled({ name }: MonitorRow, search: string): boolean {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(name).includes(plain(search.trim()));
}
