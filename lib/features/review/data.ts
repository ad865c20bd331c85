import 'server-only';
import { windowState } from '@/lib/exam/deadline';
import type { SittingMode } from '@/lib/exam/release';
import type { TaughtCourse } from '@/lib/features/courses/policy';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import type { ReviewedSitting } from './policy';

export interface TaughtSitting {
  id: string;
  title: string;
  courseId: string;
  courseTitle: string;
  examTitle: string;
  examVersion: number;
  mode: SittingMode;
  opensAt: Date;
  closesAt: Date;
  minutes: number;
  timeZone: string;
  releasedAt: Date | null;
  archivedAt: Date | null;
  /** Staff have not started it yet. */
  isHeld: boolean;
  window: 'early' | 'open' | 'over';
  /** Who may sit it: the students of the course, or of these who is on its list. */
  students: number;
  running: number;
  /** Without those that were withdrawn. */
  submitted: number;
  withdrawn: number;
  /** Submitted attempts with points that a person has to decide, or that are not graded yet. */
  undecided: number;
}

/** The sittings of a course, newest first. */
export async function taughtSittings(course: TaughtCourse): Promise<TaughtSitting[]> {
  return describeSittings({ courseId: course.id, mode: { not: 'TRIAL' } });
}

/** One sitting with its numbers. */
export async function sittingOverview(sitting: ReviewedSitting): Promise<TaughtSitting> {
  const [description] = await describeSittings({ id: sitting.id });
  if (!description) throw new Error(`no sitting ${sitting.id}`);
  return description;
}

/** In two queries, however many sittings there are. */
async function describeSittings(
  where: { id: string } | { courseId: string; mode: { not: 'TRIAL' } },
): Promise<TaughtSitting[]> {
  const sittings = await db().sitting.findMany({
    where,
    orderBy: [{ opensAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      title: true,
      mode: true,
      opensAt: true,
      closesAt: true,
      minutes: true,
      timeZone: true,
      releasedAt: true,
      archivedAt: true,
      holds: true,
      startedAt: true,
      listOnly: true,
      course: {
        select: {
          id: true,
          title: true,
          _count: { select: { enrolments: { where: { role: 'STUDENT' } } } },
        },
      },
      version: { select: { title: true, number: true } },
      _count: { select: { attempts: { where: { submittedAt: null } }, candidates: true } },
    },
  });
  const rows = await db().$queryRaw<
    { id: string; submitted: number; withdrawn: number; undecided: number }[]
  >`
    SELECT sitting_id AS id, (count(*) FILTER (WHERE counts))::int AS submitted,
      (count(*) FILTER (WHERE NOT counts))::int AS withdrawn,
      (count(*) FILTER (WHERE counts AND undecided))::int AS undecided
    FROM (
      SELECT a.sitting_id, a.withdrawn_at IS NULL AS counts, bool_or(s.score IS NULL OR s.open > 0) AS undecided
      FROM attempt a JOIN part_score s ON s.attempt_id = a.id
      WHERE a.sitting_id = ANY (${sittings.map(({ id }) => id)}::uuid[])
        AND a.submitted_at IS NOT NULL
      GROUP BY a.id
    ) attempts GROUP BY sitting_id`;
  return sittings.map(({ course, version, _count, holds, startedAt, listOnly, ...sitting }) => {
    const counts = rows.find(({ id }) => id === sitting.id);
    return {
      ...sitting,
      ...{ courseId: course.id, courseTitle: course.title },
      examTitle: version.title,
      examVersion: version.number,
      isHeld: holds && startedAt === null,
      window: windowState(now(), sitting),
      students: listOnly ? _count.candidates : course._count.enrolments,
      running: _count.attempts,
      submitted: counts?.submitted ?? 0,
      withdrawn: counts?.withdrawn ?? 0,
      undecided: counts?.undecided ?? 0,
    };
  });
}
