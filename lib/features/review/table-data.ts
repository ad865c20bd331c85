import 'server-only';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/prisma-client/client';
import type { ReviewedAttempt, ReviewedSitting } from './policy';
import type { AttemptState, TableQuery } from './schema';

interface AttemptRow {
  id: string;
  personId: string;
  name: string;
  email: string;
  number: number;
  /** `grading`: submitted, not all parts graded. `review`: a person has to decide points. */
  state: AttemptState;
  startedAt: Date;
  dueAt: Date;
  submittedAt: Date | null;
  submittedBy: 'STUDENT' | 'SWEEPER' | 'STAFF' | null;
  /** Null while running, and of what was withdrawn. */
  score: number | null;
  points: number;
  open: number;
  /** Parts that wait as something in them could not be read. */
  unread: number;
  /** Parts of which something came after the grace, and those of them that nobody has decided. */
  late: number;
  lateOpen: number;
}

export interface AttemptsTable {
  rows: AttemptRow[];
  /** Rows of all pages. */
  total: number;
  /** The page that is shown: never beyond the last. */
  page: number;
}

/** What may stand in ORDER BY; nothing of the request does. */
const ORDER = {
  name: Prisma.sql`lower(name)`,
  state: Prisma.sql`array_position(ARRAY['running', 'grading', 'review', 'graded', 'withdrawn'], state)`,
  score: Prisma.sql`score`,
  open: Prisma.sql`open`,
  startedAt: Prisma.sql`"startedAt"`,
  submittedAt: Prisma.sql`"submittedAt"`,
};

/** The attempts of a sitting, filtered, sorted and paged by the database. */
export async function attemptsTable(
  sitting: ReviewedSitting,
  query: TableQuery,
): Promise<AttemptsTable> {
  const attempts = attemptsOf(sitting.id);
  const wanted = wantedBy(query);
  const { pageSize } = query;
  const counted = await db().$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (${attempts}) attempts WHERE ${wanted}`;
  const total = counted[0]?.total ?? 0;
  const page = Math.min(query.page, Math.max(1, Math.ceil(total / pageSize)));
  const rows = await db().$queryRaw<AttemptRow[]>`
    SELECT * FROM (${attempts}) attempts WHERE ${wanted} ORDER BY ${orderBy(query)}
    LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
  return { rows, total, page };
}

/** Where a script stands among those of a table, and its neighbours there. */
export interface Place {
  previousId: string | null;
  nextId: string | null;
  /** Counts from 1. */
  position: number;
  total: number;
}

/**
 * The place of a script in a table of its sitting. It keeps its place where it no longer fits the
 * filter, as a script that waited for a person does once it is decided.
 */
export async function placeInTable(attempt: ReviewedAttempt, query: TableQuery): Promise<Place> {
  const rows = await db().$queryRaw<Place[]>`
    SELECT "previousId", "nextId", position, total FROM (
      SELECT id, lag(id) OVER places AS "previousId", lead(id) OVER places AS "nextId",
        (row_number() OVER places)::int AS position, (count(*) OVER ())::int AS total
      FROM (${attemptsOf(attempt.sittingId)}) attempts
      WHERE ${wantedBy(query)} OR id = ${attempt.id}::uuid
      WINDOW places AS (ORDER BY ${orderBy(query)})
    ) placed WHERE id = ${attempt.id}::uuid`;
  return rows[0] ?? { previousId: null, nextId: null, position: 1, total: 1 };
}

function attemptsOf(sittingId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT
      a.id, a.person_id AS "personId", p.name, p.email, a.number,
      a.started_at AS "startedAt", a.due_at AS "dueAt",
      a.submitted_at AS "submittedAt", a.submitted_by::text AS "submittedBy",
      CASE WHEN c.counts THEN coalesce(s.score, 0)::float8 END AS score,
      s.points::float8 AS points,
      CASE WHEN c.counts THEN coalesce(s.open, 0)::float8 ELSE 0 END AS open,
      CASE
        WHEN a.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN a.submitted_at IS NULL THEN 'running'
        WHEN s.pending > 0 THEN 'grading'
        WHEN s.open > 0 THEN 'review'
        ELSE 'graded'
      END AS state,
      CASE WHEN c.counts THEN s.unread ELSE 0 END AS unread,
      l.late, l.open AS "lateOpen"
    FROM attempt a
    JOIN person p ON p.id = a.person_id
    JOIN LATERAL (
      SELECT a.submitted_at IS NOT NULL AND a.withdrawn_at IS NULL AS counts
    ) c ON true
    JOIN LATERAL (
      SELECT sum(score) AS score, sum(points) AS points, sum(open) AS open,
        count(*) FILTER (WHERE part_score.score IS NULL) AS pending,
        (count(*) FILTER (WHERE part_score.unread))::int AS unread
      FROM part_score WHERE attempt_id = a.id
    ) s ON true
    JOIN LATERAL (
      SELECT count(DISTINCT r.part_id)::int AS late,
        (count(DISTINCT r.part_id) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM mark m JOIN revision d ON d.id = m.revision_id
          WHERE m.attempt_id = a.id AND m.part_id = r.part_id AND m.late IS NOT NULL
            AND d.number >= r.number)))::int AS open
      FROM revision r WHERE r.attempt_id = a.id AND r.late
    ) l ON true
    WHERE a.sitting_id = ${sittingId}::uuid`;
}

function wantedBy({ search, state }: TableQuery): Prisma.Sql {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`
    ((${search} = '' OR name ILIKE ${pattern} OR email ILIKE ${pattern})
    AND (${state} = 'all' OR state = ${state} OR (${state} = 'unread' AND unread > 0)
      OR (${state} = 'late' AND late > 0) OR (${state} = 'late-open' AND "lateOpen" > 0)))`;
}

function orderBy({ sort, direction }: TableQuery): Prisma.Sql {
  const way = direction === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`${ORDER[sort]} ${way} NULLS LAST, lower(name), number, id`;
}
