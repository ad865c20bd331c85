import 'server-only';
import type { Check, JsonValue, Verdict } from '@/lib/exam/check';
import { partScores, type Total, totalOf } from '@/lib/features/grading/data';
import type { Reference } from '@/lib/kinds/contract';
import { referenceOf } from '@/lib/kinds/exams/reference';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { ReviewedAttempt } from './policy';

/** How the grade that counts came about. */
interface ScriptGrade {
  graderVersion: string;
  examVersion: number;
  seed: string;
  ms: number;
}

/** How many saves there are; they are read page by page where somebody asks for them. */
interface SaveCounts {
  all: number;
  late: number;
  conflict: number;
}

export interface ScriptMark {
  id: string;
  score: number | null;
  withdraws: boolean;
  comment: string;
  reason: string;
  by: string;
  at: Date;
}

export interface ScriptPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  prompt: string;
  spec: JsonValue;
  reference: Reference | null;
  solution: string;
  content: JsonValue;
  note: string | null;
  /** Mark before grade; null while not graded. */
  score: number | null;
  open: number;
  /** The score is a person's. */
  decided: boolean;
  /** What the machine found; null while not graded. */
  verdict: Verdict | null;
  /** With the evidence, which students never see. */
  checks: Check[];
  grade: ScriptGrade | null;
  saves: SaveCounts;
  /** Newest first. The first mark's id is `seenMarkId` of the next one. */
  marks: ScriptMark[];
}

interface ScriptEvent {
  id: string;
  action: string;
  /** Null for the system. */
  actor: string | null;
  detail: JsonValue;
  at: Date;
}

export interface Script {
  attemptId: string;
  sittingId: string;
  sittingTitle: string;
  courseId: string;
  courseTitle: string;
  person: { id: string; name: string; email: string };
  number: number;
  startedAt: Date;
  dueAt: Date;
  submittedAt: Date | null;
  submittedBy: 'STUDENT' | 'SWEEPER' | 'STAFF' | null;
  releasedAt: Date | null;
  total: Total;
  /** Scores are multiples of this. */
  step: number;
  assignments: {
    number: number;
    title: string;
    prompt: string;
    points: number;
    parts: ScriptPart[];
  }[];
  /** A page of them, newest first. */
  trail: { events: ScriptEvent[]; page: number; pages: number };
}

export const EVENTS_A_PAGE = 20;

/**
 * One attempt as staff read it: the answers that count with what was found, and a page of what
 * happened. Its other revisions are read apart (`revisions-data.ts`).
 */
export async function script(attempt: ReviewedAttempt, trailPage = 1): Promise<Script> {
  const [stored, scores, counts, trail] = await Promise.all([
    db().attempt.findUniqueOrThrow({ where: { id: attempt.id }, include: wholeAttempt }),
    partScores(attempt.id),
    saveCounts(attempt.id),
    trailOf(attempt.id, trailPage),
  ]);
  const grades = await gradesOf(scores.flatMap(({ gradeId }) => gradeId ?? []));
  const partOf = (part: StoredPart): ScriptPart => {
    const scored = scores.find((score) => score.partId === part.partId);
    return {
      ...askedOf(part),
      ...judgementOf(scored),
      grade: grades.get(scored?.gradeId ?? '') ?? null,
      saves: counts.get(part.partId) ?? { all: 0, late: 0, conflict: 0 },
      marks: stored.marks.filter((mark) => mark.partId === part.partId).map(markOf),
    };
  };
  const { sitting, person, version, number, startedAt, dueAt, submittedAt, submittedBy } = stored;
  return {
    attemptId: attempt.id,
    sittingId: attempt.sittingId,
    sittingTitle: sitting.title,
    courseId: attempt.courseId,
    courseTitle: sitting.course.title,
    person,
    number,
    startedAt,
    dueAt,
    submittedAt,
    submittedBy,
    releasedAt: sitting.releasedAt,
    total: totalOf(scores),
    step: version.roundTo.toNumber(),
    assignments: version.assignments.map(({ position, title, prompt, points, parts }) => ({
      number: position,
      title,
      prompt,
      points: points.toNumber(),
      parts: parts.map(partOf),
    })),
    trail,
  };
}

type Asked = Pick<
  ScriptPart,
  'id' | 'label' | 'points' | 'kind' | 'prompt' | 'spec' | 'reference' | 'solution'
>;

/** What a part asks, and its reference. */
function askedOf({ partId, label, points, kind, prompt, spec, key }: StoredPart): Asked {
  return {
    id: partId,
    label,
    points: points.toNumber(),
    kind,
    prompt,
    spec: fromJson(spec),
    reference: key ? referenceOf(kind, fromJson(spec), fromJson(key.key)) : null,
    solution: key?.solution ?? '',
  };
}

type Judgement = Pick<
  ScriptPart,
  'content' | 'note' | 'score' | 'open' | 'decided' | 'verdict' | 'checks'
>;

/** The answer that counts and what became of it; of a part without an answer, nothing. */
function judgementOf(scored: Judgement | undefined): Judgement {
  return {
    content: scored?.content ?? {},
    note: scored?.note ?? null,
    score: scored?.score ?? null,
    open: scored?.open ?? 0,
    decided: scored?.decided ?? false,
    verdict: scored?.verdict ?? null,
    checks: scored?.checks ?? [],
  };
}

function markOf({ id, score, withdraws, comment, reason, by, at }: StoredMark): ScriptMark {
  return { id, score: score?.toNumber() ?? null, withdraws, comment, reason, by: by.name, at };
}

async function gradesOf(ids: readonly string[]): Promise<Map<string, ScriptGrade>> {
  const grades = await db().grade.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      graderVersion: true,
      seed: true,
      ms: true,
      part: { select: { version: { select: { number: true } } } },
    },
  });
  return new Map(
    grades.map(({ id, part, ...grade }) => [id, { ...grade, examVersion: part.version.number }]),
  );
}

async function saveCounts(attemptId: string): Promise<Map<string, SaveCounts>> {
  const rows = await db().$queryRaw<(SaveCounts & { partId: string })[]>`
    SELECT part_id AS "partId", count(*)::int AS all, (count(*) FILTER (WHERE late))::int AS late,
      (count(*) FILTER (WHERE conflict))::int AS conflict
    FROM revision WHERE attempt_id = ${attemptId}::uuid GROUP BY part_id`;
  return new Map(rows.map(({ partId, ...counts }) => [partId, counts]));
}

async function trailOf(attemptId: string, asked: number): Promise<Script['trail']> {
  const where = { subject: `attempt:${attemptId}` };
  const pages = Math.max(1, Math.ceil((await db().auditEvent.count({ where })) / EVENTS_A_PAGE));
  const page = Math.min(asked, pages);
  const events = await db().auditEvent.findMany({
    where,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * EVENTS_A_PAGE,
    take: EVENTS_A_PAGE,
    include: { actor: { select: { name: true } } },
  });
  return {
    page,
    pages,
    events: events.map(({ id, action, actor, detail, at }) => ({
      id,
      action,
      actor: actor?.name ?? null,
      detail: fromJson(detail),
      at,
    })),
  };
}

const wholeAttempt = {
  person: { select: { id: true, name: true, email: true } },
  sitting: { select: { title: true, releasedAt: true, course: { select: { title: true } } } },
  version: {
    select: {
      roundTo: true,
      assignments: {
        orderBy: { position: 'asc' },
        include: { parts: { orderBy: { position: 'asc' }, include: { key: true } } },
      },
    },
  },
  marks: { orderBy: [{ at: 'desc' }, { id: 'desc' }], include: { by: { select: { name: true } } } },
} satisfies Prisma.AttemptInclude;

/** A part as the database gives it. */
interface StoredPart {
  partId: string;
  label: string;
  points: { toNumber: () => number };
  kind: string;
  prompt: string;
  spec: Parameters<typeof fromJson>[0];
  key: { key: Parameters<typeof fromJson>[0]; solution: string } | null;
}

type StoredMark = Prisma.AttemptGetPayload<{ include: typeof wholeAttempt }>['marks'][number];
