import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import type { InstructedCourse, TaughtCourse } from '@/lib/features/courses/policy';
import { searchWords } from '@/lib/features/people/schema';
import { AUDIT_ACTIONS, type AuditAction } from '@/lib/server/audit-actions';
import { db } from '@/lib/server/db';
import { Prisma } from '@/lib/server/prisma-client/client';
import { LOG_KINDS, type LogEntry, type LogKind, type LogQuery } from './schema';
import { LOG_ACTIONS } from './sentences/log-actions';
import { type LogAction, textOf } from './sentences/sentence';

const PAGE_SIZE = 50;

/** Rows at a time where all are asked for. */
const BATCH = 500;

/** Whose log is read: of whoever teaches the course, or runs it. */
export type LoggedCourse = TaughtCourse | InstructedCourse;

export interface LogPage {
  entries: LogEntry[];
  /** What `before` of the next page is; null where there is none. */
  next: string | null;
}

/** A page of what happened in a course, newest first. */
export async function logPage(
  course: LoggedCourse,
  query: LogQuery,
  size = PAGE_SIZE,
): Promise<LogPage> {
  const rows = await rowsOf(course, query, size + 1);
  const last = rows[size - 1];
  const next = rows.length > size && last ? `${last.at.toISOString()}_${last.id}` : null;
  return { entries: rows.slice(0, size).map(entryOf), next };
}

/** All of it, newest first, for whoever wants it as a file. */
export async function* wholeLog(course: LoggedCourse, query: LogQuery): AsyncGenerator<LogEntry> {
  for (let before: string | null = query.before; before !== null; ) {
    const page: LogPage = await logPage(course, { ...query, before }, BATCH);
    yield* page.entries;
    before = page.next;
  }
}

/** The sittings that entries may be about, newest first. */
export async function loggedSittings(
  course: LoggedCourse,
): Promise<{ id: string; title: string }[]> {
  return db().sitting.findMany({
    where: { courseId: course.id, mode: { not: 'TRIAL' } },
    orderBy: [{ opensAt: 'desc' }, { id: 'asc' }],
    select: { id: true, title: true },
  });
}

/** A page of what happened to one attempt, newest first, for whoever may read its script. */
export async function attemptLog(
  attemptId: string,
  { skip, take }: { skip: number; take: number },
): Promise<LogEntry[]> {
  const rows = await found(
    Prisma.sql`e.subject = ${`attempt:${attemptId}`}`,
    Prisma.sql`LIMIT ${take} OFFSET ${skip}`,
  );
  return rows.map(entryOf);
}

interface Row {
  id: string;
  at: Date;
  action: string;
  detail: JsonValue;
  actorId: string | null;
  actor: string | null;
  personId: string | null;
  person: string | null;
  sittingId: string | null;
  sitting: string | null;
  attemptId: string | null;
  exam: string | null;
}

async function rowsOf(course: LoggedCourse, query: LogQuery, most: number): Promise<Row[]> {
  const [at = '', id = ''] = query.before.split('_');
  const after =
    query.before === ''
      ? Prisma.empty
      : Prisma.sql`AND (e.at, e.id) < (${new Date(at)}, ${id}::uuid)`;
  const of = query.sitting === '' ? Prisma.empty : Prisma.sql`AND s.id = ${query.sitting}::uuid`;
  const by = searchWords(query.person).map(
    (word) => Prisma.sql`AND (strpos(actor.search, ${word}) > 0 OR strpos(p.search, ${word}) > 0)`,
  );
  const where = Prisma.sql`e.course_id = ${course.id}::uuid
    AND e.action = ANY (${actionsFor(course, query.kind)})
    ${of} ${Prisma.join([Prisma.empty, ...by], ' ')} ${after}`;
  return found(where, Prisma.sql`LIMIT ${most}`);
}

async function found(where: Prisma.Sql, limit: Prisma.Sql): Promise<Row[]> {
  // Ids within a text are looked up by the key of their table, and only where the text is of the kind.
  return db().$queryRaw<Row[]>`
    SELECT e.id, e.at, e.action, e.detail, e.actor_id AS "actorId", actor.name AS actor,
      p.id AS "personId", p.name AS person, s.id AS "sittingId", s.title AS sitting,
      a.id AS "attemptId", v.title || ', version ' || v.number AS exam
    FROM audit_event e
    LEFT JOIN person actor ON actor.id = e.actor_id
    LEFT JOIN attempt a
      ON a.id = CASE WHEN e.subject LIKE 'attempt:%' THEN substr(e.subject, 9)::uuid END
    LEFT JOIN person p
      ON p.id = CASE WHEN e.subject LIKE 'person:%' THEN substr(e.subject, 8)::uuid
        ELSE a.person_id END
    LEFT JOIN sitting s
      ON s.id = CASE WHEN e.subject LIKE 'sitting:%' THEN substr(e.subject, 9)::uuid
        WHEN a.id IS NOT NULL THEN a.sitting_id ELSE (e.detail->>'sittingId')::uuid END
    LEFT JOIN exam_version v
      ON v.id = CASE WHEN e.subject LIKE 'version:%' THEN substr(e.subject, 9)::uuid END
    WHERE ${where} ORDER BY e.at DESC, e.id DESC ${limit}`;
}

/** The kinds of entries that a reader may see. Those of accounts belong to no course. */
export function readableKinds(course: LoggedCourse): LogKind[] {
  const readable = actionsFor(course, 'all').map((action) => LOG_ACTIONS[action].kind);
  return LOG_KINDS.filter((kind) => kind !== 'account' && readable.includes(kind));
}

/** What a reader may see of what they ask for. */
function actionsFor(course: LoggedCourse, kind: LogQuery['kind']): AuditAction[] {
  const mayInstruct = 'mayInstruct' in course ? course.mayInstruct : true;
  return AUDIT_ACTIONS.filter((action) => {
    const { kind: its, forGraders } = LOG_ACTIONS[action];
    return (forGraders || mayInstruct) && (kind === 'all' || kind === its);
  });
}

/** What an older or a newer version put on record, and this one does not know. */
const OF_OLD: LogAction = { kind: 'course', forGraders: false, says: () => 'did something' };

function entryOf({ id, at, action, detail, ...row }: Row): LogEntry {
  const known = AUDIT_ACTIONS.find((each) => each === action);
  const { kind, says } = known ? LOG_ACTIONS[known] : OF_OLD;
  const { actorId, personId, sittingId } = row;
  return {
    ...{ id, action, kind, at: at.toISOString(), actor: row.actor, attemptId: row.attemptId },
    says: says({
      whom: row.person ?? '',
      isOwn: actorId !== null && actorId === personId,
      sitting: row.sitting ?? '',
      exam: row.exam ?? 'an exam',
      detail,
    }),
    reason: textOf(detail, 'reason'),
    person: personId === null || row.person === null ? null : { id: personId, name: row.person },
    sitting:
      sittingId === null || row.sitting === null ? null : { id: sittingId, title: row.sitting },
  };
}
