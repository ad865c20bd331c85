import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { ok, type Result } from '@/lib/result';
import { audit, auditAll } from '@/lib/server/audit';
import type { AuditAction } from '@/lib/server/audit-actions';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, notFound } from '@/lib/server/errors';
import type { MovedEnd } from './ends-data';
import { lockRunning, moveEnds } from './ends-mutations';
import type { CourseSitting } from './policy';
import type { AccommodationInput, GivenTimeInput, MoreTime } from './schema';

type Changed = Promise<Result<{ moved: MovedEnd[] }, DomainError>>;

/** More time for some people in every sitting of a course that says nothing else of them. */
export async function accommodateInCourse(
  course: InstructedCourse,
  { personIds, factor, extraMinutes, reason }: AccommodationInput,
): Changed {
  const { id: courseId } = course;
  return changing(course, personIds, async (tx) => {
    for (const personId of personIds) {
      await tx.courseAccommodation.upsert({
        where: { courseId_personId: { courseId, personId } },
        create: { courseId, personId, factor, extraMinutes, reason },
        update: { factor, extraMinutes, reason },
      });
    }
    return { action: 'time.accommodate', detail: { factor, extraMinutes, reason } };
  });
}

/** Takes it back. */
export async function dropFromCourse(course: InstructedCourse, personId: string): Changed {
  return changing(course, [personId], async (tx) => {
    await tx.courseAccommodation.deleteMany({ where: { courseId: course.id, personId } });
    return { action: 'time.drop', detail: {} };
  });
}

/** More time for some people in one sitting, in the place of what the course says of them. */
export async function accommodateInSitting(
  sitting: CourseSitting,
  { personIds, factor, extraMinutes, reason }: AccommodationInput,
): Changed {
  const { id: sittingId } = sitting;
  return changing(sitting, personIds, async (tx) => {
    for (const personId of personIds) {
      await tx.accommodation.upsert({
        where: { sittingId_personId: { sittingId, personId } },
        create: { sittingId, personId, factor, extraMinutes, reason },
        update: { factor, extraMinutes, reason },
      });
    }
    return { action: 'time.grant', detail: { sittingId, factor, extraMinutes, reason } };
  });
}

/** Takes it back, and what was given with it: the course's word counts again. */
export async function dropFromSitting(sitting: CourseSitting, personId: string): Changed {
  return changing(sitting, [personId], async (tx) => {
    await tx.accommodation.deleteMany({ where: { sittingId: sitting.id, personId } });
    return { action: 'time.drop', detail: { sittingId: sitting.id } };
  });
}

/**
 * Minutes on top for some people while a sitting runs, in the place of what they were given before.
 * What the course says of them is written down with it, and no longer follows the course.
 */
export async function giveTime(
  sitting: CourseSitting,
  { personIds, minutes: givenMinutes, reason }: GivenTimeInput,
): Changed {
  const { id: sittingId, courseId } = sitting;
  return changing(sitting, personIds, async (tx) => {
    const given = { sittingId, courseId, personIds, minutes: givenMinutes, reason };
    await setGiven(tx, { ...given, isMore: false });
    return { action: 'time.give', detail: { sittingId, givenMinutes, reason } };
  });
}

/**
 * Minutes on top of all that was given before, while a sitting runs: to some, or to everybody, those
 * who begin later as well.
 */
export async function giveMore(
  sitting: CourseSitting,
  { personIds, minutes, reason }: MoreTime & { reason: string },
): Changed {
  const { id: sittingId, courseId } = sitting;
  if (personIds === null) return giveEverybody(sitting, minutes, reason);
  return changing(sitting, personIds, async (tx) => {
    await setGiven(tx, { sittingId, courseId, personIds, minutes, reason, isMore: true });
    return { action: 'time.give-more', detail: { sittingId, minutes, reason } };
  });
}

async function giveEverybody(
  { id, courseId, actorId }: CourseSitting,
  minutes: number,
  reason: string,
): Changed {
  return db().$transaction(async (tx) => {
    await lockRunning(tx, id);
    await tx.sitting.update({ where: { id }, data: { givenMinutes: { increment: minutes } } });
    const moved = await moveEnds(tx, id, { byId: actorId });
    await audit(tx, {
      ...{ actorId, courseId, action: 'time.give-everybody', subject: `sitting:${id}` },
      detail: { minutes, reason },
    });
    return ok({ moved });
  });
}

/**
 * Writes down what some people were given, in all or on top of what they were given before; what the
 * course says of them is written down with it.
 */
export async function setGiven(
  tx: Database,
  given: {
    sittingId: string;
    courseId: string;
    personIds: readonly string[];
    minutes: number;
    reason: string;
    isMore: boolean;
  },
): Promise<void> {
  const { sittingId, courseId, personIds, minutes, reason, isMore } = given;
  await tx.$executeRaw`
    INSERT INTO accommodation AS a
      (sitting_id, person_id, factor, extra_minutes, reason, given_minutes)
    SELECT ${sittingId}::uuid, p.id, coalesce(c.factor, 1), coalesce(c.extra_minutes, 0),
      coalesce(c.reason, ${reason}), ${minutes}::int
    FROM unnest(${[...personIds]}::uuid[]) AS p (id)
    LEFT JOIN course_accommodation c
      ON c.person_id = p.id AND c.course_id = ${courseId}::uuid
    ON CONFLICT (sitting_id, person_id) DO UPDATE SET given_minutes =
      CASE WHEN ${isMore}::boolean THEN a.given_minutes ELSE 0 END + excluded.given_minutes`;
}

/** The change, the ends that it moves and the record of each person, together or not at all. */
async function changing(
  where: InstructedCourse | CourseSitting,
  personIds: readonly string[],
  change: (
    tx: Database,
  ) => Promise<{ action: AuditAction; detail: Record<string, string | number> }>,
): Changed {
  const courseId = 'courseId' in where ? where.courseId : where.id;
  return db().$transaction(async (tx) => {
    const students = await tx.enrolment.count({
      where: { courseId, role: 'STUDENT', personId: { in: [...personIds] } },
    });
    if (students !== new Set(personIds).size) return notFound();
    const sittings = 'courseId' in where ? [where.id] : await alive(tx, courseId);
    for (const id of sittings) await lockRunning(tx, id);
    const { action, detail } = await change(tx);
    const moved: MovedEnd[] = [];
    for (const id of sittings)
      moved.push(...(await moveEnds(tx, id, { of: personIds, byId: where.actorId })));
    await auditAll(
      tx,
      personIds.map((personId) => ({
        ...{ actorId: where.actorId, action, courseId, detail },
        subject: `person:${personId}`,
      })),
    );
    return ok({ moved });
  });
}

/** The sittings of a course that somebody writes or may still begin, in the order of locking. */
async function alive(tx: Database, courseId: string): Promise<string[]> {
  const sittings = await tx.sitting.findMany({
    where: {
      courseId,
      OR: [{ closesAt: { gt: now() } }, { attempts: { some: { submittedAt: null } } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return sittings.map(({ id }) => id);
}
