import { beforeEach, describe, expect, it } from 'vitest';
import { RoomUnderTest, write } from '@/lib/features/attempt/testing';
import type { Unsent } from './answer-state';
import type { AnswerSync } from './answer-sync';

const SAVED_AT = '2026-01-01T00:00:00Z';

/** What a room makes of what the server, another device or an earlier visit wrote. */
describe('AnswerSync, taking', () => {
  let room: RoomUnderTest;
  beforeEach(() => {
    room = new RoomUnderTest();
  });

  const elsewhere = (text: string) =>
    room.server.revisions.push({
      key: `device-${room.server.revisions.length}`,
      content: { text },
    });
  const answer = (text: string, revision: number) => ({
    a: { content: { text }, note: '', revision, savedAt: SAVED_AT },
  });

  /** A room that has just learnt that another device wrote in between. */
  async function inConflict(): Promise<AnswerSync> {
    const sync = room.open();
    elsewhere('there');
    await write(sync, 'here');
    await sync.flush();
    expect(sync.parts().a).toMatchObject({ state: 'conflict', theirs: { revision: 1 } });
    return sync;
  }

  function kept(text: string): Unsent {
    const draft = { content: { text }, note: '', base: 0 };
    return { ...draft, idempotencyKey: 'earlier', sent: false, supersedes: [] };
  }

  describe('what the server has', () => {
    it('is not taken again where it is what this room knows already', async () => {
      const sync = room.open({ content: { text: 'as it is' }, base: 1 });
      await sync.take(answer('of the same revision', 1));
      expect(sync.parts().a?.content).toEqual({ text: 'as it is' });
    });

    it('brings the choice of a conflict up to date, and never back', async () => {
      const sync = await inConflict();
      await sync.take(answer('there, and on', 2));
      expect(sync.parts().a?.theirs).toEqual({
        content: { text: 'there, and on' },
        note: '',
        revision: 2,
      });
      for (const revision of [1, 2]) {
        await sync.take(answer('an old reply', revision));
        expect(sync.parts().a?.theirs?.content).toEqual({ text: 'there, and on' });
      }
    });

    it('offers no choice where there is none', async () => {
      const sync = room.open();
      await sync.take(answer('there', 1));
      expect(sync.parts().a?.theirs).toBeNull();
    });

    it.each([
      ['taken over', (sync: AnswerSync) => sync.take(answer('agreed', 1))],
      [
        'saved from here',
        async (sync: AnswerSync) => {
          await write(sync, 'agreed');
          await sync.flush();
        },
      ],
    ])(
      'gives way to another device where it was %s and nothing was written since',
      async (_, agree) => {
        const sync = room.open();
        if (_ === 'taken over') elsewhere('agreed');
        await agree(sync);
        elsewhere('there');
        await write(sync, 'agreed');
        expect(await sync.flush()).toBe(true);
        expect(sync.parts().a).toMatchObject({
          state: 'saved',
          content: { text: 'there' },
          base: 2,
        });
        // And so once more, with what was agreed on last.
        elsewhere('there again');
        await write(sync, 'there');
        expect(await sync.flush()).toBe(true);
        expect(sync.parts().a).toMatchObject({ content: { text: 'there again' }, base: 3 });
      },
    );

    it('leads to a choice where only the note was changed here', async () => {
      const sync = room.open({ content: { text: 'as it was' }, base: 0 });
      elsewhere('there');
      await sync.change('a', { note: 'see the margin' });
      await sync.flush();
      expect(sync.parts().a?.state).toBe('conflict');
    });
  });

  describe('what an earlier visit left', () => {
    it('does not matter where the browser’s store cannot be read', async () => {
      room.store.all = () => Promise.reject(new Error('no store in private windows'));
      const sync = room.open();
      await sync.take(answer('there', 1));
      expect(sync.parts().a?.content).toEqual({ text: 'there' });
    });

    it('is left alone where it belongs to no part of this exam', async () => {
      room.store.kept.set('gone', kept('of another version'));
      const sync = room.open();
      await sync.take({});
      expect(await sync.flush()).toBe(true);
      expect(room.server.requests).toHaveLength(0);
    });

    it('does not replace what is being written now', async () => {
      const sync = room.open();
      await write(sync, 'now');
      room.store.all = async () => new Map([['a', kept('before')]]);
      await sync.take({});
      expect(sync.parts().a?.content).toEqual({ text: 'now' });
    });

    it('is forgotten where the server has it by now', async () => {
      room.store.kept.set('a', kept('both'));
      const sync = room.open();
      await sync.take(answer('both', 1));
      expect(room.store.kept.size).toBe(0);
      expect(sync.parts().a?.state).toBe('saved');
      expect(room.server.requests).toHaveLength(0);
    });

    it('is on its way until the server has it', async () => {
      room.store.kept.set('a', kept('offline words'));
      room.server.gate = new Promise(() => undefined);
      const sync = room.open();
      await sync.take({});
      expect(sync.parts().a).toMatchObject({ state: 'saving', content: { text: 'offline words' } });
    });
  });

  describe('a conflict', () => {
    it('goes on as one while the student writes: kept, and not sent', async () => {
      const sync = await inConflict();
      room.pending.clear();
      const sent = room.server.requests.length;
      await write(sync, 'here, and on');
      expect(sync.parts().a?.state).toBe('conflict');
      expect(room.store.kept.get('a')?.content).toEqual({ text: 'here, and on' });
      expect(room.pending.size).toBe(0);
      expect(await sync.flush()).toBe(false);
      expect(room.server.requests).toHaveLength(sent);
    });

    it('is not solved where there is none', async () => {
      const sync = room.open();
      await sync.resolve('a', 'mine');
      await sync.resolve('nothing', 'mine');
      await sync.flush();
      expect(room.server.requests).toHaveLength(0);
    });
  });
});
