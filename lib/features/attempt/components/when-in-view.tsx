'use client';

import { useIntersection } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { AnswerSkeleton } from '@/lib/kinds/answer-skeleton';

/** Ready before one has scrolled to it. */
const AHEAD = '50% 0px';
/** For browsers that do not say when they are idle. */
const LATER_MS = 2000;

/**
 * Shows an answer field, and with it loads its code, once it comes into view; the others follow when
 * the browser has nothing else to do, so that a search in the page and Tab find them.
 */
export function WhenInView({ children }: { children: ReactNode }) {
  const { ref, entry } = useIntersection({ rootMargin: AHEAD });
  const [isShown, setShown] = useState(false);
  const isInView = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isShown) return;
    if (isInView) return setShown(true);
    const show = () => setShown(true);
    if (typeof window.requestIdleCallback === 'function') {
      const waiting = window.requestIdleCallback(show);
      return () => window.cancelIdleCallback(waiting);
    }
    const waiting = setTimeout(show, LATER_MS);
    return () => clearTimeout(waiting);
  }, [isShown, isInView]);
  return <div ref={ref}>{isShown ? children : <AnswerSkeleton />}</div>;
}
