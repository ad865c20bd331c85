'use client';

import { type KeyboardEvent, useRef, useState } from 'react';

/** Changes that come in so quick a row are one: a drag, a key that is held down. */
const ONE_MOVE_MS = 600;
const MOST_STEPS = 100;

/** Remembers what was there before each change. */
export function useUndo<Value>(value: Value, onChange: (value: Value) => void) {
  const [past, setPast] = useState<readonly Value[]>([]);
  const lastMove = useRef(Number.NEGATIVE_INFINITY);
  const remember = () => setPast((all) => [...all, value].slice(-MOST_STEPS));
  const before = past.at(-1);
  const undo =
    before === undefined
      ? null
      : () => {
          setPast((all) => all.slice(0, -1));
          lastMove.current = Number.NEGATIVE_INFINITY;
          onChange(before);
        };
  return {
    /** A change that may be one of many that make up a move. */
    move: (next: Value) => {
      const now = performance.now();
      if (now - lastMove.current > ONE_MOVE_MS) remember();
      lastMove.current = now;
      onChange(next);
    },
    /** A change that is undone by itself, such as a deletion. */
    step: (next: Value) => {
      remember();
      lastMove.current = Number.NEGATIVE_INFINITY;
      onChange(next);
    },
    /** Takes the last change back; null where there is none. */
    undo,
    /** Ctrl+Z, but in a field that is typed into, which has an undo of its own. */
    onKeyDown: (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || !undo || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      undo();
    },
  };
}
