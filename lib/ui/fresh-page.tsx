'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The pages that were shown in this document. */
const shown = new Set<string>();

/**
 * Asks the server anew for a page that comes from the browser's or the router's store, as it does on
 * Back and Forward: what it says may no longer be so.
 */
export function FreshPage({
  stamp,
}: {
  /** Another one each time the server makes the page. */
  stamp: string;
}) {
  const router = useRouter();
  useEffect(() => {
    if (shown.has(stamp)) router.refresh();
    shown.add(stamp);
  }, [stamp, router]);
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && router.refresh();
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, [router]);
  return null;
}
