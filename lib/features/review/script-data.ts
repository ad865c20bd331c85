import 'server-only';
import type { Check, JsonValue, Verdict } from '@/lib/exam/check';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Prisma } from '@/lib/server/prisma-client/client';
import { partScores, type Total, totalOf } from '../grading/data';
import { checksSchema } from '../grading/schema';
import type { ReviewedAttempt } from './policy';

export interface ScriptRevision {
  number: number;
  base: number;
  savedAt: Date;
  content: JsonValue;
  note: string | null;
  late: boolean;
  conflict: boolean;
  /** The one that is graded. */
  current: boolean;
}

export interface ScriptGrade {
  id: string;
  verdict: Verdict;
  score: number;
  open: number;
  /** With the evidence, which students never see. */
  checks: Check[];
  graderVersion: string;
  examVersion: number;
  seed: string;
  ms: number;
  gradedAt: Date;
  /** Of the answer that counts; older answers' grades stay listed. */
  current: boolean;
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
  reference: JsonValue;
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
  /** All newest first. The first mark's id is `seenMarkId` of the next one. */
  revisions: ScriptRevision[];
  grades: ScriptGrade[];
  marks: ScriptMark[];
}

export interface ScriptEvent {
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
  /** Newest first. */
  events: ScriptEvent[];
}

/** One attempt as staff read it: everything that is known of it. */
export async function script(attempt: ReviewedAttempt): Promise<Script> {
  const [found, scores, events] = await Promise.all([
    db().attempt.findUniqueOrThrow({ where: { id: attempt.id }, include: wholeAttempt }),
    partScores(attempt.id),
    db().auditEvent.findMany({
      where: { subject: `attempt:${attempt.id}` },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      include: { actor: { select: { name: true } } },
    }),
  ]);
  const partOf = ({ partId, ...part }: FoundPart): ScriptPart => {
    const scored = scores.find((score) => score.partId === partId);
    const mine = <Row extends { partId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.partId === partId);
    const revisions = mine(found.revisions);
    const currentId = revisions.find(({ late, conflict }) => !late && !conflict)?.id ?? null;
    return {
      id: partId,
      label: part.label,
      points: part.points.toNumber(),
      kind: part.kind,
      prompt: part.prompt,
      spec: fromJson(part.spec),
      reference: part.key ? fromJson(part.key.key) : null,
      solution: part.key?.solution ?? '',
      content: scored?.content ?? {},
      note: scored?.note ?? null,
      score: scored?.score ?? null,
      open: scored?.open ?? 0,
      decided: scored?.decided ?? false,
      verdict: scored?.verdict ?? null,
      revisions: revisions.map(({ id, number, base, savedAt, content, note, late, conflict }) => ({
        number,
        base,
        savedAt,
        content: fromJson(content),
        note,
        late,
        conflict,
        current: id === currentId,
      })),
      grades: mine(found.grades).map((grade) => ({
        id: grade.id,
        verdict: grade.verdict,
        score: grade.score.toNumber(),
        open: grade.open.toNumber(),
        checks: checksSchema.parse(grade.checks),
        graderVersion: grade.graderVersion,
        examVersion: grade.part.version.number,
        seed: grade.seed,
        ms: grade.ms,
        gradedAt: grade.gradedAt,
        current: grade.revisionId === currentId,
      })),
      marks: mine(found.marks).map(({ id, score, withdraws, comment, reason, by, at }) => ({
        id,
        score: score?.toNumber() ?? null,
        withdraws,
        comment,
        reason,
        by: by.name,
        at,
      })),
    };
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
    total: totalOf(scores),
    step: version.roundTo.toNumber(),
    assignments: version.assignments.map(({ position, title, prompt, points, parts }) => ({
      number: position,
      title,
      prompt,
      points: points.toNumber(),
      parts: parts.map(partOf),
    })),
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
  revisions: { orderBy: { number: 'desc' } },
  grades: {
    orderBy: [{ gradedAt: 'desc' }, { id: 'desc' }],
    include: { part: { select: { version: { select: { number: true } } } } },
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
