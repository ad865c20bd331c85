'use client';

import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { type Monitor, monitorSchema } from '@/lib/features/monitor/schema';
import { useChanges } from '@/lib/ui/use-changes';

/** Saves are not told of one by one: what they bring to a sitting is asked for. */
const REFRESH_MS = 5000;

/** How a sitting stands, as the server said last, and whether it could not be asked. */
export function useMonitor(sittingId: string, initial: Monitor) {
  const [monitor, setMonitor] = useState(initial);
  const [isStale, setIsStale] = useState(false);
  const refresh = async () => {
    const fetched = await fetchMonitor(sittingId);
    setIsStale(fetched === null);
    if (fetched) setMonitor(fetched);
  };
  useChanges(`/api/sittings/${sittingId}/events`, () => void refresh());
  useInterval(() => void refresh(), REFRESH_MS, { autoInvoke: true });
  return { monitor, isStale, refresh };
}

async function fetchMonitor(sittingId: string): Promise<Monitor | null> {
  try {
    const response = await fetch(`/api/sittings/${sittingId}/monitor`, { cache: 'no-store' });
    return monitorSchema.safeParse(await response.json()).data ?? null;
  } catch {
    return null;
  }
}
