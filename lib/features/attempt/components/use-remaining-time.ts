'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 500;
const RESYNC_MS = 60_000;

export interface ServerTime {
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  dueAt: number;
}

/**
 * Milliseconds left until the deadline, by the server's clock: its time at the last answer plus what
 * a monotonic timer counted since. The device's own clock, which students and time zones change, is
 * never asked.
 */
export function useRemainingTime(
  initial: ServerTime,
  refresh: () => Promise<ServerTime | null>,
): number {
  const [anchor, setAnchor] = useState<{ time: ServerTime; at: number } | null>(null);
  const [remaining, setRemaining] = useState(initial.dueAt - initial.now);

  useEffect(() => {
    setAnchor({ time: initial, at: performance.now() });
  }, [initial]);

  useEffect(() => {
    let gone = false;
    const resync = async () => {
      const time = await refresh();
      if (time && !gone) setAnchor({ time, at: performance.now() });
    };
    // A device that slept has lost count; it comes back through visibility.
    const onVisible = () => document.visibilityState === 'visible' && void resync();
    document.addEventListener('visibilitychange', onVisible);
    const timer = setInterval(() => void resync(), RESYNC_MS);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', onVisible);
      clearInterval(timer);
    };
  }, [refresh]);

  useEffect(() => {
    if (!anchor) return;
    const tick = () =>
      setRemaining(anchor.time.dueAt - anchor.time.now - (performance.now() - anchor.at));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [anchor]);

  return remaining;
}
