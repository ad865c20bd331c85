import 'server-only';
import { askedAssignments } from '@/lib/exam/asked-parts';
import type { Check, JsonValue, Verdict } from '@/lib/exam/check';
import { picturesOf } from '@/lib/features/exams/file-data';
import { type PartScore, partScores, type Total, totalOf } from '@/lib/features/grading/data';
import { attemptLog } from '@/lib/features/log/log-data';
import type { LogEntry } from '@/lib/features/log/schema';
import type { Reference } from '@/lib/kinds/contract';
import { referenceOf } from '@/lib/kinds/exams/reference';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Prisma } from '@/lib/server/prisma-client/client';
import type { Pictures } from '@/lib/ui/typeset/pictures';
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
  /** It decides whether a late answer counts. */
  late: 'ACCEPTED' | 'REFUSED' | null;
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
  /** Something in it could not be read, and nobody has decided it. */
  unread: boolean;
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
  /** Null unless it was taken out. */
  withdrawn: { at: Date; reason: string } | null;
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
  pictures: Pictures;
  /** A page of them, newest first. */
  trail: { events: LogEntry[]; page: number; pages: number };
}

export const EVENTS_A_PAGE = 20;

/**
 * One attempt as staff read it: the answers that count with what was found, and a page of what
 * happened. Its other revisions are read apart (`revisions-data.ts`).
 */
export async function script(attempt: ReviewedAttempt, trailPage = 1): Promise<Script> {
  const [found, scores, counts, trail] = await Promise.all([
    db().attempt.findUniqueOrThrow({ where: { id: attempt.id }, include: wholeAttempt }),
    partScores(attempt.id),
    saveCounts(attempt.id),
    trailOf(attempt.id, trailPage),
  ]);
  const grades = await gradesOf(scores.flatMap(({ gradeId }) => gradeId ?? []));
  const partOf = (part: FoundPart): ScriptPart => {
    const scored = scores.find(({ partId }) => partId === part.partId);
    return scriptPart(part, {
      scored,
      grade: grades.get(scored?.gradeId ?? ''),
      saves: counts.get(part.partId),
      marks: found.marks.filter(({ partId }) => partId === part.partId),
    });
  };
  const { sitting, person, version, number, startedAt, dueAt, submittedAt, submittedBy } = found;
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
    withdrawn: found.withdrawnAt && {
      at: found.withdrawnAt,
      reason: found.withdrawalReason ?? '',
    },
    total: totalOf(scores),
    step: version.roundTo.toNumber(),
    assignments: askedAssignments(version.assignments, found.partIds).map(
      ({ position, title, prompt, points, parts }) => ({
        number: position,
        title,
        prompt,
        points: points.toNumber(),
        parts: parts.map(partOf),
      }),
    ),
    pictures: await picturesOf(found.versionId, 'all'),
    trail,
  };
}

function scriptPart(
  part: FoundPart,
  {
    scored,
    grade,
    saves,
    marks,
  }: {
    scored: PartScore | undefined;
    grade: ScriptGrade | undefined;
    saves: SaveCounts | undefined;
    marks: readonly FoundMark[];
  },
): ScriptPart {
  return {
    id: part.partId,
    label: part.label,
    points: part.points.toNumber(),
    kind: part.kind,
    prompt: part.prompt,
    spec: fromJson(part.spec),
    reference: part.key
      ? referenceOf(part.kind, fromJson(part.spec), fromJson(part.key.key))
      : null,
    solution: part.key?.solution ?? '',
    content: scored?.content ?? {},
    note: scored?.note ?? null,
    score: scored?.score ?? null,
    open: scored?.open ?? 0,
    unread: scored?.unread ?? false,
    decided: scored?.decided ?? false,
    verdict: scored?.verdict ?? null,
    checks: scored?.checks ?? [],
    grade: grade ?? null,
    saves: saves ?? { all: 0, late: 0, conflict: 0 },
    marks: marks.map(({ id, score, withdraws, late, comment, reason, by, at }) => ({
      id,
      score: score?.toNumber() ?? null,
      withdraws,
      late,
      comment,
      reason,
      by: by.name,
      at,
    })),
  };
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
  const events = await attemptLog(attemptId, {
    skip: (page - 1) * EVENTS_A_PAGE,
    take: EVENTS_A_PAGE,
  });
  return { page, pages, events };
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

interface FoundPart {
  partId: string;
  label: string;
  points: { toNumber: () => number };
  kind: string;
  prompt: string;
  spec: Parameters<typeof fromJson>[0];
  key: { key: Parameters<typeof fromJson>[0]; solution: string } | null;
}

type FoundMark = Prisma.MarkGetPayload<{ include: { by: { select: { name: true } } } }>;
