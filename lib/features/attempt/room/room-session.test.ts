import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeServer, memoryStore, start } from '@/lib/features/attempt/testing';
import { AnswerSync } from './answer-sync';
import { RoomSession } from './room-session';
import type { StateOutcome, SubmitOutcome } from './save-client';

describe('RoomSession', () => {
  let server: FakeServer;
  let store: ReturnType<typeof memoryStore>;
  let state: 'running' | 'submitted';
  let submitted: SubmitOutcome;
  let unreachable: StateOutcome | null;

  beforeEach(() => {
    server = new FakeServer();
    store = memoryStore();
    state = 'running';
    submitted = { kind: 'submitted' };
    unreachable = null;
  });

  function open(): RoomSession {
    let keys = 0;
    return new RoomSession({
      sync: new AnswerSync({
        initial: { a: start },
        store,
        save: server.save,
        newKey: () => `key-${++keys}`,
        delay: () => undefined,
      }),
      fetchState: async () => {
        const time = { now: 1000, dueAt: 61_000 };
        return unreachable ?? { kind: 'answered', state, ...time, answers: server.answers() };
      },
      fetchTime: async () => {
        const time = { now: 2000, dueAt: 121_000 };
        return unreachable ?? { kind: 'answered', state, ...time };
      },
      submit: async () => submitted,
      ticks: () => 0,
    });
  }
  const write = ({ sync }: RoomSession, text: string) => sync.change('a', { content: { text } });
  const here = ({ sync }: RoomSession) => sync.parts().a;

  it('knows nothing before the server has told, and then what the server has', async () => {
    server.revisions.push({ key: 'before', content: { text: 'saved earlier' } });
    const room = open();
    unreachable = { kind: 'offline' };
    await room.refresh();
    expect(room.view()).toEqual({ server: null, problem: { kind: 'offline' } });
    unreachable = null;
    await room.refresh();
    expect(room.view()).toMatchObject({ server: { state: 'running' }, problem: null });
    expect(here(room)).toMatchObject({ content: { text: 'saved earlier' }, base: 1 });
  });

  it('sets its clock by the server without asking for answers, and sends what is unsent', async () => {
    const room = open();
    await room.refresh();
    await write(room, 'typed');
    await room.resync();
    expect(room.view()).toMatchObject({
      server: { state: 'running', time: { now: 2000, dueAt: 121_000 } },
      problem: null,
    });
    expect(here(room)).toMatchObject({ content: { text: 'typed' }, state: 'saved' });
    unreachable = { kind: 'offline' };
    await room.resync();
    expect(room.view()).toMatchObject({ server: { state: 'running' }, problem: unreachable });
    unreachable = null;
    state = 'submitted';
    await room.resync();
    expect(room.view()).toMatchObject({ server: { state: 'submitted' } });
    expect(here(room)?.state).toBe('closed');
  });

  it('keeps what it knew while the server cannot be reached', async () => {
    const room = open();
    await room.refresh();
    unreachable = { kind: 'failing' };
    await room.refresh();
    expect(room.view()).toMatchObject({
      server: { state: 'running' },
      problem: { kind: 'failing' },
    });
  });

  it('is closed as soon as it hears that another tab handed in', async () => {
    const room = open();
    await room.refresh();
    state = 'submitted';
    await room.refresh();
    expect(room.view().server?.state).toBe('submitted');
    expect(here(room)?.state).toBe('closed');
  });

  it('asks at once how things stand when a save comes after a submission elsewhere', async () => {
    const room = open();
    await room.refresh();
    await write(room, 'too late');
    server.mode = 'closed';
    state = 'submitted';
    await room.sync.flush();
    await vi.waitFor(() => expect(room.view().server?.state).toBe('submitted'));
  });

  it('says of each obstacle to submitting what it is', async () => {
    const room = open();
    await room.refresh();
    await write(room, 'here');
    server.mode = 'down';
    expect(await room.submit()).toEqual({ kind: 'offline' });
    server.mode = 'signed-out';
    expect(await room.submit()).toEqual({ kind: 'unsaved', partIds: ['a'] });
    server.mode = 'up';
    server.revisions.push({ key: 'other-tab', content: { text: 'there' } });
    expect(await room.submit()).toEqual({ kind: 'conflict', partIds: ['a'] });
    await room.sync.resolve('a', 'mine');
    submitted = { kind: 'failing' };
    expect(await room.submit()).toEqual({ kind: 'failing' });
    submitted = { kind: 'refused', message: 'sign in' };
    expect(await room.submit()).toEqual({ kind: 'refused', message: 'sign in' });
    expect(here(room)?.state).toBe('saved');
    submitted = { kind: 'submitted' };
    expect(await room.submit()).toBeNull();
    expect(room.view().server?.state).toBe('submitted');
  });

  it('goes on from a submission in another tab, whatever was written here since', async () => {
    const room = open();
    await room.refresh();
    await write(room, 'here');
    server.mode = 'closed';
    expect(await room.submit()).toBeNull();
    expect(room.view().server?.state).toBe('submitted');
  });

  it('over while offline: keeps what was written, sends it late, then is submitted', async () => {
    const room = open();
    await room.refresh();
    await write(room, 'last words');
    server.mode = 'down';
    unreachable = { kind: 'offline' };
    await room.finish();
    expect(room.view()).toMatchObject({ server: { state: 'running' }, problem: unreachable });
    expect(store.kept.get('a')?.content).toEqual({ text: 'last words' });

    // The server has submitted it meanwhile, but the answer's save does not get through yet.
    unreachable = null;
    state = 'submitted';
    await room.refresh();
    expect(room.view().server?.state).toBe('running');
    server.mode = 'late';
    await room.finish();
    expect(store.kept.size).toBe(0);
    expect(server.requests.at(-1)?.content).toEqual({ text: 'last words' });
    expect(room.view().server?.state).toBe('submitted');
  });

  it('over with two versions of a part: nobody is asked any more', async () => {
    const room = open();
    await room.refresh();
    server.revisions.push({ key: 'other-tab', content: { text: 'there' } });
    await write(room, 'here');
    await room.sync.flush();
    expect(here(room)?.state).toBe('conflict');
    await room.finish();
    expect(room.view().server?.state).toBe('submitted');
  });
});
