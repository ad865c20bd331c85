'use client';

import { Alert, Button, Group, Loader, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  MONITOR_STATES,
  type MonitorQuery,
  type MonitorRow,
  type MonitorState,
  monitorQuerySchema,
} from '@/lib/features/monitor/schema';
import {
  MoreTimeDialog,
  type Receivers,
} from '@/lib/features/sittings/components/more-time-dialog';
import { EmptyState } from '@/lib/ui/empty-state';
import { ActDialog, type Acting } from './act-dialog';
import { arrangeRows } from './arrange-rows';
import type { RowHandlers } from './monitor-row';
import { MonitorTable } from './monitor-table';
import { everybody, receiversOf } from './receivers';
import { STATE_WORDS } from './state-words';
import { type LiveMonitor, useMonitor } from './use-monitor';
import { useMonitorAddress } from './use-monitor-address';
import { useSelection } from './use-selection';

interface Props {
  sittingId: string;
  mayInstruct: boolean;
}

/** The live view of a sitting: who is where, with what can be done for them. */
export function MonitorView({ sittingId, mayInstruct }: Props) {
  const { monitor, isStale, refresh } = useMonitor(sittingId);
  return (
    <>
      {isStale && (
        <Alert color="yellow" mb="md" role="alert" title="The server cannot be reached">
          What stands here is from before; it goes on by itself.
        </Alert>
      )}
      {monitor === null ? (
        <Loader size="sm" aria-label="Asking who is where" />
      ) : (
        <Standing
          sittingId={sittingId}
          mayInstruct={mayInstruct}
          monitor={monitor}
          onDone={() => void refresh()}
        />
      )}
    </>
  );
}

function Standing({
  sittingId,
  mayInstruct,
  monitor,
  onDone,
}: Props & { monitor: LiveMonitor; onDone: () => void }) {
  const { query, go } = useMonitorAddress();
  const wanted = useMemo(() => arrangeRows(monitor.rows, query), [monitor.rows, query]);
  const { selected, toggle, toggleAll, clear } = useSelection(
    wanted.map(({ personId }) => personId),
  );
  const [acting, setActing] = useState<Acting | null>(null);
  const [receivers, setReceivers] = useState<Receivers | null>(null);
  const handlers: RowHandlers = {
    onToggle: toggle,
    onAct: (act, { attemptId, name }) => attemptId && setActing({ act, attemptId, name }),
  };
  const chosen = wanted.filter(({ personId }) => selected.has(personId));
  return (
    <>
      <Filter rows={monitor.rows} shown={wanted.length} query={query} onChange={go}>
        {mayInstruct && <GiveTime chosen={chosen} onGive={setReceivers} onClear={clear} />}
      </Filter>
      {wanted.length === 0 ? (
        <Nobody isEmpty={monitor.rows.length === 0} />
      ) : (
        <MonitorTable
          rows={wanted}
          parts={monitor.parts}
          now={monitor.now}
          order={query}
          onSort={go}
          selected={selected}
          onToggleAll={toggleAll}
          handlers={mayInstruct ? handlers : null}
        />
      )}
      {acting && <ActDialog acting={acting} onClose={() => setActing(null)} onDone={onDone} />}
      {receivers && (
        <MoreTimeDialog
          sittingId={sittingId}
          receivers={receivers}
          onClose={() => setReceivers(null)}
          onDone={() => {
            clear();
            onDone();
          }}
        />
      )}
    </>
  );
}

function Nobody({ isEmpty }: { isEmpty: boolean }) {
  return (
    <EmptyState title={isEmpty ? 'No students yet' : 'Nobody fits'}>
      {isEmpty
        ? 'Students of the course are listed here, also before they begin.'
        : 'Clear the search or choose another state.'}
    </EmptyState>
  );
}

/** More time for whom is chosen; for everybody where nobody is. */
function GiveTime({
  chosen,
  onGive,
  onClear,
}: {
  chosen: readonly MonitorRow[];
  onGive: (receivers: Receivers) => void;
  onClear: () => void;
}) {
  if (chosen.length === 0) {
    return (
      <Button variant="default" ml="auto" onClick={() => onGive(everybody())}>
        Give time to everybody
      </Button>
    );
  }
  const receivers = receiversOf(chosen);
  return (
    <Group gap="xs" ml="auto">
      <Button variant="subtle" onClick={onClear}>
        Choose nobody
      </Button>
      <Button disabled={receivers === null} onClick={() => receivers && onGive(receivers)}>
        Give time to {chosen.length} chosen
      </Button>
    </Group>
  );
}

function Filter({
  rows,
  shown,
  query,
  onChange,
  children,
}: {
  rows: readonly MonitorRow[];
  shown: number;
  query: MonitorQuery;
  onChange: (change: Partial<MonitorQuery>) => void;
  children: React.ReactNode;
}) {
  const count = (each: MonitorState) => rows.filter((row) => row.state === each).length;
  return (
    <Group mb="sm" align="end" gap="sm">
      <TextInput
        label="Search"
        placeholder="Name"
        value={query.search}
        onChange={(event) => onChange({ search: event.currentTarget.value })}
      />
      <NativeSelect
        label="State"
        value={query.state}
        onChange={(event) =>
          onChange({ state: monitorQuerySchema.parse({ state: event.currentTarget.value }).state })
        }
        data={[
          { value: 'all', label: `All (${rows.length})` },
          ...MONITOR_STATES.map((each) => ({
            value: each,
            label: `${STATE_WORDS[each]} (${count(each)})`,
          })),
        ]}
      />
      <Text size="sm" c="dimmed" role="status" pb={8}>
        {shown} of {rows.length} shown
      </Text>
      {children}
    </Group>
  );
}
