import 'server-only';
import type { InstructedCourse } from '@/lib/features/courses/policy';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { CourseSitting } from './policy';
import { shownIn } from './wall-clock';

interface MoreTime {
  factor: number;
  extraMinutes: number;
  reason: string;
}

interface OwnRow extends MoreTime {
  sittingId: string;
  title: string;
  givenMinutes: number;
}

export interface AccommodatedPerson {
  personId: string;
  name: string;
  email: string;
  ofCourse: MoreTime | null;
  /** In sittings that say something else. */
  own: OwnRow[];
}

export interface CourseAccommodations {
  people: AccommodatedPerson[];
  students: { id: string; name: string; email: string }[];
  /** Those that are not over. */
  sittings: { id: string; title: string }[];
}

/** Who of a course has more time, and where. */
export async function accommodationsOf(course: InstructedCourse): Promise<CourseAccommodations> {
  const { id: courseId } = course;
  const [enrolments, sittings] = await Promise.all([
    db().enrolment.findMany({
      where: { courseId, role: 'STUDENT' },
      orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
      select: {
        person: {
          select: {
            id: true,
            name: true,
            email: true,
            courseAccommodations: { where: { courseId } },
            accommodations: {
              where: { sitting: { courseId } },
              orderBy: { sitting: { opensAt: 'asc' } },
              include: { sitting: { select: { title: true } } },
            },
          },
        },
      },
    }),
    db().sitting.findMany({
      where: { courseId, mode: { not: 'TRIAL' }, archivedAt: null, closesAt: { gt: now() } },
      orderBy: [{ opensAt: 'asc' }, { id: 'asc' }],
      select: { id: true, title: true },
    }),
  ]);
  const people = enrolments.map(({ person }) => ({
    personId: person.id,
    name: person.name,
    email: person.email,
    ofCourse: person.courseAccommodations.map(moreTime)[0] ?? null,
    own: person.accommodations.map((row) => ({
      ...moreTime(row),
      sittingId: row.sittingId,
      title: row.sitting.title,
      givenMinutes: row.givenMinutes,
    })),
  }));
  return {
    people: people.filter(({ ofCourse, own }) => ofCourse || own.length > 0),
    students: enrolments.map(({ person: { id, name, email } }) => ({ id, name, email })),
    sittings,
  };
}

function moreTime(row: {
  factor: { toNumber: () => number };
  extraMinutes: number;
  reason: string;
}): MoreTime {
  return { factor: row.factor.toNumber(), extraMinutes: row.extraMinutes, reason: row.reason };
}

/** Somebody who writes now, and until when on the wall of the sitting's zone. */
export interface Writer {
  personId: string;
  name: string;
  ends: string;
  givenMinutes: number;
}

/** Those who write a sitting now, by name. */
export async function writersOf({ id }: CourseSitting): Promise<Writer[]> {
  const { timeZone, attempts, accommodations } = await db().sitting.findUniqueOrThrow({
    where: { id },
    select: {
      timeZone: true,
      accommodations: { select: { personId: true, givenMinutes: true } },
      attempts: {
        where: { submittedAt: null },
        orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
        select: { personId: true, dueAt: true, person: { select: { name: true } } },
      },
    },
  });
  return attempts.map(({ personId, dueAt, person }) => ({
    personId,
    name: person.name,
    ends: shownIn(dueAt, timeZone),
    givenMinutes: accommodations.find((row) => row.personId === personId)?.givenMinutes ?? 0,
  }));
}
