import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, memoryStore, start } from '@/lib/features/attempt/testing';
import type { PartState } from './answer-state';
import { AnswerSync } from './answer-sync';

describe('AnswerSync', () => {
  let server: FakeServer;
  let store: ReturnType<typeof memoryStore>;
  let pending: Map<string, () => void>;
  let keys: number;

  beforeEach(() => {
    server = new FakeServer();
    store = memoryStore();
    pending = new Map();
    keys = 0;
  });

  function open(initial: Partial<PartState> = {}): AnswerSync {
    return new AnswerSync({
      initial: { a: { ...start, ...initial } },
      store,
      save: server.save,
      newKey: () => `key-${++keys}`,
      delay: (slot, _ms, action) => pending.set(slot, action),
    });
  }

  const write = (sync: AnswerSync, text: string) =>
    sync.change('a', { content: { text }, note: '' });
  const stateOf = (sync: AnswerSync) => sync.parts().a?.state;

  it('keeps a change in the browser before it is sent, and forgets it once acknowledged', async () => {
    const sync = open();
    await write(sync, 'one');
    expect(store.kept.get('a')).toMatchObject({ content: { text: 'one' } });
    expect(server.requests).toHaveLength(0);
    expect(await sync.flush()).toBe(true);
    expect(store.kept.size).toBe(0);
    expect(sync.parts().a).toMatchObject({ state: 'saved', base: 1 });
  });

  it('keeps what is written while the browser forgets what was just acknowledged', async () => {
    const sync = open();
    let onRemove = () => write(sync, 'two');
    const { remove } = store;
    store.remove = async (...removed) => {
      await onRemove();
      onRemove = async () => undefined;
      await remove(...removed);
    };
    await write(sync, 'one');
    expect(await sync.flush()).toBe(false);
    expect(stateOf(sync)).toBe('saving');
    expect(store.kept.get('a')).toMatchObject({ content: { text: 'two' } });
    pending.get('a')?.();
    expect(await sync.flush()).toBe(true);
    expect(server.revisions.map(({ content }) => content)).toEqual([
      { text: 'one' },
      { text: 'two' },
    ]);
  });

  it('keeps the latest of two drafts written while an older one was sent', async () => {
    const sync = open();
    let release: () => void = () => undefined;
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    const { remove } = store;
    store.remove = async (...removed) => {
      await remove(...removed);
      if (server.requests.length === 1) await write(sync, 'three');
    };
    await write(sync, 'one');
    const flushed = sync.flush();
    await write(sync, 'two');
    release();
    await flushed;
    await sync.flush();
    expect(sync.parts().a).toMatchObject({ content: { text: 'three' }, state: 'saved' });
    expect(server.revisions.at(-1)?.content).toEqual({ text: 'three' });
    expect(store.kept.size).toBe(0);
  });

  it('sends one request a part at a time, however many ask for it', async () => {
    const sync = open();
    let release: () => void = () => undefined;
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    await write(sync, 'one');
    const first = sync.flush();
    await write(sync, 'two');
    const others = [sync.flush(), sync.flush()];
    release();
    await Promise.all([first, ...others]);
    expect(server.requests.map(({ content }) => content)).toEqual([
      { text: 'one' },
      { text: 'two' },
    ]);
  });

  it('changes the note and the answer apart from each other', async () => {
    const sync = open();
    await Promise.all([
      sync.change('a', { content: { text: 'one' } }),
      sync.change('a', { note: 'by the chain rule' }),
    ]);
    expect(await sync.flush()).toBe(true);
    expect(sync.parts().a).toMatchObject({ content: { text: 'one' }, note: 'by the chain rule' });
    expect(server.requests.at(-1)).toMatchObject({
      content: { text: 'one' },
      note: 'by the chain rule',
    });
  });

  it('sends again with the same key while the server is away, and the server keeps one revision', async () => {
    const sync = open();
    server.mode = 'loses-replies';
    await write(sync, 'one');
    expect(await sync.flush()).toBe(false);
    expect(stateOf(sync)).toBe('offline');
    server.mode = 'up';
    expect(await sync.flush()).toBe(true);
    expect(server.revisions).toHaveLength(1);
    expect(new Set(server.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('retries by itself after a failure', async () => {
    const sync = open();
    server.mode = 'down';
    await write(sync, 'one');
    await sync.flush();
    server.mode = 'up';
    pending.get('a')?.();
    await sync.flush();
    expect(stateOf(sync)).toBe('saved');
  });

  it('sends what an earlier visit could not', async () => {
    server.mode = 'down';
    await write(open(), 'offline words');
    server.mode = 'up';
    const reloaded = open();
    await reloaded.take(server.answers());
    expect(await reloaded.flush()).toBe(true);
    expect(server.revisions.at(-1)?.content).toEqual({ text: 'offline words' });
  });

  it('saves what was typed while a save was on its way, on top of it', async () => {
    const sync = open();
    await write(sync, 'one');
    let answer = () => {};
    server.gate = new Promise((resolve) => {
      answer = resolve;
    });
    const first = sync.flush();
    await Promise.resolve();
    await write(sync, 'one two');
    answer();
    await first;
    expect(await sync.flush()).toBe(true);
    expect(server.revisions.map(({ content }) => content)).toEqual([
      { text: 'one' },
      { text: 'one two' },
    ]);
  });

  it('takes its own save, whose acknowledgement got lost, for no conflict', async () => {
    const sync = open();
    server.mode = 'loses-replies';
    await write(sync, 'one');
    await sync.flush();
    server.mode = 'up';
    await write(sync, 'one two');
    expect(await sync.flush()).toBe(true);
    expect(stateOf(sync)).toBe('saved');
    expect(server.revisions.at(-1)?.content).toEqual({ text: 'one two' });
  });

  it('does not overwrite another tab: the student chooses, and either choice is kept', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      server = new FakeServer();
      const sync = open();
      server.revisions.push({ key: 'other-tab', content: {} });
      await write(sync, 'here');
      expect(await sync.flush()).toBe(false);
      expect(stateOf(sync)).toBe('conflict');
      await sync.resolve('a', choice);
      expect(stateOf(sync)).toBe('saved');
      expect(server.revisions.at(-1)?.content).toEqual(choice === 'mine' ? { text: 'here' } : {});
    }
  });

  it('stops taking changes when the attempt is closed', async () => {
    const sync = open();
    server.mode = 'closed';
    await write(sync, 'too late');
    await sync.flush();
    expect(stateOf(sync)).toBe('closed');
    await write(sync, 'more');
    expect(sync.parts().a?.content).toEqual({ text: 'too late' });
  });

  it('takes over what the server has when it is newer, and nothing older', async () => {
    const sync = open();
    server.revisions.push({ key: 'other-device', content: { text: 'one' } });
    const early = server.answers();
    server.revisions.push({ key: 'other-device-2', content: { text: 'two' } });
    await sync.take(server.answers());
    expect(sync.parts().a).toMatchObject({ content: { text: 'two' }, base: 2, state: 'saved' });
    await sync.take(early);
    expect(sync.parts().a).toMatchObject({ content: { text: 'two' }, base: 2 });
    await write(sync, 'two three');
    expect(await sync.flush()).toBe(true);
    expect(server.revisions).toHaveLength(3);
  });

  it('leaves alone what is being written when it learns of another device', async () => {
    const sync = open();
    await write(sync, 'here');
    server.revisions.push({ key: 'other-device', content: { text: 'there' } });
    await sync.take(server.answers());
    expect(sync.parts().a).toMatchObject({ content: { text: 'here' }, base: 0 });
    await sync.flush();
    expect(sync.parts().a).toMatchObject({ state: 'conflict', theirs: { revision: 1 } });
  });

  it('lets what an earlier visit wrote build on what that visit knew, also when one goes on', async () => {
    server.mode = 'down';
    await write(open(), 'from the closed tab');
    server.mode = 'up';
    server.revisions.push({ key: 'other-device', content: { text: 'there' } });
    const reopened = open();
    server.gate = new Promise(() => undefined);
    await reopened.take(server.answers());
    await write(reopened, 'from the closed tab, and on');
    server.gate = Promise.resolve();
    expect(server.requests.at(-1)?.base).toBe(0);
    expect(reopened.parts().a).toMatchObject({ base: 0 });
  });

  it('offers no choice where nothing was written here', async () => {
    const sync = open({ content: { text: 'as it was' }, base: 1 });
    server.revisions.push(
      { key: 'first', content: { text: 'as it was' } },
      { key: 'other-device', content: { text: 'there' } },
    );
    await write(sync, 'as it was');
    expect(await sync.flush()).toBe(true);
    expect(sync.parts().a).toMatchObject({ state: 'saved', content: { text: 'there' }, base: 2 });
  });

  it('forgets what arrived late: the server keeps it for the staff', async () => {
    const sync = open();
    await write(sync, 'late');
    server.mode = 'late';
    expect(await sync.flush()).toBe(true);
    expect(store.kept.size).toBe(0);
    expect(sync.parts().a).toMatchObject({ state: 'closed', message: 'kept for the staff' });
  });

  it('sends again by itself after one has signed in again', async () => {
    const sync = open();
    server.mode = 'signed-out';
    await write(sync, 'one');
    expect(await sync.flush()).toBe(false);
    expect(stateOf(sync)).toBe('refused');
    server.mode = 'up';
    pending.get('a')?.();
    await vi.waitFor(() => expect(stateOf(sync)).toBe('saved'));
  });
});
