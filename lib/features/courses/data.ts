import 'server-only';
import type { SignedInPerson } from '@/lib/features/people/data';
import type { PeopleAdmin } from '@/lib/features/people/policy';
import { db } from '@/lib/server/db';
import type { InstructedCourse, TaughtCourse } from './policy';

export interface TaughtCourseSummary {
  id: string;
  slug: string;
  title: string;
  /** Null for an admin without a role of their own. */
  role: 'GRADER' | 'INSTRUCTOR' | null;
  students: number;
  sittings: number;
  archivedAt: Date | null;
}

/** The courses that the person teaches; all for an admin. */
export async function taughtCourses(person: SignedInPerson): Promise<TaughtCourseSummary[]> {
  const courses = await db().course.findMany({
    where: person.isAdmin
      ? {}
      : {
          enrolments: {
            some: { personId: person.id, role: { in: ['GRADER', 'INSTRUCTOR'] } },
          },
        },
    orderBy: { title: 'asc' },
    select: {
      id: true,
      slug: true,
      title: true,
      archivedAt: true,
      enrolments: { where: { personId: person.id }, select: { role: true } },
      _count: {
        select: {
          sittings: { where: { mode: { not: 'TRIAL' } } },
          enrolments: { where: { role: 'STUDENT' } },
        },
      },
    },
  });
  return courses.map(({ enrolments, _count, ...course }) => {
    const role = enrolments[0]?.role;
    return {
      ...course,
      role: role === 'GRADER' || role === 'INSTRUCTOR' ? role : null,
      students: _count.enrolments,
      sittings: _count.sittings,
    };
  });
}

/** What stands over every page of a course. */
export async function courseHeading(course: TaughtCourse): Promise<{ title: string }> {
  return db().course.findUniqueOrThrow({ where: { id: course.id }, select: { title: true } });
}

export interface CourseSettings {
  id: string;
  slug: string;
  title: string;
  timeZone: string;
  archivedAt: Date | null;
}

/** What an instructor may change of a course. */
export async function courseSettings(course: InstructedCourse): Promise<CourseSettings> {
  return db().course.findUniqueOrThrow({
    where: { id: course.id },
    select: { id: true, slug: true, title: true, timeZone: true, archivedAt: true },
  });
}

/** All courses, for the command line. */
export async function allCourses(
  _admin: PeopleAdmin,
): Promise<{ slug: string; title: string; timeZone: string; people: number; archived: boolean }[]> {
  const courses = await db().course.findMany({
    orderBy: { slug: 'asc' },
    select: {
      ...{ slug: true, title: true, timeZone: true, archivedAt: true },
      _count: { select: { enrolments: true } },
    },
  });
  return courses.map(({ archivedAt, _count, ...course }) => ({
    ...course,
    people: _count.enrolments,
    archived: archivedAt !== null,
  }));
}
