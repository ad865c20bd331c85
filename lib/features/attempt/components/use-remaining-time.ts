'use client';

import { useEffect, useState } from 'react';
import type { RoomView } from '@/lib/features/attempt/room/room-session';

const TICK_MS = 500;

/** Whole seconds left until the deadline; null until the server has told. Zero and less: it is over. */
export function useSecondsLeft(server: RoomView['server']): number | null {
  return useTimeLeft(server, secondsOf);
}

/** Whether the deadline is over; not before the server has told. */
export function useIsOver(server: RoomView['server']): boolean {
  return useTimeLeft(server, isOver) ?? false;
}

const secondsOf = (remainingMs: number) => Math.ceil(remainingMs / 1000);
const isOver = (remainingMs: number) => remainingMs <= 0;

/**
 * What `of` makes of the milliseconds left, by the server's clock: its time at the last answer plus what
 * a monotonic timer counted since. The device's own clock, which students and time zones change, is
 * never asked. Drawn anew only when the value changes.
 */
function useTimeLeft<Value extends number | boolean>(
  server: RoomView['server'],
  of: (remainingMs: number) => Value,
): Value | null {
  const [value, setValue] = useState<Value | null>(null);
  useEffect(() => {
    if (!server) return;
    const { time, at } = server;
    const tick = () => setValue(of(time.dueAt - time.now - (performance.now() - at)));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [server, of]);
  return value;
}
