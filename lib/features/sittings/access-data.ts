import 'server-only';
import { db } from '@/lib/server/db';

/** For the policy: the course of a sitting; null also for one in which staff try an exam. */
export async function courseOfSitting(id: string): Promise<string | null> {
  const sitting = await db().sitting.findUnique({
    where: { id, mode: { not: 'TRIAL' } },
    select: { courseId: true },
  });
  return sitting?.courseId ?? null;
}
