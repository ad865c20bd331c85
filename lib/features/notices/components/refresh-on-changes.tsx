'use client';

import { useRouter } from 'next/navigation';
import { useChanges } from '@/lib/ui/use-changes';

/** Asks for the page again whenever something of the sitting changed. */
export function RefreshOnChanges({ sittingId }: { sittingId: string }) {
  const router = useRouter();
  useChanges(`/api/sittings/${sittingId}/events`, () => router.refresh());
  return null;
}
