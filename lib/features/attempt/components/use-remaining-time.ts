'use client';

import { useEffect, useState } from 'react';
import type { RoomView } from '@/lib/features/attempt/room-session';

const TICK_MS = 500;

/**
 * Milliseconds left until the deadline, by the server's clock: its time at the last answer plus what
 * a monotonic timer counted since; null until the server has told. The device's own clock, which
 * students and time zones change, is never asked.
 */
export function useRemainingTime(server: RoomView['server']): number | null {
  const [remaining, setRemaining] = useState<number | null>(null);
  useEffect(() => {
    if (!server) return;
    const { time, at } = server;
    const tick = () => setRemaining(time.dueAt - time.now - (performance.now() - at));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [server]);
  return remaining;
}
