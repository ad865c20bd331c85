'use client';

import { useEffect, useRef } from 'react';

/** Where no events come through, as behind some proxies. */
const POLL_MS = 15_000;

/**
 * Calls `onChange` when the server says at `url` that something changed (server-sent events), once at the
 * beginning, after every reconnection, and now and then where nothing comes through.
 * @param onChange gets what the event brought along; an empty text where nothing did
 */
export function useChanges(url: string, onChange: (data: string) => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    const events = new EventSource(url);
    events.addEventListener('changed', ({ data }) => latest.current(String(data)));
    const timer = setInterval(() => {
      if (events.readyState !== EventSource.OPEN) latest.current('');
    }, POLL_MS);
    return () => {
      events.close();
      clearInterval(timer);
    };
  }, [url]);
}
