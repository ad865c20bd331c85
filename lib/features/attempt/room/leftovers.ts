import type { UnsentStore } from './answer-state';
import type { SaveOutcome, SaveRequest } from './save-client';

/**
 * Sends what a room that was closed could not, and forgets what the server keeps in whatever form.
 * True if something is left that may still get there.
 */
export async function sendLeftovers(
  store: UnsentStore,
  save: (partId: string, request: SaveRequest) => Promise<SaveOutcome>,
): Promise<boolean> {
  let isLeft = false;
  for (const [partId, { sent: _sent, ...request }] of await store.all()) {
    const { kind } = await save(partId, request);
    if (kind === 'saved' || kind === 'late' || kind === 'conflict') {
      await store.remove(partId, request.idempotencyKey);
    }
    isLeft ||= kind === 'offline' || kind === 'failing';
  }
  return isLeft;
}
