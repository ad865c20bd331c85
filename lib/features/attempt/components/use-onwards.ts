'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { RoomSession, RoomView } from '@/lib/features/attempt/room-session';

/** How often an attempt whose time is over is submitted again, until the server says that it is. */
const FINISH_MS = 3000;

/** A submitted attempt leads to its result; one whose time is over is finished. */
export function useOnwards(
  attemptId: string,
  session: RoomSession,
  { server }: RoomView,
  over: boolean,
): void {
  const router = useRouter();
  const isSubmitted = server?.state === 'submitted';
  useEffect(() => {
    // In the place of the room: whoever goes back gets to what was before it.
    if (isSubmitted) router.replace(`/attempts/${attemptId}/result`);
  }, [attemptId, isSubmitted, router]);

  const isFinishing = over && !isSubmitted;
  useEffect(() => {
    if (!isFinishing) return;
    const finish = () => void session.finish();
    finish();
    const timer = setInterval(finish, FINISH_MS);
    return () => clearInterval(timer);
  }, [isFinishing, session]);
}
