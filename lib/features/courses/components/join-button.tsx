'use client';

import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { joinCourse } from '@/lib/features/courses/actions';
import { orSay } from '@/lib/ui/say';

/** Comes into the course of a link. */
export function JoinButton({ token }: { token: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const join = async () => {
    setBusy(true);
    if (await orSay(joinCourse({ token }), 'Not joined')) return router.push('/');
    setBusy(false);
  };
  return (
    <Button loading={busy} onClick={() => void join()}>
      Join the course
    </Button>
  );
}
