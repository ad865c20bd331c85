'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';

/** More changes than this are never on their way at once. */
const MOST_PENDING = 200;

/**
 * A value as it stands on the screen. What is changed comes back as a prop, late and in order; an
 * edit that was built on such an old value would lose what was changed since. So edits build on
 * `latest`, and a prop is taken over only where it is none of what was sent from here.
 */
export function useOwn<Value>(value: Value): {
  own: Value;
  latest: RefObject<Value>;
  /** To be called with every value that is sent up. */
  change: (next: Value) => void;
} {
  const [own, setOwn] = useState(value);
  const latest = useRef(own);
  const sent = useRef<string[]>([]);
  const key = JSON.stringify(value);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the value is another.
  useEffect(() => {
    const at = sent.current.indexOf(key);
    if (at >= 0) {
      sent.current.splice(0, at + 1);
      return;
    }
    if (key === JSON.stringify(latest.current)) return;
    latest.current = value;
    setOwn(value);
  }, [key]);

  const change = (next: Value) => {
    latest.current = next;
    sent.current = [...sent.current, JSON.stringify(next)].slice(-MOST_PENDING);
    setOwn(next);
  };
  return { own, latest, change };
}
