import { beforeEach, describe, expect, it } from 'vitest';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { instructedSitting, reviewedSitting } from '@/lib/features/review/policy';
import { giveMore } from '@/lib/features/sittings/accommodation-mutations';
import { courseSitting } from '@/lib/features/sittings/policy';
import { listen } from '@/lib/server/live/live';
import { must, newWorld, START, setClock, type World } from '@/lib/testing/world';
import { sittingNotices } from './data';
import { announce, answer, ask } from './mutations';
import { noticesOf, roomNews } from './news-data';

let world: World;
let attempt: OwnAttempt;
let other: OwnAttempt;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  attempt = await world.attempt(await world.person('STUDENT'));
  other = await world.attempt(await world.person('STUDENT'));
  instructor = await world.person('INSTRUCTOR');
});

const running = async () => must(await instructedSitting(instructor, world.sittingId));
const reviewed = async () => must(await reviewedSitting(instructor, world.sittingId));
const textsOf = async (one: OwnAttempt) =>
  (await noticesOf(one)).notices.map(({ kind, text }) => `${kind}: ${text}`);

describe('what staff tell', () => {
  it('reaches everybody, or one alone; a correction stands at its part', async () => {
    const told = { kind: 'ANNOUNCEMENT', partId: null, attemptId: null } as const;
    must(await announce(await running(), { ...told, text: 'Ten minutes left.' }));
    must(await announce(await running(), { ...told, attemptId: attempt.id, text: 'Sit down.' }));
    must(
      await announce(await running(), { ...told, kind: 'ERRATUM', partId: '1a', text: 'x > 0' }),
    );
    expect(await textsOf(attempt)).toEqual([
      'ANNOUNCEMENT: Ten minutes left.',
      'ANNOUNCEMENT: Sit down.',
      'ERRATUM: x > 0',
    ]);
    expect(await textsOf(other)).toEqual(['ANNOUNCEMENT: Ten minutes left.', 'ERRATUM: x > 0']);
    expect((await noticesOf(other)).notices[1]).toMatchObject({ partId: '1a', toAll: true });
  });

  it('is about parts and attempts of that sitting alone', async () => {
    const told = { kind: 'ERRATUM', attemptId: null, text: 'x' } as const;
    expect(await announce(await running(), { ...told, partId: 'nope' })).toMatchObject({
      error: { code: 'INVALID' },
    });
    const elsewhere = await newWorld();
    const theirs = await elsewhere.attempt(await elsewhere.person('STUDENT'));
    expect(
      await announce(await running(), { ...told, partId: null, attemptId: theirs.id }),
    ).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('is told to whoever listens, once it is stored', async () => {
    let heard = 0;
    const unlisten = listen([`sitting:${world.sittingId}`], () => {
      heard += 1;
    });
    // The connection says itself when it is there.
    await expect.poll(() => heard).toBeGreaterThan(0);
    const before = heard;
    const told = { kind: 'ANNOUNCEMENT', partId: null, attemptId: null } as const;
    must(await announce(await running(), { ...told, text: 'Now.' }));
    await expect.poll(() => heard).toBe(before + 1);
    unlisten();
  });
});

describe('what students ask', () => {
  it('is answered to them alone or to everybody', async () => {
    const first = must(await ask(attempt, { partId: '1a', text: 'Is $x$ real?' }));
    const second = must(await ask(attempt, { partId: null, text: 'May I leave?' }));
    setClock(1);
    must(
      await answer(await reviewed(), instructor.id, {
        questionId: first.questionId,
        toAll: true,
        text: 'Yes.',
      }),
    );
    must(
      await answer(await reviewed(), instructor.id, {
        questionId: second.questionId,
        toAll: false,
        text: 'No.',
      }),
    );
    expect(await textsOf(attempt)).toEqual(['ANSWER: Yes.', 'ANSWER: No.']);
    expect(await textsOf(other)).toEqual(['ANSWER: Yes.']);
    expect((await noticesOf(attempt)).questions.every(({ isAnswered }) => isAnswered)).toBe(true);
    expect((await noticesOf(other)).questions).toEqual([]);
    expect((await sittingNotices(await reviewed())).questions).toHaveLength(2);
  });

  it('ends with the exam, and has a limit', async () => {
    for (let count = 0; count < 30; count++)
      must(await ask(attempt, { partId: null, text: `Question ${count}` }));
    expect(await ask(attempt, { partId: null, text: 'And?' })).toMatchObject({
      error: { code: 'TOO_MUCH' },
    });
    await submitAttempt(other);
    expect(await ask(other, { partId: null, text: 'Wait!' })).toMatchObject({
      error: { code: 'ALREADY_SUBMITTED' },
    });
  });

  it('is answered by the staff of that sitting alone', async () => {
    const { questionId } = must(await ask(attempt, { partId: null, text: 'Why?' }));
    const elsewhere = await newWorld();
    const stranger = await elsewhere.person('INSTRUCTOR');
    const theirs = must(await reviewedSitting(stranger, elsewhere.sittingId));
    expect(
      await answer(theirs, stranger.id, { questionId, toAll: true, text: 'No.' }),
    ).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

it('an event brings along what is told and how the time stands, of each room its own', async () => {
  const told = { kind: 'ANNOUNCEMENT', partId: null } as const;
  must(await announce(await running(), { ...told, attemptId: null, text: 'Ten minutes left.' }));
  must(await announce(await running(), { ...told, attemptId: attempt.id, text: 'Sit down.' }));
  must(await ask(other, { partId: null, text: 'May I?' }));
  const [mine, theirs] = await Promise.all([roomNews(attempt), roomNews(other)]);
  const texts = ({ notices }: typeof mine) => notices.map(({ text }) => text);
  expect(texts(mine)).toEqual(['Ten minutes left.', 'Sit down.']);
  expect(texts(theirs)).toEqual(['Ten minutes left.']);
  expect(theirs.questions).toMatchObject([{ text: 'May I?', isAnswered: false }]);
  expect(mine.questions).toEqual([]);
  expect(mine.time).toEqual({ state: 'running', now: START.getTime(), dueAt: expect.any(Number) });
  await submitAttempt(attempt);
  expect(await roomNews(attempt)).toMatchObject({ time: { state: 'submitted' } });
});

it('staff see once that the ends of many were moved, and to whom else something was told', async () => {
  const sitting = must(await courseSitting(instructor, world.sittingId));
  must(await giveMore(sitting, { personIds: null, minutes: 5, reason: 'a fire alarm' }));
  setClock(1);
  must(await giveMore(sitting, { personIds: [attempt.personId], minutes: 5, reason: 'ill' }));
  setClock(2);
  const told = { kind: 'ANNOUNCEMENT', partId: null, attemptId: null } as const;
  must(await announce(await running(), { ...told, text: 'Sit down.' }));
  const { notices } = await sittingNotices(await reviewed());
  expect(notices.map(({ to }) => to)).toEqual([null, 'A student', '2 who write']);
});
