'use client';

import { useRef, useState } from 'react';

/** Changes that come in so quick a row are one: a drag, a key that is held down. */
const ONE_MOVE_MS = 600;
const MOST_STEPS = 100;

/** Remembers what was there before each change. */
export function useUndo<Value>(value: Value, onChange: (value: Value) => void) {
  const [past, setPast] = useState<readonly Value[]>([]);
  const lastChange = useRef(Number.NEGATIVE_INFINITY);
  return {
    change: (next: Value) => {
      const now = performance.now();
      const isNewMove = now - lastChange.current > ONE_MOVE_MS;
      lastChange.current = now;
      if (isNewMove) setPast((all) => [...all, value].slice(-MOST_STEPS));
      onChange(next);
    },
    undo:
      past.length === 0
        ? null
        : () => {
            const before = past.at(-1);
            setPast((all) => all.slice(0, -1));
            lastChange.current = Number.NEGATIVE_INFINITY;
            if (before !== undefined) onChange(before);
          },
  };
}
