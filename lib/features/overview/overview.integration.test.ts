import { expect, it } from 'vitest';
import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { addMember } from '@/lib/features/courses/member-mutations';
import { instructedCourse, taughtCourse } from '@/lib/features/courses/policy';
import { ask } from '@/lib/features/notices/mutations';
import { taughtSittings } from '@/lib/features/review/data';
import { decideLate } from '@/lib/features/review/late-mutations';
import { reviewedAttempt } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import { must, newWorld, save, setClock } from '@/lib/testing/world';
import { today, waitingFor } from './overview-data';

it('counts what waits in a course, for an instructor and for a grader', async () => {
  setClock(0);
  const world = await newWorld();
  const [instructor, grader] = [await world.person('INSTRUCTOR'), await world.person('GRADER')];
  const course = must(await taughtCourse(instructor, world.courseId));
  const attempt = await world.attempt(await world.person('STUDENT'));
  must(await ask(attempt, { partId: null, text: 'What is x?' }));
  setClock(62);
  // After the deadline and its grace: kept, not graded.
  expect(await saveAnswer(attempt, '1a', save())).toMatchObject({ value: { kind: 'late' } });
  await submitAttempt(attempt);
  await db().$executeRaw`UPDATE graphile_worker._private_jobs SET last_error = 'it failed'`;
  const run = must(await instructedCourse(instructor, world.courseId));
  const names = { givenName: 'Ada', familyName: 'Lovelace', studentNumber: null };
  must(await addMember(run, { email: 'ada@nabla.example', ...names, role: 'STUDENT' }));
  const waiting = async (of = course) =>
    (await waitingFor(of, await taughtSittings(of))).items.map(
      ({ count, what }) => `${count} ${what}`,
    );
  expect(await waiting()).toEqual([
    '1 question without an answer',
    '1 grading that failed',
    '1 script to decide',
    '1 attempt with something that came late',
    '4 people without an invitation',
  ]);
  const theirs = must(await taughtCourse(grader, world.courseId));
  expect(await waiting(theirs)).toEqual((await waiting()).slice(0, 4));
  setClock(63);
  const decision = { number: 1, accept: false, reason: 'too late', seenMarkId: null };
  const script = must(await reviewedAttempt(grader, attempt.id));
  must(await decideLate(script, { partId: '1a', ...decision }));
  expect((await waiting()).join()).not.toContain('late');
  expect(today(await taughtSittings(course))).toMatchObject([{ state: 'running', submitted: 1 }]);
});
