'use client';

import { useState } from 'react';

/** Which of the rows that are shown are chosen; with Shift all from the last one to this. */
export function useSelection(shown: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  // Whoever is no longer shown is not meant any more.
  const selected = new Set(shown.filter((id) => chosen.has(id)));

  const toggle = (id: string, range: boolean) => {
    const next = new Set(selected);
    const isOn = !selected.has(id);
    for (const each of range ? between(shown, last ?? id, id) : [id]) {
      if (isOn) next.add(each);
      else next.delete(each);
    }
    setChosen(next);
    setLast(id);
  };
  const toggleAll = () => setChosen(new Set(selected.size === shown.length ? [] : shown));
  return { selected, toggle, toggleAll, clear: () => setChosen(new Set()) };
}

/** The rows from one to the other, both with them. */
function between(shown: readonly string[], a: string, b: string): readonly string[] {
  const [from, to] = [shown.indexOf(a), shown.indexOf(b)].sort((x, y) => x - y);
  return from === undefined || from < 0 || to === undefined ? [b] : shown.slice(from, to + 1);
}
