import 'server-only';
import { lockRunning, moveEnds } from '@/lib/features/sittings/ends-mutations';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import type { InstructedSitting } from './policy';
import type { AccommodationInput } from './schema';

/**
 * Lets the students of an exam see their results: not while anybody is writing it, and not while
 * anybody may still begin, unless the window is closed with it.
 */
export async function releaseResults(
  sitting: InstructedSitting,
  { close }: { close: boolean },
): Promise<Result<{ releasedAt: Date }, DomainError>> {
  return db().$transaction(async (tx) => {
    // Whoever begins an attempt holds this row shared: nobody slips in between look and release.
    await tx.$queryRaw`SELECT 1 FROM sitting WHERE id = ${sitting.id}::uuid FOR UPDATE`;
    const { releasedAt, closesAt, opensAt, _count } = await tx.sitting.findUniqueOrThrow({
      where: { id: sitting.id },
      select: {
        releasedAt: true,
        opensAt: true,
        closesAt: true,
        _count: { select: { attempts: { where: { submittedAt: null } } } },
      },
    });
    if (releasedAt) return ok({ releasedAt });
    const at = now();
    if (at <= opensAt) return refusal('NOT_OPEN', 'This sitting has not begun yet.');
    if (_count.attempts > 0) {
      return refusal('STILL_RUNNING', 'Somebody is still writing. Release the results after that.');
    }
    if (at < closesAt && !close) {
      return refusal(
        'STILL_RUNNING',
        'Students may still begin. Close the sitting with the release, or wait until it ends.',
      );
    }
    const ends = at < closesAt ? at : closesAt;
    await tx.sitting.update({
      where: { id: sitting.id },
      data: { releasedAt: at, closesAt: ends },
    });
    await audit(tx, {
      actorId: sitting.actorId,
      action: 'results.release',
      courseId: sitting.courseId,
      subject: `sitting:${sitting.id}`,
      detail: { closed: ends !== closesAt },
    });
    return ok({ releasedAt: at });
  });
}

/** Grants one person more time; a running attempt of theirs gets its new deadline at once. */
export async function grantTime(
  sitting: InstructedSitting,
  input: Omit<AccommodationInput, 'sittingId'>,
): Promise<Result<null, DomainError>> {
  const { personId, factor, extraMinutes, reason } = input;
  return db().$transaction(async (tx) => {
    const enrolment = await tx.enrolment.findFirst({
      where: { personId, courseId: sitting.courseId, role: 'STUDENT' },
    });
    if (!enrolment) return notFound();
    await lockRunning(tx, sitting.id);
    await tx.accommodation.upsert({
      where: { sittingId_personId: { sittingId: sitting.id, personId } },
      create: { sittingId: sitting.id, personId, factor, extraMinutes, reason },
      update: { factor, extraMinutes, reason },
    });
    await moveEnds(tx, sitting.id, { of: [personId], byId: sitting.actorId });
    await audit(tx, {
      actorId: sitting.actorId,
      action: 'time.grant',
      courseId: sitting.courseId,
      subject: `person:${personId}`,
      detail: { sittingId: sitting.id, factor, extraMinutes, reason },
    });
    return ok(null);
  });
}
