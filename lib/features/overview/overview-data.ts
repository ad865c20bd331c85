import 'server-only';
import type { TaughtCourse } from '@/lib/features/courses/policy';
import { failedAddressees } from '@/lib/features/mail/data';
import type { TaughtSitting } from '@/lib/features/review/data';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { type TodaySitting, todaysSittings } from './today';
import { waitingItems } from './waiting';
import type { CourseCounts, SittingCounts, WaitingItem } from './waiting-item';

export interface Waiting {
  items: WaitingItem[];
  /** What to do next where nothing waits. */
  next: 'exam' | 'people' | 'sitting' | 'rest';
}

/** What waits for whoever teaches a course, most urgent first; what they may not do is left out. */
export async function waitingFor(
  course: TaughtCourse,
  sittings: readonly TaughtSitting[],
): Promise<Waiting> {
  const offered = sittings.filter(({ archivedAt }) => archivedAt === null);
  const [ofSittings, ofCourse] = await Promise.all([
    sittingCounts(offered.map(({ id }) => id)),
    course.mayInstruct ? courseCounts(course) : null,
  ]);
  const items = waitingItems(course.id, offered, ofSittings, ofCourse);
  return { items, next: nextStep(ofCourse, sittings.length) };
}

function nextStep(counts: CourseCounts | null, sittings: number): Waiting['next'] {
  if (counts === null || sittings > 0) return 'rest';
  if (counts.exams === 0) return 'exam';
  return counts.students === 0 ? 'people' : 'sitting';
}

/** The sittings of today, in the time zone of each. */
export function today(sittings: readonly TaughtSitting[]): TodaySitting[] {
  return todaysSittings(sittings, now());
}

/** In one query, however many sittings there are. */
async function sittingCounts(ids: readonly string[]): Promise<Map<string, SittingCounts>> {
  const rows = await db().$queryRaw<(SittingCounts & { id: string })[]>`
    SELECT s.id,
      (SELECT count(*)::int FROM question q JOIN attempt a ON a.id = q.attempt_id
        WHERE a.sitting_id = s.id
          AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.question_id = q.id)) AS questions,
      (SELECT count(*)::int FROM attempt a JOIN graphile_worker.jobs j ON j.key = 'grade:' || a.id
        WHERE a.sitting_id = s.id AND j.last_error IS NOT NULL AND j.locked_at IS NULL) AS failed,
      (SELECT count(*)::int FROM attempt a JOIN part_score p ON p.attempt_id = a.id
        WHERE a.sitting_id = s.id AND a.submitted_at IS NOT NULL AND p.unread) AS unread,
      (SELECT count(DISTINCT a.id)::int FROM attempt a JOIN revision r ON r.attempt_id = a.id
        WHERE a.sitting_id = s.id AND r.late AND NOT EXISTS (
          SELECT 1 FROM mark m JOIN revision d ON d.id = m.revision_id
          WHERE m.attempt_id = a.id AND m.part_id = r.part_id AND m.late IS NOT NULL
            AND d.number >= r.number)) AS late
    FROM sitting s WHERE s.id = ANY (${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

async function courseCounts({ id: courseId }: TaughtCourse): Promise<CourseCounts> {
  const person = { passwordHash: null, deactivatedAt: null, identities: { none: {} } };
  const open = { usedAt: null, expiresAt: { gt: now() } };
  const enrolled = (invitations: object) =>
    db().enrolment.count({ where: { courseId, person: { ...person, invitations } } });
  const [drafts, versions, invited, uninvited, mails, people, exams] = await Promise.all([
    db().examDraft.count({ where: { courseId, versionId: null } }),
    db().examVersion.count({ where: { exam: { courseId }, publication: null } }),
    enrolled({ some: open }),
    enrolled({ none: open }),
    failedAddressees(courseId),
    db().enrolment.count({ where: { courseId, role: 'STUDENT' } }),
    db().examVersion.count({
      where: { publication: { isNot: null }, exam: { OR: [{ courseId }, { courseId: null }] } },
    }),
  ]);
  return {
    ...{ drafts: drafts + versions, invited, uninvited, mails: mails.length },
    ...{ students: people, exams },
  };
}
