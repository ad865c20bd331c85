'use client';

import { useEffect, useState } from 'react';

/**
 * A moment in the reader's own time zone. The server does not know the zone, so it sends UTC and the
 * browser rewrites it.
 */
export function Time({ iso }: { iso: string }) {
  const [text, setText] = useState(`${iso.slice(0, 16).replace('T', ' ')} UTC`);
  useEffect(() => {
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
    setText(format.format(new Date(iso)));
  }, [iso]);
  return <time dateTime={iso}>{text}</time>;
}
