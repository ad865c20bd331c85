'use client';

import { type MouseEvent, type ReactNode, useCallback } from 'react';
import classes from './skip-link.module.css';

/** Seen only with the focus: leads past what stands before the content on every page. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  // The place gets the focus without an entry in the history, where Back would leave it.
  const skip = useCallback(
    (event: MouseEvent) => {
      const place = document.getElementById(to);
      if (!place) return;
      event.preventDefault();
      place.tabIndex = -1;
      place.focus();
    },
    [to],
  );
  return (
    <a href={`#${to}`} className={classes.link} onClick={skip}>
      {children}
    </a>
  );
}
