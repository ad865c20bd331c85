import { createStore, entries, promisifyRequest, set } from 'idb-keyval';
import type { Unsent, UnsentStore } from '@/lib/features/attempt/room/answer-state';

/** What is unsent, in IndexedDB: one database an attempt. */
export function browserStore(attemptId: string): UnsentStore {
  let store: ReturnType<typeof createStore> | undefined;
  const drafts = () => {
    store ??= createStore(`nabla-attempt-${attemptId}`, 'unsent');
    return store;
  };
  return {
    put: (partId, unsent) => set(partId, unsent, drafts()),
    // Looks and removes in one transaction: a newer draft may come at any moment.
    remove: (partId, idempotencyKey) =>
      drafts()('readwrite', (kept) => {
        const read: IDBRequest<Unsent | undefined> = kept.get(partId);
        read.onsuccess = () => {
          if (read.result?.idempotencyKey === idempotencyKey) kept.delete(partId);
        };
        return promisifyRequest(kept.transaction);
      }),
    all: async () => new Map(await entries<string, Unsent>(drafts())),
  };
}
