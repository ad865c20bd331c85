import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { startAttempt } from '@/lib/features/attempt/mutations';
import { type OwnAttempt, ownAttempt, ownSitting } from '@/lib/features/attempt/policy';
import type { SaveBody } from '@/lib/features/attempt/schema';
import { createSitting, type NewSitting, storeExam } from '@/lib/features/exams/mutations';
import { personById, type SignedInPerson } from '@/lib/features/people/data';
import { addPerson } from '@/lib/features/people/mutations';
import type { Role } from '@/lib/features/people/schema';
import { sessionCookie } from '@/lib/features/people/session';
import { beginSession } from '@/lib/features/people/session-mutations';
import type { Result } from '@/lib/result';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { canaryExam } from './canary-exam';

/** Fixtures of the integration tests: everything through the same functions as in production. */

export const START = new Date('2026-02-01T09:00:00Z');

/** Sets the server's clock to `minutes` after the start of the sitting. */
export function setClock(minutes: number): void {
  process.env.NABLA_NOW = new Date(START.getTime() + minutes * 60_000).toISOString();
}

export function must<Value>(result: Result<Value, unknown>): Value {
  if (result.ok) return result.value;
  throw new Error(`refused: ${JSON.stringify(result.error)}`);
}

export interface World {
  courseId: string;
  versionId: string;
  sittingId: string;
  person: (role: Role | 'ADMIN' | 'STRANGER') => Promise<SignedInPerson>;
  /** Starts an attempt of the student at the clock's time. */
  attempt: (student: SignedInPerson) => Promise<OwnAttempt>;
}

/** A course with a sitting of the canary exam: 9 to 12 o'clock, 60 minutes. */
export async function newWorld(changes: Partial<NewSitting> = {}): Promise<World> {
  const slug = `course-${randomUUID()}`;
  const course = await db().course.create({ data: { slug, title: 'A course' } });
  const { versionId } = await storeExam(canaryExam());
  const { id: sittingId } = await createSitting({
    courseId: course.id,
    versionId,
    title: 'A sitting',
    mode: 'EXAM',
    opensAt: START,
    closesAt: new Date(START.getTime() + 180 * 60_000),
    minutes: 60,
    accessCode: null,
    ...changes,
  });
  return {
    courseId: course.id,
    versionId,
    sittingId,
    person: (role) => newPerson(slug, role),
    attempt: async (student) => {
      const sitting = must(await ownSitting(student, sittingId));
      const { attemptId } = must(await startAttempt(sitting, null));
      return must(await ownAttempt(student, attemptId));
    },
  };
}

async function newPerson(course: string, role: Role | 'ADMIN' | 'STRANGER') {
  const enrolment = role === 'ADMIN' || role === 'STRANGER' ? null : { course, role };
  const { id } = must(
    await addPerson(
      {
        email: `${randomUUID()}@nabla.example`,
        name: `A ${role.toLowerCase()}`,
        password: null,
        isAdmin: role === 'ADMIN',
        enrolment,
      },
      null,
    ),
  );
  const person = await personById(id);
  if (!person) throw new Error('the person is gone');
  return person;
}

/** A save as the exam room sends it. */
export function save(changes: Partial<SaveBody> = {}): SaveBody {
  return {
    content: { selected: ['b'] },
    note: '',
    base: 0,
    idempotencyKey: randomUUID(),
    supersedes: [],
    clientId: randomUUID(),
    ...changes,
  };
}

/** The value of a session's cookie, as signing in makes it. */
export async function sessionToken(personId: string, sessionId: string): Promise<string> {
  return encode({ token: { sub: personId, sid: sessionId }, secret: env().NEXTAUTH_SECRET });
}

/** The cookie header of a signed-in browser. */
export async function cookieOf(person: SignedInPerson): Promise<string> {
  const { sessionId } = await beginSession(person.id);
  return `${sessionCookie()}=${await sessionToken(person.id, sessionId)}`;
}
