'use client';

import { createStore, entries, promisifyRequest, set } from 'idb-keyval';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { AnswerSync, type PartState, type Unsent, type UnsentStore } from '../answer-sync';
import { saveAnswer } from '../save-client';

/** The room's answers, kept in this browser and on the server. */
export function useAnswerSync(
  attemptId: string,
  initial: Readonly<Record<string, PartState>>,
): { sync: AnswerSync; parts: Readonly<Record<string, PartState>> } {
  // Made once: what the server knew when the room was opened; later on the room knows better.
  const [sync] = useState(() => {
    const clientId = crypto.randomUUID();
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    return new AnswerSync({
      initial,
      store: browserStore(attemptId),
      save: (partId, request) => saveAnswer({ attemptId, partId, clientId, request }),
      newKey: () => crypto.randomUUID(),
      delay: (slot, ms, action) => {
        clearTimeout(timers.get(slot));
        timers.set(slot, setTimeout(action, ms));
      },
    });
  });

  useEffect(() => {
    void sync.restore();
    const now = () => void sync.flush();
    const onHide = () => document.visibilityState === 'hidden' && now();
    window.addEventListener('online', now);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', now);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [sync]);

  const parts = useSyncExternalStore(sync.subscribe, sync.parts, () => initial);
  return { sync, parts };
}

/** IndexedDB, one database an attempt. */
function browserStore(attemptId: string): UnsentStore {
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => {
    opened ??= createStore(`nabla-attempt-${attemptId}`, 'unsent');
    return opened;
  };
  return {
    put: (partId, unsent) => set(partId, unsent, store()),
    // Looks and removes in one transaction: a newer draft may come at any moment.
    remove: (partId, idempotencyKey) =>
      store()('readwrite', (drafts) => {
        const read: IDBRequest<Unsent | undefined> = drafts.get(partId);
        read.onsuccess = () => {
          if (read.result?.idempotencyKey === idempotencyKey) drafts.delete(partId);
        };
        return promisifyRequest(drafts.transaction);
      }),
    all: async () => new Map(await entries<string, Unsent>(store())),
  };
}
