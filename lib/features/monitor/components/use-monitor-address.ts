'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { type MonitorQuery, monitorQuerySchema } from '@/lib/features/monitor/schema';

const USUAL: Readonly<Record<string, unknown>> = monitorQuerySchema.parse({});

/**
 * Search, state and order of the live view. The address bar holds them; all rows are here already, so
 * the server is not asked when they change.
 */
export function useMonitorAddress() {
  const path = usePathname();
  const params = useSearchParams();
  const [query, setQuery] = useState(() => monitorQuerySchema.parse(Object.fromEntries(params)));
  const go = (change: Partial<MonitorQuery>) => {
    const next = { ...query, ...change };
    const changed = Object.entries(next).filter(([key, value]) => value !== USUAL[key]);
    const search = new URLSearchParams(changed).toString();
    window.history.replaceState(null, '', search === '' ? path : `${path}?${search}`);
    setQuery(next);
  };
  return { query, go };
}
