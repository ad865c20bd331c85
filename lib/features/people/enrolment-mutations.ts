import 'server-only';
import { audit } from '@/lib/server/audit';
import type { Database } from '@/lib/server/db';
import type { Role } from './schema';

/** What became of a person in a course: came into it, has another role in it, or was there so already. */
export type Enrolled = 'enrolled' | 'changed' | 'same';

/** Gives a person a role in a course, whether or not they were in it, on the record. */
export async function enrol(
  tx: Database,
  enrolment: { courseId: string; personId: string; role: Role },
  actorId: string | null,
): Promise<Enrolled> {
  const { courseId, personId, role } = enrolment;
  const key = { personId_courseId: { personId, courseId } };
  const before = await tx.enrolment.findUnique({ where: key, select: { role: true } });
  if (before?.role === role) return 'same';
  await tx.enrolment.upsert({ where: key, create: enrolment, update: { role } });
  await audit(tx, {
    actorId,
    action: before ? 'course.role' : 'course.enrol',
    courseId,
    subject: `person:${personId}`,
    detail: { role, before: before?.role ?? null },
  });
  return before ? 'changed' : 'enrolled';
}
