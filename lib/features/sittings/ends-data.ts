import 'server-only';
import { deadline, type SittingTimes } from '@/lib/exam/deadline';
import type { Database } from '@/lib/server/db';
import { allowanceOf } from './allowance-data';

/** What a change of a sitting may say of its times; what it does not say stays. */
export interface TimesChange extends Partial<SittingTimes> {
  givenMinutes?: number;
  /** Minutes on top, for some of them. */
  more?: { personIds: readonly string[]; minutes: number };
}

/** How a change moves the end of a running attempt. */
export interface MovedEnd {
  attemptId: string;
  personId: string;
  name: string;
  before: Date;
  after: Date;
  /** The window ends it before its minutes are over. */
  isCut: boolean;
}

/**
 * Where the running attempts of a sitting end under a change, those that it moves and those that it
 * does not. An end that still lies ahead is moved to this moment at the earliest, so that what is on
 * its way arrives within the grace.
 */
export async function endsAfter(
  tx: Database,
  sittingId: string,
  { change = {}, at }: { change?: TimesChange; at: Date },
): Promise<MovedEnd[]> {
  const sitting = await tx.sitting.findUniqueOrThrow({
    where: { id: sittingId },
    select: {
      opensAt: true,
      closesAt: true,
      minutes: true,
      givenMinutes: true,
      courseId: true,
    },
  });
  // One after the other: Prisma asks for the relations of one query at once, which the one connection
  // of a transaction does not take.
  const accommodations = await tx.accommodation.findMany({
    where: { sittingId },
    select: { personId: true, factor: true, extraMinutes: true, givenMinutes: true },
  });
  const courseAccommodations = await tx.courseAccommodation.findMany({
    where: { courseId: sitting.courseId },
    select: { personId: true, factor: true, extraMinutes: true },
  });
  const attempts = await runningOf(tx, sittingId);
  const { more, ...changed } = change;
  const times = { ...sitting, ...changed };
  const getMore = new Set(more?.personIds);
  const own = new Map(accommodations.map((row) => [row.personId, row]));
  const ofCourse = new Map(courseAccommodations.map((row) => [row.personId, row]));
  return attempts.map(({ id, personId, startedAt, dueAt, person }) => {
    const extra = getMore.has(personId) ? (more?.minutes ?? 0) : 0;
    const theirs = allowanceOf({
      givenMinutes: times.givenMinutes + extra,
      accommodations: rowOf(own, personId),
      course: { accommodations: rowOf(ofCourse, personId) },
    });
    const end = deadline(startedAt, times, theirs);
    const unbounded = deadline(startedAt, { ...times, closesAt: NEVER }, theirs);
    const earliest = dueAt < at ? dueAt : at;
    return {
      attemptId: id,
      personId,
      name: person.name,
      before: dueAt,
      after: end < earliest ? earliest : end,
      isCut: end < unbounded,
    };
  });
}

async function runningOf(tx: Database, sittingId: string) {
  return tx.attempt.findMany({
    where: { sittingId, submittedAt: null },
    orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      personId: true,
      startedAt: true,
      dueAt: true,
      person: { select: { name: true } },
    },
  });
}

function rowOf<Row>(rows: ReadonlyMap<string, Row>, personId: string): Row[] {
  const row = rows.get(personId);
  return row ? [row] : [];
}

const NEVER = new Date(8_000_000_000_000_000);
