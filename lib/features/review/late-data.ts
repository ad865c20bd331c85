import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import { currentRevisions } from '@/lib/server/current-revisions';
import { db } from '@/lib/server/db';
import { canonicalJson, fromJson } from '@/lib/server/json';
import type { ReviewedAttempt, ReviewedSitting } from './policy';

/** One revision that arrived after the end and its grace. */
export interface LateRevision {
  number: number;
  savedAt: Date;
  /** After the end of the attempt. */
  secondsLate: number;
  content: JsonValue;
  note: string | null;
  /** It says what counts already. */
  isSame: boolean;
}

/** What staff decided last of a part's late answers. */
interface LateVerdict {
  number: number;
  accepted: boolean;
  reason: string;
  by: string;
  at: Date;
}

/** The late answers of a part that has some. */
export interface LatePart {
  partId: string;
  kind: string;
  spec: JsonValue;
  /** Newest first, a few at most. */
  revisions: LateRevision[];
  verdict: LateVerdict | null;
  /** The newest of them came after what was decided last, or nothing was decided. */
  isOpen: boolean;
  /** Parts that are graded in the light of this one's answer. */
  followers: string[];
  /** Of the next decision. */
  seenMarkId: string | null;
}

/** Of each part only the newest are shown; the history has all. */
const MOST_OF_A_PART = 5;

/** What arrived late of an attempt, in the order of the exam, with what was decided of it. */
export async function lateParts(attempt: ReviewedAttempt): Promise<LatePart[]> {
  const attemptId = attempt.id;
  const [found, revisions, current] = await Promise.all([
    db().attempt.findUniqueOrThrow({
      where: { id: attemptId },
      select: {
        dueAt: true,
        marks: {
          orderBy: [{ at: 'desc' }, { id: 'desc' }],
          select: {
            ...{ id: true, partId: true, late: true, reason: true, at: true },
            by: { select: { name: true } },
            revision: { select: { number: true } },
          },
        },
        version: { select: { parts: { orderBy: { position: 'asc' }, include: { key: true } } } },
      },
    }),
    newestLate(attemptId),
    currentRevisions(db(), attemptId),
  ]);
  const { dueAt, marks, version } = found;
  return version.parts.flatMap(({ partId, kind, spec }) => {
    const counting = current.find((each) => each.partId === partId);
    const late = revisions
      .filter((each) => each.partId === partId)
      .map(({ number, savedAt, content, note }) => ({
        ...{ number, savedAt, content, note },
        secondsLate: Math.max(0, Math.round((savedAt.getTime() - dueAt.getTime()) / 1000)),
        isSame:
          canonicalJson([content, note]) ===
          canonicalJson([counting?.content ?? {}, counting?.note ?? null]),
      }));
    const [newest] = late;
    if (!newest) return [];
    const ofPart = marks.filter((each) => each.partId === partId);
    const decided = ofPart.find((each) => each.late !== null);
    const verdict = decided
      ? {
          number: decided.revision?.number ?? 0,
          accepted: decided.late === 'ACCEPTED',
          reason: decided.reason,
          by: decided.by.name,
          at: decided.at,
        }
      : null;
    return [
      {
        ...{ partId, kind, spec: fromJson(spec), revisions: late, verdict },
        isOpen: newest.number > (verdict?.number ?? 0),
        followers: version.parts.flatMap(({ partId: other, key }) =>
          other !== partId && key && names(fromJson(key.key), partId) ? [other] : [],
        ),
        seenMarkId: ofPart[0]?.id ?? null,
      },
    ];
  });
}

/** Whether a key says that another part's answer is put in the place of a symbol. */
function names(key: JsonValue, partId: string): boolean {
  if (typeof key !== 'object' || key === null || Array.isArray(key)) return false;
  return JSON.stringify(key.followOn ?? null).includes(JSON.stringify(partId));
}

async function newestLate(attemptId: string) {
  const rows = await db().$queryRaw<
    { partId: string; number: number; savedAt: Date; content: JsonValue; note: string | null }[]
  >`
    SELECT part_id AS "partId", number, saved_at AS "savedAt", content, note FROM (
      SELECT *, row_number() OVER (PARTITION BY part_id ORDER BY number DESC) AS place
      FROM revision WHERE attempt_id = ${attemptId}::uuid AND late
    ) placed WHERE place <= ${MOST_OF_A_PART} ORDER BY part_id, number DESC`;
  return rows;
}

/** A line of a sitting's list of late answers. */
export interface LateLine {
  attemptId: string;
  name: string;
  email: string;
  partId: string;
  /** The newest late revision. */
  number: number;
  secondsLate: number;
  /** What was decided of the part last; null where nothing was. */
  decision: 'ACCEPTED' | 'REFUSED' | null;
}

/** What arrived late in a sitting: of each part of each attempt the newest. */
export async function lateOfSitting(sitting: ReviewedSitting): Promise<LateLine[]> {
  return db().$queryRaw<LateLine[]>`
    SELECT a.id AS "attemptId", p.name, p.email, l.part_id AS "partId", l.number,
      greatest(0, extract(epoch FROM l.saved_at - a.due_at))::int AS "secondsLate",
      (SELECT m.late::text FROM mark m WHERE m.attempt_id = a.id AND m.part_id = l.part_id
        AND m.late IS NOT NULL ORDER BY m.at DESC, m.id DESC LIMIT 1) AS decision
    FROM (
      SELECT DISTINCT ON (r.attempt_id, r.part_id) r.attempt_id, r.part_id, r.number, r.saved_at
      FROM revision r JOIN attempt o ON o.id = r.attempt_id
      WHERE o.sitting_id = ${sitting.id}::uuid AND r.late
      ORDER BY r.attempt_id, r.part_id, r.number DESC
    ) l
    JOIN attempt a ON a.id = l.attempt_id
    JOIN person p ON p.id = a.person_id
    JOIN part t ON t.version_id = a.version_id AND t.part_id = l.part_id
    ORDER BY lower(p.name), a.id, t.position`;
}
