import 'server-only';
import { askedAssignments, pointsOf } from '@/lib/exam/asked-parts';
import type { JsonValue, Verdict } from '@/lib/exam/check';
import { isResultVisible, type SittingMode } from '@/lib/exam/release';
import { picturesOf } from '@/lib/features/exams/file-data';
import { examsAhead } from '@/lib/features/exams/practice-data';
import { partScores, type Total, totalOf } from '@/lib/features/grading/data';
import { studentChecks } from '@/lib/features/grading/schema';
import type { Reference, StudentCheck } from '@/lib/kinds/contract';
import { referenceOf } from '@/lib/kinds/exams/reference';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { fromJson } from '@/lib/server/json';
import type { Pictures } from '@/lib/ui/typeset/pictures';
import type { OwnAttempt } from './policy';
import { type Receipt, receiptSchema } from './schema';

export interface ResultPart {
  id: string;
  label: string;
  points: number;
  kind: string;
  prompt: string;
  spec: JsonValue;
  /** The author's key: only here, and only once results may be seen. */
  reference: Reference | null;
  /** The reference solution, markdown. */
  solution: string;
  /** `{}` where nothing was saved. */
  content: JsonValue;
  note: string | null;
  /** Null while the grader has not come to it. */
  score: number | null;
  /** Points that a person still decides; above 0 the score is provisional. */
  open: number;
  /** Something in it could not be read, and nobody has decided it. */
  unread: boolean;
  verdict: Verdict | null;
  checks: StudentCheck[];
  /** A person decided the score. */
  decided: boolean;
  /** What a person decided or said; its score is already in `score`. */
  mark: { score: number | null; comment: string; at: string } | null;
  /** What was decided of an answer that arrived late. */
  late: { accepted: boolean; reason: string; at: string } | null;
}

export interface ResultAssignment {
  number: number;
  title: string;
  prompt: string;
  points: number;
  parts: ResultPart[];
}

export interface VisibleResult {
  state: 'shown';
  attemptId: string;
  mode: SittingMode;
  title: string;
  language: string;
  submittedAt: string;
  receipt: Receipt;
  total: Total;
  assignments: ResultAssignment[];
  /** Those of solutions, too. */
  pictures: Pictures;
}

export interface HiddenResult {
  /**
   * `running`: not submitted yet. `waiting`: submitted, results not released yet; in practice,
   * withheld while an exam is ahead. `withdrawn`: taken out by staff.
   */
  state: 'running' | 'waiting' | 'withdrawn';
  /** Why it was withdrawn. */
  withdrawalReason: string | null;
  mode: SittingMode;
  attemptId: string;
  title: string;
  submittedAt: string | null;
  /** Null while it runs. `SWEEPER`: when the time was over. */
  submittedBy: 'STUDENT' | 'SWEEPER' | 'STAFF' | null;
  receipt: Receipt | null;
}

/** What a student may see of an attempt now. Evidence is for staff and never in it. */
export async function result(attempt: OwnAttempt): Promise<VisibleResult | HiddenResult> {
  const { sitting, receipt, withdrawalReason, ...stored } = await db().attempt.findUniqueOrThrow({
    where: { id: attempt.id },
    select: {
      submittedAt: true,
      submittedBy: true,
      withdrawnAt: true,
      withdrawalReason: true,
      receipt: true,
      sitting: {
        select: {
          title: true,
          mode: true,
          releasedAt: true,
          showsEarly: true,
          version: { select: { examId: true } },
        },
      },
    },
  });
  const { title, mode } = sitting;
  const { examId } = sitting.version;
  const examAhead = (await examsAhead([examId])).has(examId);
  const proof = receipt === null ? null : receiptSchema.parse(receipt);
  const visible = isResultVisible(now(), { ...sitting, examAhead }, stored);
  const { submittedAt } = stored;
  if (!visible || !submittedAt || !proof) {
    return {
      state: stored.withdrawnAt ? 'withdrawn' : submittedAt ? 'waiting' : 'running',
      withdrawalReason,
      mode,
      attemptId: attempt.id,
      title,
      submittedAt: submittedAt?.toISOString() ?? null,
      submittedBy: stored.submittedBy,
      receipt: proof,
    };
  }
  return {
    state: 'shown',
    attemptId: attempt.id,
    mode,
    title,
    submittedAt: submittedAt.toISOString(),
    receipt: proof,
    ...(await gradedParts(attempt)),
  };
}

async function gradedParts(attempt: OwnAttempt) {
  const scores = await partScores(attempt.id);
  const { versionId, partIds, version } = await db().attempt.findUniqueOrThrow({
    where: { id: attempt.id },
    select: {
      versionId: true,
      partIds: true,
      version: {
        select: {
          language: true,
          assignments: {
            orderBy: { position: 'asc' },
            include: { parts: { orderBy: { position: 'asc' }, include: { key: true } } },
          },
        },
      },
    },
  });
  return {
    language: version.language,
    pictures: await picturesOf(versionId, 'all'),
    total: totalOf(scores),
    assignments: askedAssignments(version.assignments, partIds).map(
      ({ position, title, prompt, parts }) => ({
        number: position,
        title,
        prompt,
        points: pointsOf(parts),
        parts: parts.map(({ partId, label, points: worth, kind, prompt: asked, spec, key }) => {
          const scored = scores.find((score) => score.partId === partId);
          return {
            id: partId,
            label,
            points: worth.toNumber(),
            kind,
            prompt: asked,
            spec: fromJson(spec),
            reference: key ? referenceOf(kind, fromJson(spec), fromJson(key.key)) : null,
            solution: key?.solution ?? '',
            content: scored?.content ?? {},
            note: scored?.note ?? null,
            score: scored?.score ?? null,
            open: scored?.open ?? 0,
            unread: scored?.unread ?? false,
            verdict: scored?.verdict ?? null,
            checks: studentChecks(scored?.checks ?? []),
            decided: scored?.decided ?? false,
            mark: scored?.mark ?? null,
            late: scored?.late ?? null,
          };
        }),
      }),
    ),
  };
}
