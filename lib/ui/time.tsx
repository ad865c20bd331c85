'use client';

import { useEffect, useState } from 'react';

/**
 * A moment in the reader's own time zone, and in `zone` beside it where clocks there show something
 * else. The server does not know the reader's zone, so it sends UTC and the browser rewrites it.
 */
export function Time({ iso, zone }: { iso: string; zone?: string }) {
  const [text, setText] = useState(`${iso.slice(0, 16).replace('T', ' ')} UTC`);
  useEffect(() => {
    const moment = new Date(iso);
    const own = inZone(moment);
    const there = zone === undefined ? own : inZone(moment, zone);
    setText(own === there ? own : `${own} (${there} in ${zone})`);
  }, [iso, zone]);
  return <time dateTime={iso}>{text}</time>;
}

function inZone(moment: Date, timeZone?: string): string {
  return new Intl.DateTimeFormat(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  }).format(moment);
}
