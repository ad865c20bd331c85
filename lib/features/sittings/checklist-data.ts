import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { WORKER_LOCK_SPACE } from '@/lib/server/worker-lock';
import { BACKUP_ENTRY } from './backup-mutations';
import { type ChecklistFacts, type ChecklistItem, checklist } from './checklist/checklist';
import { writtenSitting } from './data';
import type { CourseSitting } from './policy';
import { previewEdit } from './preview-data';

const HOUR_MS = 60 * 60_000;

/** What is in place for an exam, and what is not. Null once somebody has begun it, or nobody can any more. */
export async function checklistOf(sitting: CourseSitting): Promise<ChecklistItem[] | null> {
  const stored = await db().sitting.findUniqueOrThrow({
    where: { id: sitting.id },
    select: {
      ...{ closesAt: true, mode: true, versionId: true, listOnly: true, accessCode: true },
      ...{ addressRanges: true, sebConfigKeys: true, sebExamKeys: true },
      ...{ holds: true, startedAt: true, _count: { select: { attempts: true } } },
    },
  });
  const isBegun = stored._count.attempts > 0;
  if (stored.mode !== 'EXAM' || isBegun || stored.closesAt <= now()) return null;
  const [allowed, check, trial, times, moreTime, workers, backup] = await Promise.all([
    allowedPeople(sitting, stored.listOnly),
    checkOfVersion(stored.versionId),
    trialOf(sitting.courseId, stored.versionId),
    timesOf(sitting),
    peopleWithMoreTime(sitting, stored.listOnly),
    workersAlive(),
    lastBackup(),
  ]);
  return checklist({
    ...{ sittingId: sitting.id, courseId: sitting.courseId, versionId: stored.versionId },
    ...{ ...allowed, isForList: stored.listOnly, check, trial, times, moreTime, workers },
    entrance: {
      accessCode: stored.accessCode,
      networks: stored.addressRanges.length,
      seb: stored.sebConfigKeys.length + stored.sebExamKeys.length > 0,
    },
    isHeld: stored.holds && stored.startedAt === null,
    backupAge: backup && (now().getTime() - backup.getTime()) / HOUR_MS,
  });
}

/** Those who may sit it: the students of its course, or of these who is on its list. */
function candidates({ id, courseId }: CourseSitting, listOnly: boolean) {
  return {
    deactivatedAt: null,
    enrolments: { some: { courseId, role: 'STUDENT' as const } },
    ...(listOnly && { candidacies: { some: { sittingId: id } } }),
  };
}

async function allowedPeople(sitting: CourseSitting, listOnly: boolean) {
  const where = candidates(sitting, listOnly);
  const [people, withoutAccount] = await Promise.all([
    db().person.count({ where }),
    db().person.count({ where: { ...where, passwordHash: null, identities: { none: {} } } }),
  ]);
  return { people, withoutAccount };
}

async function peopleWithMoreTime(sitting: CourseSitting, listOnly: boolean): Promise<number> {
  const { id: sittingId, courseId } = sitting;
  const more = { OR: [{ factor: { gt: 1 } }, { extraMinutes: { gt: 0 } }] };
  return db().person.count({
    where: {
      ...candidates(sitting, listOnly),
      OR: [
        { accommodations: { some: { sittingId, ...more } } },
        {
          courseAccommodations: { some: { courseId, ...more } },
          accommodations: { none: { sittingId } },
        },
      ],
    },
  });
}

/** What the newest check of its upload said. */
async function checkOfVersion(versionId: string): Promise<ChecklistFacts['check']> {
  const draft = await db().examDraft.findFirst({
    where: { versionId, checkedAt: { not: null } },
    orderBy: { at: 'desc' },
    select: { id: true, ran: true },
  });
  if (!draft) return null;
  const rows = await db().$queryRaw<{ errors: number }[]>`
    SELECT count(*)::int AS errors FROM exam_draft, jsonb_array_elements(findings) AS finding
    WHERE id = ${draft.id}::uuid AND finding->>'severity' = 'error'`;
  return { answers: draft.ran ?? 0, errors: rows[0]?.errors ?? 0 };
}

/** The test runs of a version in a course: how many, and how the grading of them ended. */
async function trialOf(courseId: string, versionId: string): Promise<ChecklistFacts['trial']> {
  const rows = await db().$queryRaw<ChecklistFacts['trial'][]>`
    SELECT count(*)::int AS submitted,
      (count(*) FILTER (WHERE run.pending > 0))::int AS failed,
      coalesce(min(run.open), 0)::float8 AS open,
      coalesce(max(run.score), 0)::float8 AS best,
      coalesce(max(run.points), 0)::float8 AS points
    FROM (
      SELECT sum(s.score) AS score, sum(s.points) AS points, sum(s.open) AS open,
        count(*) FILTER (WHERE s.score IS NULL) AS pending
      FROM attempt a
      JOIN sitting t ON t.id = a.sitting_id
      JOIN part_score s ON s.attempt_id = a.id
      WHERE t.course_id = ${courseId}::uuid AND t.mode = 'TRIAL'
        AND a.version_id = ${versionId}::uuid AND a.submitted_at IS NOT NULL
      GROUP BY a.id
    ) run`;
  return rows[0] ?? { submitted: 0, failed: 0, open: 0, best: 0, points: 0 };
}

async function timesOf(sitting: CourseSitting): Promise<ChecklistFacts['times']> {
  const { values } = await writtenSitting(sitting);
  // That it holds is said with the entrance, and is nothing odd.
  const preview = await previewEdit(sitting, { ...values, holds: false });
  if (!preview.ok) return { summary: preview.error.message, warnings: [] };
  return preview.value;
}

/** How many workers are alive: each holds a lock for as long as it is. */
async function workersAlive(): Promise<number> {
  const rows = await db().$queryRaw<{ alive: number }[]>`
    SELECT count(*)::int AS alive FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${WORKER_LOCK_SPACE}
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return rows[0]?.alive ?? 0;
}

/** When `nabla backup` last wrote one; null where it never did. Backups of other tools are not known. */
async function lastBackup(): Promise<Date | null> {
  const last = await db().auditEvent.findFirst({
    where: BACKUP_ENTRY,
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return last?.at ?? null;
}
