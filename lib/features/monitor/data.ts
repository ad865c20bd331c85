import 'server-only';
import type { ReviewedSitting } from '@/lib/features/review/policy';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { Coalesced } from '@/lib/server/live/coalesce';
import type { Monitor, MonitorRow, MonitorState } from './schema';
import { Snapshots } from './snapshots';

/** A browser of which nothing was heard for so long is called silent: four beats of its stream. */
const SILENT_MS = 60_000;

interface FoundRow {
  personId: string;
  name: string;
  attemptId: string | null;
  startedAt: Date | null;
  dueAt: Date | null;
  submittedAt: Date | null;
  withdrawnAt: Date | null;
  parts: number;
  lastSaveAt: Date | null;
  seenAt: Date | null;
  late: number;
  conflicts: number;
  openQuestions: number;
}

interface Standing {
  stamp: string;
  at: Date;
  parts: number;
  rows: MonitorRow[];
}

/** However many look at a sitting, the database is asked once for all of them. */
const asked = new Coalesced<Standing>();
const snapshots = new Snapshots();

/**
 * Everybody who may sit it, with how far they are.
 * @param since the stamp of what the browser has: where it is known, only what changed is told
 */
export async function monitorOf(
  sitting: ReviewedSitting,
  since: string | null = null,
): Promise<Monitor> {
  const { stamp, at, parts, rows } = await asked.ask(sitting.id, () => standingOf(sitting));
  const changes = since === null ? null : snapshots.changes(sitting.id, since, rows);
  const told = { stamp, now: at.toISOString(), parts };
  return changes
    ? { ...told, isWhole: false, ...changes }
    : { ...told, isWhole: true, rows, gone: [] };
}

/** The newest attempt of each, in one query. */
async function standingOf(sitting: ReviewedSitting): Promise<Standing> {
  const rows = await db().$queryRaw<FoundRow[]>`
    SELECT p.id AS "personId", p.name, a.id AS "attemptId", a.started_at AS "startedAt",
      a.due_at AS "dueAt", a.submitted_at AS "submittedAt", a.withdrawn_at AS "withdrawnAt", b.seen_at AS "seenAt",
      coalesce(r.parts, 0)::int AS parts, r.last AS "lastSaveAt",
      coalesce(r.late, 0)::int AS late, coalesce(r.conflicts, 0)::int AS conflicts,
      (SELECT count(*)::int FROM question q WHERE q.attempt_id = a.id
        AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.question_id = q.id)) AS "openQuestions"
    FROM person p
    LEFT JOIN LATERAL (
      SELECT * FROM attempt WHERE sitting_id = ${sitting.id}::uuid AND person_id = p.id
      ORDER BY number DESC LIMIT 1
    ) a ON true
    LEFT JOIN presence b ON b.attempt_id = a.id
    LEFT JOIN LATERAL (
      SELECT count(DISTINCT part_id) FILTER (WHERE NOT late AND NOT conflict AND NOT empty) AS parts,
        max(saved_at) AS last, count(*) FILTER (WHERE late) AS late,
        count(*) FILTER (WHERE conflict) AS conflicts
      FROM revision WHERE attempt_id = a.id
    ) r ON true
    WHERE a.id IS NOT NULL OR EXISTS (
      SELECT 1 FROM enrolment e WHERE e.person_id = p.id
        AND e.course_id = ${sitting.courseId}::uuid AND e.role = 'STUDENT')
      AND (NOT (SELECT list_only FROM sitting WHERE id = ${sitting.id}::uuid) OR EXISTS (
        SELECT 1 FROM sitting_candidate c
        WHERE c.sitting_id = ${sitting.id}::uuid AND c.person_id = p.id))
    ORDER BY lower(p.name), p.id`;
  const at = now();
  const { versionId } = await db().sitting.findUniqueOrThrow({
    where: { id: sitting.id },
    select: { versionId: true },
  });
  const described = rows.map((row) => rowOf(row, at));
  return {
    stamp: snapshots.keep(sitting.id, described, at),
    at,
    parts: await db().part.count({ where: { versionId } }),
    rows: described,
  };
}

function rowOf(found: FoundRow, at: Date): MonitorRow {
  const { withdrawnAt, seenAt: _, ...row } = found;
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  return {
    ...row,
    state: stateOf(found, at),
    startedAt: iso(row.startedAt),
    dueAt: iso(row.dueAt),
    submittedAt: iso(row.submittedAt),
    lastSaveAt: iso(row.lastSaveAt),
  };
}

function stateOf(row: FoundRow, at: Date): MonitorState {
  const { attemptId, submittedAt, withdrawnAt, seenAt, lastSaveAt } = row;
  if (withdrawnAt) return 'withdrawn';
  if (attemptId === null) return 'absent';
  if (submittedAt) return 'submitted';
  const last = Math.max(seenAt?.getTime() ?? 0, lastSaveAt?.getTime() ?? 0);
  return at.getTime() - last > SILENT_MS ? 'silent' : 'writing';
}
