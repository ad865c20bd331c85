'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** Fewer are all there: what the browser finds in a page, and what is read out, is whole then. */
const MOST_AT_ONCE = 150;
/** Of every row, by monitor-table.module.css: then nothing has to be measured. */
const ROW_PX = 34;
/** So many more above and below, that one does not scroll into nothing. */
const BEYOND = 15;

/** Which rows of a long table are in view, and how much room those above and below take. */
export function useRowsInView(count: number) {
  // What the virtualizer returns changes without a change of its inputs, which the compiler relies on.
  'use no memo';
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  // After every change: what stands above the table may have become higher.
  useLayoutEffect(() => {
    const place = body.current?.getBoundingClientRect().top ?? 0;
    setTop(Math.round(place + window.scrollY));
  });
  const isLong = count > MOST_AT_ONCE;
  const virtualizer = useWindowVirtualizer({
    count,
    enabled: isLong,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    scrollMargin: top,
  });
  if (!isLong) return { body, shown: [...Array(count).keys()], before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    body,
    shown: items.map(({ index }) => index),
    before: first ? first.start - top : 0,
    after: last ? virtualizer.getTotalSize() - (last.end - top) : virtualizer.getTotalSize(),
  };
}
