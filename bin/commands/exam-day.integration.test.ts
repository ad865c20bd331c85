import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { type OwnAttempt, ownAttempt, ownSitting } from '@/lib/features/attempt/policy';
import { result } from '@/lib/features/attempt/result-data';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt, sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { Grader } from '@/lib/features/grading/grader';
import { GRADE_LIMITS } from '@/lib/features/grading/limits';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import { ask } from '@/lib/features/notices/mutations';
import { noticesOf } from '@/lib/features/notices/news-data';
import { personById, type SignedInPerson } from '@/lib/features/people/data';
import { db } from '@/lib/server/db';
import { must, save, setClock } from '@/lib/testing/world';
import { picturedZip, rosterOf } from '../../e2e/support/pictured-zip';
import * as accommodation from './accommodation';
import * as attempt from './attempt';
import * as course from './course';
import * as exam from './exam';
import * as notice from './notice';
import * as receipt from './receipt';
import * as roster from './roster';
import * as sitting from './sitting';
import * as user from './user';

const grader = new Grader(GRADE_LIMITS);
afterAll(() => grader.close());

const COMMANDS = { accommodation, attempt, course, exam, notice, receipt, roster, sitting, user };

/** Runs a command as the command line does, and returns what it prints and its exit status. */
async function nabla(command: keyof typeof COMMANDS, ...args: string[]): Promise<string> {
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const status = await COMMANDS[command].run(args).finally(() => write.mockRestore());
  return `${written.join('')}exit ${status}`;
}

async function studentOf(number: string): Promise<SignedInPerson> {
  const { id } = await db().person.findUniqueOrThrow({
    where: { email: `student${number}@uni.example` },
  });
  const person = await personById(id);
  if (!person) throw new Error('no such student');
  return person;
}

/** What a student does in the browser: begins with the code. */
async function begin(student: SignedInPerson, sittingId: string): Promise<OwnAttempt> {
  const sitting = must(await ownSitting(student, sittingId));
  return must(await ownAttempt(student, must(await startAttempt(sitting, 'gradient')).attemptId));
}

const dueAt = async ({ id }: OwnAttempt) =>
  (await db().attempt.findUniqueOrThrow({ where: { id } })).dueAt.toISOString().slice(11, 16);

it('an exam is held from the command line: from the course over the day to the results', async () => {
  setClock(0);
  const slug = `day-${randomUUID().slice(0, 8)}`;
  const boss = `${slug}@uni.example`;
  const course = ['--course', slug];
  const folder = await mkdtemp(join(tmpdir(), 'nabla-day-'));
  await writeFile(join(folder, 'exam.zip'), picturedZip(slug));
  await writeFile(join(folder, 'roster.csv'), rosterOf(300));

  const zone = ['--time-zone', 'UTC'];
  expect(await nabla('course', 'create', '--title', 'A day', '--slug', slug, ...zone)).toContain(
    'exit 0',
  );
  await nabla('user', 'add', '--email', boss, '--name', 'B', ...course, '--role', 'instructor');
  expect(await nabla('roster', 'import', ...course, join(folder, 'roster.csv'))).toMatch(/300/);
  const uploaded = await nabla('exam', 'upload', join(folder, 'exam.zip'), ...course, '--publish');
  expect(uploaded).toContain('version 1');

  const window = ['--opens', '2026-02-01T09:00', '--closes', '2026-02-01T12:00'];
  const how = ['--minutes', '60', '--code', 'gradient', '--hold'];
  const made = await nabla('sitting', 'create', ...course, '--exam', slug, ...window, ...how);
  const [id = ''] = made.split('\n');
  const more = ['--factor', '1.25', '--reason', 'decree'];
  await nabla('accommodation', 'set', 'student0001@uni.example', ...course, ...more);
  const checked = await nabla('sitting', 'check', id, ...course);
  expect(checked).toMatch(/attention +Students: 300 people may sit it.*300 have never signed in/);
  expect(checked).toMatch(/ready +Exam checked: 4 answers were graded as expected/);
  expect(checked).toMatch(/ready +More time: 1 person has more time/);
  expect(await nabla('sitting', 'start', id, ...course)).toContain('exit 0');

  const [first, second] = [await studentOf('0001'), await studentOf('0002')];
  const [slow, quick] = [await begin(first, id), await begin(second, id)];
  expect([await dueAt(slow), await dueAt(quick)]).toEqual(['10:15', '10:00']);
  const given = ['--sitting', id, '--minutes', '20', '--reason', 'a broken pen'];
  await nabla('accommodation', 'set', second.email, ...course, ...given);
  expect(await dueAt(quick)).toBe('10:20');

  const here = ['--sitting', id, ...course];
  await nabla('notice', 'correct', ...here, '--part', 'b', '--text', 'It is $x^3$.');
  const { questionId } = must(await ask(quick, { partId: 'b', text: 'Which variable?' }));
  expect(await nabla('notice', 'list', ...here)).toContain(`${questionId}  `);
  await nabla('notice', 'answer', questionId, ...here, '--text', 'In $x$.', '--to-all');
  const told = (await noticesOf(slow)).notices.map(({ kind }) => kind);
  expect(told).toEqual(['ERRATUM', 'ANSWER']);

  const slope = (text: string) => save({ content: { fields: { slope: text } } });
  must(await saveAnswer(quick, 'b', slope('3x^2')));
  await submitAttempt(quick);
  setClock(77);
  await sweepOverdue();
  expect(must(await saveAnswer(slow, 'b', slope('3 x x'))).kind).toBe('late');
  const by = ['--by', boss];
  expect(await nabla('attempt', 'late', id, ...by)).toContain(`${slow.id}  `);
  await nabla('attempt', 'accept', slow.id, '--part', 'b', ...by, '--reason', 'the network');

  for (const attempt of [slow, quick]) {
    while (!(await gradeAttempt(attempt.id, grader, 60_000)).finished);
  }
  const listed = await nabla('sitting', 'scripts', id, ...course);
  expect(listed.match(/graded, 2 of 4/g)).toHaveLength(2);
  expect(await nabla('sitting', 'release', id, ...course, '--close')).toContain('Released');
  const shown = await result(quick);
  if (shown.state !== 'shown') throw new Error(`the result is ${shown.state}`);
  await writeFile(join(folder, 'receipt.json'), JSON.stringify(shown.receipt));
  expect(await nabla('receipt', 'verify', join(folder, 'receipt.json'))).toContain('valid');
  await rm(folder, { recursive: true });
}, 180_000);
