import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import { GRADER_VERSION } from '@/lib/kinds/grade-part';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { fromJson, toJson } from '@/lib/server/json';
import { partSeed } from '@/lib/server/random';
import type { Grader } from './grader';

/**
 * Grades what is not graded yet of a submitted attempt, part by part. May be stopped anywhere and
 * run again, also twice at the same time: each grade is written exactly once.
 * @returns how many grades this run wrote
 */
export async function gradeAttempt(attemptId: string, grader: Grader): Promise<number> {
  const attempt = await db().attempt.findUnique({
    where: { id: attemptId },
    select: {
      seed: true,
      versionId: true,
      submittedAt: true,
      version: {
        select: {
          roundTo: true,
          parts: { orderBy: { position: 'asc' }, include: { key: true } },
        },
      },
    },
  });
  if (!attempt?.submittedAt) return 0;
  const { versionId, version } = attempt;
  const answers = await currentAnswers(attemptId);
  const graded = await db().grade.findMany({
    where: { attemptId, versionId, graderVersion: GRADER_VERSION },
    select: { partId: true, revisionId: true },
  });
  const earlier = Object.fromEntries([...answers].map(([id, { content }]) => [id, content]));
  let written = 0;
  for (const { partId, kind, spec, key, points } of version.parts) {
    const answer = answers.get(partId) ?? null;
    const revisionId = answer?.revisionId ?? null;
    const isDone = graded.some(
      (grade) => grade.partId === partId && grade.revisionId === revisionId,
    );
    if (isDone || !key) continue;
    const seed = partSeed(attempt.seed, partId);
    const { ms, verdict, score, open, checks } = await grader.grade({
      kind,
      spec: fromJson(spec),
      key: fromJson(key.key),
      answer: answer?.content ?? {},
      note: answer?.note ?? null,
      points: points.toNumber(),
      roundTo: version.roundTo.toNumber(),
      seed,
      earlier,
    });
    // Another worker may have been faster; its grade is the same, and stays.
    const { count } = await db().grade.createMany({
      data: {
        attemptId,
        partId,
        revisionId,
        versionId,
        graderVersion: GRADER_VERSION,
        seed,
        verdict,
        score,
        points,
        open,
        checks: toJson(JSON.parse(JSON.stringify(checks))),
        ms,
        gradedAt: now(),
      },
      skipDuplicates: true,
    });
    written += count;
  }
  return written;
}

interface CurrentAnswer {
  revisionId: string;
  content: JsonValue;
  note: string | null;
}

async function currentAnswers(attemptId: string): Promise<Map<string, CurrentAnswer>> {
  const revisions = await db().revision.findMany({
    where: { attemptId, late: false, conflict: false },
    orderBy: [{ partId: 'asc' }, { number: 'desc' }],
    distinct: ['partId'],
    select: { id: true, partId: true, content: true, note: true },
  });
  return new Map(
    revisions.map(({ id, partId, content, note }) => [
      partId,
      { revisionId: id, content: fromJson(content), note },
    ]),
  );
}
