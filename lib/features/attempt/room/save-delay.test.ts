import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, memoryStore, start } from '@/lib/features/attempt/testing';
import { AnswerSync } from './answer-sync';

describe('when a save is sent', () => {
  let sync: AnswerSync;
  /** When the server heard of a change, in milliseconds since the test began. */
  let sent: number[];

  beforeEach(() => {
    vi.useFakeTimers();
    const server = new FakeServer();
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const begun = performance.now();
    let keys = 0;
    sent = [];
    sync = new AnswerSync({
      initial: { a: start },
      store: memoryStore(),
      save: async (partId, request) => {
        sent.push(performance.now() - begun);
        return server.save(partId, request);
      },
      newKey: () => `key-${++keys}`,
      delay: (slot, ms, action) => {
        clearTimeout(timers.get(slot));
        timers.set(slot, setTimeout(action, ms));
      },
    });
  });
  afterEach(() => vi.useRealTimers());

  async function type(keys: number, everyMs: number): Promise<void> {
    for (let key = 0; key < keys; key++) {
      await sync.change('a', { content: { text: `${key} keys` } });
      await vi.advanceTimersByTimeAsync(everyMs);
    }
  }

  it('waits for a pause', async () => {
    await type(5, 200);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toHaveLength(1);
  });

  it('waits no longer than three seconds where there is no pause', async () => {
    await type(50, 300);
    const gaps = sent.map((at, index) => at - (sent[index - 1] ?? 0));
    expect(sent.length).toBeGreaterThanOrEqual(4);
    // One key may pass before the next delay begins.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3300);
  });
});
