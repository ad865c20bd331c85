import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { LoadedExam } from '@/lib/exam/format';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { storeExam } from '@/lib/features/exams/mutations';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { gradePart } from '@/lib/kinds/exams/grade-part';
import { parseExam } from '@/lib/kinds/exams/parse-exam';
import { must, newWorld, save, setClock, type World } from '@/lib/testing/world';
import { reviewedAttempt, reviewedSitting } from './policy';
import { tableQuerySchema } from './schema';
import { script } from './script-data';
import { attemptsTable } from './table-data';
import { unreadCount, unreadGroups } from './unread-data';
import { closeUnread } from './unread-mutations';

const grader = {
  grade: async (input: Parameters<typeof gradePart>[0]) => ({
    ...must(await gradePart(input)),
    ms: 1,
  }),
};

const source = (rule: string) => `
slug: unread-${rule}
title: Two fields
minutes: 60
unread: ${rule}
assignments:
  - title: Write
    parts:
      - id: a
        points: 2
        kind: formula
        prompt: Write both.
        symbols: { x: { latex: x } }
        fields: { f: { label: f, reference: 2*x }, g: { label: g, reference: x^2 } }
`;

function examOf(rule: string): LoadedExam {
  const text = source(rule);
  const { exam } = must(parseExam(text, 'exam.yaml'));
  const hash = createHash('sha256').update(text).digest('hex');
  return { ...exam, source: text, hash, files: [] };
}

let world: World;
let staff: SignedInPerson;

async function worldOf(rule: string) {
  setClock(0);
  const { versionId } = await storeExam(examOf(rule));
  world = await newWorld({ versionId });
  staff = await world.person('GRADER');
}

async function handIn(f: string, g: string): Promise<string> {
  const attempt = await world.attempt(await world.person('STUDENT'));
  must(await saveAnswer(attempt, 'a', save({ content: { fields: { f, g } } })));
  await submitAttempt(attempt);
  await gradeAttempt(attempt.id, grader);
  return attempt.id;
}

const sitting = async () => must(await reviewedSitting(staff, world.sittingId));
const groups = async () => unreadGroups(await sitting());
const partOf = async (attemptId: string) => {
  const { assignments } = await script(must(await reviewedAttempt(staff, attemptId)));
  return assignments[0]?.parts[0];
};

beforeEach(() => worldOf('review'));

it('puts what is written alike together, and words without mathematics in one group', async () => {
  const first = await handIn('2x + q', 'x^2');
  const second = await handIn(' 2x + q', 'x^2');
  await handIn('sorry, no idea at all', 'x^2');
  await handIn('leider keine Zeit', 'x^2');
  await handIn('2x', 'x^3');
  const [alike, words] = await groups();
  expect(alike).toMatchObject({
    partId: 'a',
    checks: ['f'],
    text: '2x + q',
    place: { start: 5, end: 6 },
  });
  expect(alike?.attempts.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect(words).toMatchObject({ checks: ['f'], text: null });
  expect(words?.examples).toHaveLength(2);
  expect(await unreadCount(await sitting())).toBe(4);
});

it('is a filter of the table, beside the state', async () => {
  await handIn('2x + q', 'x^2');
  await handIn('2x', 'x^3');
  const { rows } = await attemptsTable(
    await sitting(),
    tableQuerySchema.parse({ state: 'unread' }),
  );
  expect(rows.map(({ state, unread, open }) => ({ state, unread, open }))).toEqual([
    { state: 'review', unread: 1, open: 1 },
  ]);
});

it('closes a group in one act: each keeps what is certain', async () => {
  const certain = await handIn('no idea about this', 'x^2');
  const wrong = await handIn('I do not know', 'x^3');
  const twice = await handIn('still no idea', 'still no idea');
  const both = await handIn('really no idea', 'x^2 + q');
  const group = { partId: 'a', text: null, award: 'none' as const, reason: 'words' };
  expect(await closeUnread(await sitting(), staff, group)).toEqual({
    ok: true,
    value: { closed: 3, left: 1 },
  });
  expect(await partOf(certain)).toMatchObject({ score: 1, open: 0, unread: false, decided: true });
  expect(await partOf(wrong)).toMatchObject({ score: 0, open: 0, decided: true });
  expect(await partOf(twice)).toMatchObject({ score: 0, open: 0, decided: true });
  expect(await partOf(both)).toMatchObject({ open: 2, unread: true, decided: false });
  expect(await closeUnread(await sitting(), staff, { ...group, text: 'x' })).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
});

it('gives a group what waits, and nothing that was wrong', async () => {
  const certain = await handIn('2x + q', 'x^2');
  const wrong = await handIn('2x + q', 'x^3');
  const group = { partId: 'a', text: '2x + q', award: 'all' as const, reason: 'q is x here' };
  expect(await closeUnread(await sitting(), staff, group)).toEqual({
    ok: true,
    value: { closed: 2, left: 0 },
  });
  expect(await partOf(certain)).toMatchObject({ score: 2, open: 0, decided: true });
  expect(await partOf(wrong)).toMatchObject({ score: 1, open: 0, decided: true });
});

it('is wrong where the exam said so, and in no list of what waits', async () => {
  await worldOf('wrong');
  const attempt = await handIn('2x + q', 'x^2');
  expect(await partOf(attempt)).toMatchObject({
    score: 1,
    open: 0,
    verdict: 'wrong',
    unread: false,
  });
  expect(await groups()).toEqual([]);
});
