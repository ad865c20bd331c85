'use client';

import { Alert, Progress, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

const LOOK_AGAIN_MS = 1500;

/** Shown while parts are being graded; looks again by itself. */
export function WhileGrading({ total }: { total: { pending: number } }) {
  const router = useRouter();
  const [isLooking, startLooking] = useTransition();
  useEffect(() => {
    // Looking again before the last answer is shown would take its place, on a slow line for ever.
    if (isLooking) return;
    const timer = setTimeout(() => startLooking(() => router.refresh()), LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [router, isLooking]);
  return (
    <Alert color="blue" variant="light" role="status" title="Being graded">
      <Text size="sm" mb="xs">
        {total.pending} {total.pending === 1 ? 'part is' : 'parts are'} still being graded. This
        page looks again by itself.
      </Text>
      <Progress value={100} animated aria-label="Grading" />
    </Alert>
  );
}
