'use client';

import { useRouter } from 'next/navigation';
import { useChanges } from '@/lib/ui/use-changes';

/** Asks for the page again whenever something was asked or told in the sitting. */
export function RefreshOnChanges({ sittingId }: { sittingId: string }) {
  const router = useRouter();
  useChanges(`/api/sittings/${sittingId}/events?about=talk`, () => router.refresh());
  return null;
}
