import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';

/**
 * Those of these exams of which a sitting is open or announced, in any version and any course: what
 * practice shows of them would be what the exam asks for. A sitting counts until its last attempt is
 * handed in, also where somebody has more time.
 */
export async function examsAhead(examIds: readonly string[]): Promise<ReadonlySet<string>> {
  const sittings = await db().sitting.findMany({
    where: {
      mode: 'EXAM',
      version: { examId: { in: [...examIds] } },
      OR: [
        { closesAt: { gt: now() }, archivedAt: null },
        { attempts: { some: { submittedAt: null } } },
      ],
    },
    select: { version: { select: { examId: true } } },
  });
  return new Set(sittings.map(({ version }) => version.examId));
}

/** What staff are told of a practice sitting; null for an exam. */
export interface PracticeRelease {
  showsEarly: boolean;
  examAhead: boolean;
}

export async function practiceRelease(sitting: { id: string }): Promise<PracticeRelease | null> {
  const { mode, showsEarly, version } = await db().sitting.findUniqueOrThrow({
    where: { id: sitting.id },
    select: { mode: true, showsEarly: true, version: { select: { examId: true } } },
  });
  if (mode !== 'PRACTICE') return null;
  const ahead = await examsAhead([version.examId]);
  return { showsEarly, examAhead: ahead.has(version.examId) };
}
