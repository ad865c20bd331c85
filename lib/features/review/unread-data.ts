import 'server-only';
import { hasMathematics } from '@/lib/exam/has-mathematics';
import { db } from '@/lib/server/db';
import type { ReviewedSitting } from './policy';

/** Answers of a part that could not be read, and are written alike. */
export interface UnreadGroup {
  partId: string;
  /** The names of the checks that wait for it: fields, lines. */
  checks: string[];
  /** Null for the group of all that have words and no mathematics. */
  text: string | null;
  /** Some of what was written. */
  examples: string[];
  /** Where in the first example it could not be read. */
  place: { start: number; end: number };
  /** Why the first example could not be read, for staff and student. */
  message: string;
  /** `score` is certain, `open` waits; `onlyThis`: nothing else of the part does. */
  attempts: { id: string; name: string; score: number; open: number; onlyThis: boolean }[];
}

interface UnreadRow {
  partId: string;
  check: string;
  text: string;
  start: number;
  end: number;
  message: string;
  attemptId: string;
  name: string;
  score: number;
  open: number;
  onlyThis: boolean;
}

const MOST_EXAMPLES = 5;

/** What waits in a sitting because it could not be read, the largest group of each part first. */
export async function unreadGroups(sitting: ReviewedSitting): Promise<UnreadGroup[]> {
  const groups = new Map<string, UnreadGroup>();
  for (const row of await unreadRows(sitting)) {
    const { partId, start, end, message } = row;
    const text = hasMathematics(row.text) ? row.text.trim() : null;
    const key = JSON.stringify([partId, text]);
    const group = groups.get(key) ?? {
      ...{ partId, text, message, checks: [], examples: [], attempts: [] },
      place: { start, end },
    };
    groups.set(key, group);
    if (group.examples.length < MOST_EXAMPLES && !group.examples.includes(row.text))
      group.examples.push(row.text);
    if (!group.checks.includes(row.check)) group.checks.push(row.check);
    const { attemptId: id, name, score, open, onlyThis } = row;
    const attempt = group.attempts.find((each) => each.id === id);
    if (!attempt) group.attempts.push({ id, name, score, open, onlyThis });
    else if (!onlyThis) attempt.onlyThis = false;
  }
  const order = [...new Set([...groups.values()].map(({ partId }) => partId))];
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.partId) - order.indexOf(b.partId) || b.attempts.length - a.attempts.length,
  );
}

/** Parts of a sitting that wait as something in them could not be read. */
export async function unreadCount(sitting: ReviewedSitting): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM attempt a JOIN part_score s ON s.attempt_id = a.id
    WHERE a.sitting_id = ${sitting.id}::uuid AND a.submitted_at IS NOT NULL
      AND a.withdrawn_at IS NULL AND s.unread`;
  return row?.count ?? 0;
}

/** One row for each check of which something could not be read, those beside the answer left out. */
async function unreadRows(sitting: ReviewedSitting): Promise<UnreadRow[]> {
  return db().$queryRaw<UnreadRow[]>`
    SELECT s.part_id AS "partId", c->>'name' AS "check", c->'place'->>'text' AS text,
      (c->'place'->>'start')::int AS start, (c->'place'->>'end')::int AS end,
      c->>'message' AS message, a.id AS "attemptId", p.name, s.score::float8 AS score, s.open::float8 AS open,
      NOT EXISTS (
        SELECT 1 FROM jsonb_array_elements(g.checks) other
        WHERE other->>'verdict' = 'review' AND (other->>'points')::float8 > 0
          AND NOT coalesce((other->>'unread')::boolean AND other->'place' = c->'place', false)
      ) AS "onlyThis"
    FROM attempt a
    JOIN person p ON p.id = a.person_id
    JOIN part_score s ON s.attempt_id = a.id AND s.unread
    JOIN grade g ON g.id = s.grade_id
    CROSS JOIN jsonb_array_elements(g.checks) c
    WHERE a.sitting_id = ${sitting.id}::uuid AND a.submitted_at IS NOT NULL
      AND a.withdrawn_at IS NULL AND (c->>'unread')::boolean AND c->>'verdict' = 'review' AND (c->>'points')::float8 > 0
      AND c ? 'place'
    ORDER BY s.position, lower(p.name), a.id`;
}
