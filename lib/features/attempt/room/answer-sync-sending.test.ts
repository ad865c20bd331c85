import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, RoomUnderTest, write } from '@/lib/features/attempt/testing';

/** What a room sends, when, and what it does with the reply. */
describe('AnswerSync, sending', () => {
  let room: RoomUnderTest;
  beforeEach(() => {
    room = new RoomUnderTest();
  });

  it('names those drafts that the server may have, and no others', async () => {
    const sync = room.open();
    await write(sync, 'one');
    await write(sync, 'one two');
    await sync.flush();
    expect(room.server.requests.at(-1)?.supersedes).toEqual([]);
    room.server.mode = 'down';
    await write(sync, 'three');
    await sync.flush();
    room.server.mode = 'up';
    await write(sync, 'three four');
    await sync.flush();
    expect(room.server.requests.at(-1)?.supersedes).toEqual(['key-3']);
  });

  it('names at most the last fifty', async () => {
    const sync = room.open();
    room.server.mode = 'down';
    for (let draft = 1; draft <= 60; draft++) {
      await write(sync, `draft ${draft}`);
      await sync.flush();
    }
    const { supersedes = [] } = room.server.requests.at(-1) ?? {};
    expect(supersedes).toHaveLength(50);
    expect(supersedes.at(-1)).toBe('key-59');
  });

  it('has a longest delay of its own for every part', async () => {
    const sync = room.open();
    await write(sync, 'one', 'a');
    await write(sync, 'one', 'b');
    expect(room.pending.size).toBe(4);
  });

  it('waits longer from failure to failure, and not at all long after a success', async () => {
    const sync = room.open();
    room.server.mode = 'down';
    await write(sync, 'one');
    room.waits = [];
    for (let failure = 0; failure < 6; failure++) await sync.flush();
    expect(room.waits).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000]);
    room.server.mode = 'up';
    await sync.flush();
    room.server.mode = 'down';
    await write(sync, 'two');
    room.waits = [];
    await sync.flush();
    expect(room.waits).toEqual([2000]);
  });

  it('leaves a newer draft that builds on what was just saved', async () => {
    const sync = room.open();
    let release: () => void = () => undefined;
    room.server.gate = new Promise((resolve) => {
      release = resolve;
    });
    await write(sync, 'one');
    const first = sync.flush();
    await Promise.resolve();
    await write(sync, 'one two');
    expect(room.store.kept.get('a')?.supersedes).toEqual(['key-1']);
    release();
    await first;
    expect(room.store.kept.get('a')).toMatchObject({ base: 1, supersedes: [] });
    expect(sync.parts().a).toMatchObject({ base: 1, state: 'saving', message: null });
  });

  it('goes on at once with what was written while an earlier draft came too late', async () => {
    const sync = room.open();
    let release: () => void = () => undefined;
    room.server.gate = new Promise((resolve) => {
      release = resolve;
    });
    room.server.mode = 'late';
    await write(sync, 'late');
    const first = sync.flush();
    await Promise.resolve();
    await write(sync, 'later still');
    release();
    await first;
    expect(room.waits.at(-1)).toBe(0);
    room.pending.get('a')?.();
    await vi.waitFor(() => expect(sync.parts().a?.state).toBe('closed'));
    expect(room.server.requests.at(-1)?.content).toEqual({ text: 'later still' });
  });

  it('is over for good where the server refuses for good, or the attempt is closed', async () => {
    room.server.save = async () => ({ kind: 'refused', message: 'too long', retry: false });
    const refused = room.open();
    await write(refused, 'one');
    room.pending.clear();
    await refused.flush();
    expect(refused.parts().a).toMatchObject({ state: 'refused', message: 'too long' });
    expect(room.pending.size).toBe(0);

    room.server = new FakeServer();
    room.server.mode = 'closed';
    const closed = room.open();
    await write(closed, 'one');
    room.pending.clear();
    await closed.flush();
    expect(closed.parts().a).toMatchObject({ state: 'closed', message: 'submitted' });
    expect(room.pending.size).toBe(0);
    const sent = room.server.requests.length;
    await closed.flush();
    expect(room.server.requests).toHaveLength(sent);
  });

  it('tries again where what stands in the way may go away', async () => {
    const sync = room.open();
    room.server.mode = 'signed-out';
    await write(sync, 'one');
    room.pending.clear();
    await sync.flush();
    expect(room.waits.at(-1)).toBe(2000);
    expect([...room.pending.keys()]).toEqual(['a']);
  });

  it('says of a server with a fault of its own that it fails', async () => {
    room.server.save = async () => ({ kind: 'failing' });
    const sync = room.open();
    await write(sync, 'one');
    await sync.flush();
    expect(sync.parts().a?.state).toBe('failing');
    expect(room.waits.at(-1)).toBe(2000);
  });

  it('tells nobody who has stopped listening', async () => {
    const sync = room.open();
    const listener = vi.fn();
    const stop = sync.subscribe(listener);
    await write(sync, 'one');
    const heard = listener.mock.calls.length;
    expect(heard).toBeGreaterThan(0);
    stop();
    await write(sync, 'two');
    expect(listener).toHaveBeenCalledTimes(heard);
  });
});
