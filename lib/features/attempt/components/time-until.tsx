'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 5000;

/**
 * How long it is until a moment, in words: `2 h 5 min`. Counted from what the server said and by a
 * clock that only runs forward: the device's own may be wrong.
 * @param ms from the moment that the page was made
 */
export function TimeUntil({ ms }: { ms: number }) {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => setPassed(performance.now() - begun), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{inWords(ms - passed)}</span>;
}

function inWords(ms: number): string {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  if (days > 1) return `${days} days`;
  if (minutes >= 60) return `${days * 24 + hours} h ${minutes % 60} min`;
  return `${minutes} min`;
}
