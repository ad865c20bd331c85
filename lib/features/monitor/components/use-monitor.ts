'use client';

import { useInterval } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';
import { type Monitor, type MonitorRow, monitorSchema } from '@/lib/features/monitor/schema';
import { useChanges } from '@/lib/ui/use-changes';

/** Saves are not told of one by one: what they bring to a sitting is asked for. */
const REFRESH_MS = 5000;

const TIMEOUT_MS = 15_000;

export interface LiveMonitor extends Omit<Monitor, 'isWhole' | 'gone'> {
  rows: MonitorRow[];
}

/** How a sitting stands, as the server said last (null before it has), and whether it could not be asked. */
export function useMonitor(sittingId: string) {
  const [monitor, setMonitor] = useState<LiveMonitor | null>(null);
  const [isStale, setIsStale] = useState(false);
  // One answer builds on the one before it, so they are asked for one after the other.
  const latest = useRef<LiveMonitor | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());
  const waiting = useRef<Promise<void> | null>(null);
  const refresh = useCallback(() => {
    waiting.current ??= running.current.then(async () => {
      running.current = waiting.current ?? running.current;
      waiting.current = null;
      const fetched = await fetchMonitor(sittingId, latest.current?.stamp ?? null);
      setIsStale(fetched === null);
      if (!fetched) return;
      latest.current = merge(latest.current, fetched);
      setMonitor(latest.current);
    });
    return waiting.current;
  }, [sittingId]);
  useChanges(`/api/sittings/${sittingId}/events`, () => void refresh());
  useInterval(() => void refresh(), REFRESH_MS, { autoInvoke: true });
  return { monitor, isStale, refresh };
}

/** What changed, put into what is known; a row that did not change stays the same object. */
function merge(known: LiveMonitor | null, { isWhole, gone, ...fetched }: Monitor): LiveMonitor {
  if (isWhole || !known) return fetched;
  const changed = new Map(fetched.rows.map((row) => [row.personId, row]));
  const rows = known.rows
    .filter(({ personId }) => !gone.includes(personId))
    .map((row) => changed.get(row.personId) ?? row);
  const there = new Set(rows.map(({ personId }) => personId));
  const added = fetched.rows.filter(({ personId }) => !there.has(personId));
  return {
    ...fetched,
    rows: added.length > 0 ? [...rows, ...added].sort(byName) : rows,
  };
}

function byName(a: MonitorRow, b: MonitorRow): number {
  return a.name.localeCompare(b.name);
}

async function fetchMonitor(sittingId: string, since: string | null): Promise<Monitor | null> {
  try {
    const after = since === null ? '' : `?since=${since}`;
    const response = await fetch(`/api/sittings/${sittingId}/monitor${after}`, {
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return monitorSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}
