import { describe, expect, it } from 'vitest';
import { FakeServer, memoryStore } from '@/lib/features/attempt/testing';
import { sendLeftovers } from './leftovers';

describe('what a closed room could not send', () => {
  async function withLeftover() {
    const store = memoryStore();
    await store.put('a', {
      content: { text: 'last words' },
      note: '',
      base: 0,
      idempotencyKey: 'key-1',
      sent: true,
      supersedes: [],
    });
    return { store, server: new FakeServer() };
  }

  it('goes to the server late, and is then forgotten', async () => {
    const { store, server } = await withLeftover();
    server.mode = 'late';
    expect(await sendLeftovers(store, server.save)).toBe(false);
    expect(server.requests[0]?.content).toEqual({ text: 'last words' });
    expect(store.kept.size).toBe(0);
  });

  it('stays in the browser as long as the server cannot be reached, or keeps nothing of it', async () => {
    const { store, server } = await withLeftover();
    server.mode = 'down';
    expect(await sendLeftovers(store, server.save)).toBe(true);
    server.mode = 'closed';
    expect(await sendLeftovers(store, server.save)).toBe(false);
    expect(store.kept.size).toBe(1);
  });
});
