'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { shownLines } from './edit';

/** More changes than this are never on their way at once. */
const MOST_PENDING = 200;

/**
 * The lines as they stand on the screen. What is typed comes back as a prop, late and in order; an
 * edit that was built on such an old list would lose what was typed since. So edits build on
 * `latest`, and a prop is taken over only where it is none of what was sent from here.
 */
export function useOwnLines(
  lines: readonly string[],
  onChange: (lines: string[]) => void,
): {
  own: readonly string[];
  latest: RefObject<readonly string[]>;
  change: (next: readonly string[]) => void;
} {
  const [own, setOwn] = useState(() => shownLines(lines));
  const latest = useRef(own);
  const sent = useRef<string[]>([]);

  useEffect(() => {
    const shown = shownLines(lines);
    const key = JSON.stringify(shown);
    const at = sent.current.indexOf(key);
    if (at >= 0) {
      sent.current.splice(0, at + 1);
      return;
    }
    if (key === JSON.stringify(latest.current)) return;
    latest.current = shown;
    setOwn(shown);
  }, [lines]);

  const change = (next: readonly string[]) => {
    latest.current = next;
    sent.current = [...sent.current, JSON.stringify(next)].slice(-MOST_PENDING);
    setOwn(next);
    onChange([...next]);
  };
  return { own, latest, change };
}
