import 'server-only';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { SESSION_SECONDS } from './session';

/**
 * Begins a session with a last moment that nothing prolongs. The cookie only names it: whether it
 * counts is asked of the database with every request.
 */
export async function beginSession(personId: string): Promise<{ sessionId: string }> {
  const beganAt = now();
  const endsAt = new Date(beganAt.getTime() + SESSION_SECONDS * 1000);
  const { id } = await db().session.create({
    data: { personId, beganAt, endsAt },
    select: { id: true },
  });
  return { sessionId: id };
}

/** Ends a session for everyone who has its cookie. */
export async function endSession(sessionId: string): Promise<void> {
  await db().session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: now() },
  });
}

/**
 * Ends a person's sessions on all devices.
 * @param except one that goes on, after a change of password
 * @returns how many were ended
 */
export async function endSessionsOf(
  tx: Database,
  personId: string,
  except?: string,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, endedAt: null, ...(except !== undefined && { id: { not: except } }) },
    data: { endedAt: now() },
  });
  return count;
}

/** Removes sessions that are over. */
export async function forgetOldSessions(): Promise<void> {
  await db().session.deleteMany({ where: { endsAt: { lte: now() } } });
}
