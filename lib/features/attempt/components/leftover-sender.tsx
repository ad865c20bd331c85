'use client';

import { useEffect } from 'react';
import { sendLeftovers } from '@/lib/features/attempt/room/leftovers';
import { saveAnswer } from '@/lib/features/attempt/room/save-client';
import { browserStore } from './browser-store';

const RETRY_MS = 15_000;

/** On the result page: sends what was written here and never left this browser. */
export function LeftoverSender({ attemptId }: { attemptId: string }) {
  useEffect(() => {
    const clientId = crypto.randomUUID();
    const store = browserStore(attemptId);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const send = async () => {
      clearTimeout(timer);
      const isLeft = await sendLeftovers(store, (partId, request) =>
        saveAnswer({ attemptId, partId, clientId, request }),
      ).catch(() => false);
      if (isLeft && !isGone) timer = setTimeout(send, RETRY_MS);
    };
    void send();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [attemptId]);
  return null;
}
