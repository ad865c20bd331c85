'use client';

import { useRouter } from 'next/navigation';
import { useChanges } from '@/lib/ui/use-changes';

/**
 * On the page of a submitted exam: asks for it again when staff do something to it. One that they opened
 * again goes on in its room at once.
 */
export function WhileWaiting({ attemptId }: { attemptId: string }) {
  const router = useRouter();
  useChanges(`/api/attempts/${attemptId}/events`, () => router.refresh());
  return null;
}
