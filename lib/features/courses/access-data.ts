import 'server-only';
import type { Role } from '@/lib/features/people/schema';
import { db } from '@/lib/server/db';

export interface CourseAccess {
  courseId: string;
  role: Role | null;
}

/** For the policies: the role that a person has in a course. */
export async function courseAccess(id: string, personId: string): Promise<CourseAccess | null> {
  const course = await db().course.findUnique({
    where: { id },
    select: { id: true, enrolments: { where: { personId }, select: { role: true } } },
  });
  return course && { courseId: course.id, role: course.enrolments[0]?.role ?? null };
}

/** For the command line: the course of a name. */
export async function courseIdOf(slug: string): Promise<string | null> {
  const course = await db().course.findUnique({ where: { slug }, select: { id: true } });
  return course?.id ?? null;
}

/** The names of all courses, in order. */
export async function courseSlugs(): Promise<string[]> {
  const courses = await db().course.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } });
  return courses.map(({ slug }) => slug);
}
