import { saveAnswer } from '@/lib/features/attempt/save-mutations';
import { submitAttempt } from '@/lib/features/attempt/submit-mutations';
import { createLink } from '@/lib/features/courses/link-mutations';
import { addMember } from '@/lib/features/courses/member-mutations';
import { instructedCourse } from '@/lib/features/courses/policy';
import { createSitting } from '@/lib/features/exams/mutations';
import { withdraw } from '@/lib/features/monitor/withdraw-mutations';
import { ask } from '@/lib/features/notices/mutations';
import type { SignedInPerson } from '@/lib/features/people/data';
import { beginSession } from '@/lib/features/people/session-mutations';
import { instructedAttempt } from '@/lib/features/review/policy';
import { db } from '@/lib/server/db';
import { must, newWorld, START, save, sessionToken, setClock } from '@/lib/testing/world';

/** Whoever calls an action; each has a browser of their own. */
export const CALLERS = [
  'nobody',
  'student',
  'studentElsewhere',
  'grader',
  'instructor',
  'instructorElsewhere',
  'admin',
] as const;
export type Caller = (typeof CALLERS)[number];

/** A course with everything in it that an action may be about, and everybody who may call one. */
export type Stage = Awaited<ReturnType<typeof setStage>>;

const HOUR_MS = 60 * 60_000;

export async function setStage() {
  setClock(0);
  const [world, elsewhere] = [await newWorld(), await newWorld()];
  const people = {
    student: await world.person('STUDENT'),
    grader: await world.person('GRADER'),
    instructor: await world.person('INSTRUCTOR'),
    admin: await world.person('ADMIN'),
    studentElsewhere: await elsewhere.person('STUDENT'),
    instructorElsewhere: await elsewhere.person('INSTRUCTOR'),
  };
  const other = await world.person('STUDENT');
  const running = await world.attempt(people.student);
  await saveAnswer(running, '1a', save());
  const { questionId } = must(await ask(running, { partId: null, text: 'What is x?' }));
  const submitted = await world.attempt(other);
  await submitAttempt(submitted);
  await db().revision.create({
    data: {
      ...{ attemptId: submitted.id, versionId: world.versionId, partId: '1a', number: 1, base: 0 },
      ...{ clientId: 'a tab', idempotencyKey: crypto.randomUUID(), content: { selected: ['b'] } },
      ...{ empty: false, savedAt: START, late: true, conflict: false },
    },
  });
  const withdrawn = await world.attempt(await world.person('STUDENT'));
  const ofInstructor = must(await instructedAttempt(people.instructor, withdrawn.id));
  must(await withdraw(ofInstructor, 'fell ill'));
  // Its grading failed, which is what asks for another.
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET last_error = 'it failed'
    WHERE key = ${`grade:${submitted.id}`}`;
  const course = must(await instructedCourse(people.instructor, world.courseId));
  const member = { ...newMember(), studentNumber: null, role: 'STUDENT' } as const;
  const { personId: memberId } = must(await addMember(course, member));
  const { path } = must(await createLink(course, { role: 'STUDENT', days: 1 }));
  const link = await db().courseLink.findFirstOrThrow({ where: { courseId: world.courseId } });
  const times = { opensAt: START, closesAt: new Date(START.getTime() + 3 * HOUR_MS), minutes: 60 };
  const offer = {
    courseId: world.courseId,
    versionId: world.versionId,
    accessCode: null,
    ...times,
  };
  const practice = await createSitting({ ...offer, title: 'Practice', mode: 'PRACTICE' });
  const held = await createSitting({ ...offer, title: 'Held', mode: 'EXAM' });
  await db().sitting.update({ where: { id: held.id }, data: { holds: true } });
  setClock(1);
  return {
    ...{ people, memberId, questionId, heldId: held.id, practiceId: practice.id },
    ...{ courseId: world.courseId, versionId: world.versionId, sittingId: world.sittingId },
    ...{ studentId: people.student.id, runningId: running.id, submittedId: submitted.id },
    ...{ withdrawnId: withdrawn.id },
    ...{ joinToken: path.slice('/join/'.length), linkId: link.id },
  };
}

/** Somebody who is not there yet. */
export function newMember() {
  const email = `${crypto.randomUUID()}@nabla.example`;
  return { email, givenName: 'Ada', familyName: 'Lovelace', studentNumber: '' };
}

/** The value of the session's cookie in the browser of a caller; null where nobody is signed in. */
export async function cookieValueOf(stage: Stage, caller: Caller): Promise<string | null> {
  if (caller === 'nobody') return null;
  const person: SignedInPerson = stage.people[caller];
  const { sessionId } = await beginSession(person.id);
  return sessionToken(person.id, sessionId);
}
