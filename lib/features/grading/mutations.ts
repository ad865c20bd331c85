import 'server-only';
import { isAsked } from '@/lib/exam/asked-parts';
import type { JsonValue } from '@/lib/exam/check';
import { GRADER_VERSION, type PartGradeInput } from '@/lib/kinds/exams/grade-part';
import { now } from '@/lib/server/clock';
import { currentRevisions } from '@/lib/server/current-revisions';
import { db } from '@/lib/server/db';
import { fromJson, toJson } from '@/lib/server/json';
import { log } from '@/lib/server/log';
import { partSeed } from '@/lib/server/random';
import { forReview } from './for-review';
import type { Grader, TimedGrade } from './grader';
import { checksSchema } from './schema';

/** One answer that is to be graded. */
interface Waiting {
  attemptId: string;
  partId: string;
  revisionId: string | null;
  versionId: string;
  input: PartGradeInput;
}

/**
 * Grades what is not graded yet of a submitted attempt, part by part. May be stopped anywhere and
 * run again, also twice at the same time: each grade is written exactly once. A part that cannot be
 * graded, or whose grade cannot be stored, is left to a person, and the others are graded.
 * @param sliceMs after this time no further part is begun, so that others get their turn
 * @returns how many grades this run wrote, and whether no part is left
 */
export async function gradeAttempt(
  attemptId: string,
  grader: Pick<Grader, 'grade'>,
  sliceMs = Number.POSITIVE_INFINITY,
): Promise<{ written: number; finished: boolean }> {
  const begun = performance.now();
  let written = 0;
  let finished = true;
  const lost: Error[] = [];
  for (const [index, waiting] of (await waitingParts(attemptId)).entries()) {
    if (index > 0 && performance.now() - begun >= sliceMs) {
      finished = false;
      break;
    }
    try {
      written += await gradePartOf(waiting, grader);
    } catch (error) {
      const { partId } = waiting;
      log().error({ err: error, attemptId, partId }, 'no grade of a part could be stored');
      lost.push(error instanceof Error ? error : new Error(String(error)));
    }
  }
  // Not even a grade for review was taken: the database is away, and the job comes again.
  const [first] = lost;
  if (first) throw new Error(`${lost.length} parts got no grade`, { cause: first });
  return { written, finished };
}

/** The parts of a submitted attempt whose current answers have no grade of this grader. */
async function waitingParts(attemptId: string): Promise<Waiting[]> {
  const attempt = await db().attempt.findUnique({
    where: { id: attemptId },
    select: {
      seed: true,
      versionId: true,
      partIds: true,
      submittedAt: true,
      version: {
        select: {
          roundTo: true,
          unread: true,
          parts: { orderBy: { position: 'asc' }, include: { key: true } },
        },
      },
    },
  });
  if (!attempt?.submittedAt) return [];
  const { versionId, version } = attempt;
  const answers = await currentAnswers(attemptId);
  const graded = await db().grade.findMany({
    where: { attemptId, versionId, graderVersion: GRADER_VERSION },
    select: { partId: true, revisionId: true },
  });
  const earlier = Object.fromEntries([...answers].map(([id, { content }]) => [id, content]));
  const asked = version.parts.filter(({ partId }) => isAsked(attempt.partIds, partId));
  return asked.flatMap(({ partId, kind, spec, key, points }) => {
    const answer = answers.get(partId) ?? null;
    const revisionId = answer?.revisionId ?? null;
    const isDone = graded.some(
      (grade) => grade.partId === partId && grade.revisionId === revisionId,
    );
    if (isDone || !key) return [];
    const input: PartGradeInput = {
      kind,
      spec: fromJson(spec),
      key: fromJson(key.key),
      answer: answer?.content ?? {},
      note: answer?.note ?? null,
      points: points.toNumber(),
      roundTo: version.roundTo.toNumber(),
      unread: version.unread,
      seed: partSeed(attempt.seed, partId),
      earlier,
    };
    return [{ attemptId, partId, revisionId, versionId, input }];
  });
}

/** Grades one part and stores the grade; one for review where either fails. */
async function gradePartOf(waiting: Waiting, grader: Pick<Grader, 'grade'>): Promise<number> {
  try {
    return await store(waiting, await grader.grade(waiting.input));
  } catch (error) {
    const { attemptId, partId, input } = waiting;
    log().error({ err: error, attemptId, partId }, 'a part could not be graded: for review');
    // Where the database does not answer the part is as good as before, and waits for it.
    await db().$queryRaw`SELECT 1`;
    // Nothing of the answer stands in this grade, so that it is stored whatever was in the way.
    return store(waiting, { ...forReview(input.points, 'an error of the program'), ms: 0 });
  }
}

async function store(waiting: Waiting, grade: TimedGrade): Promise<number> {
  const { input, ...ids } = waiting;
  const { verdict, score, open, checks, ms } = grade;
  // Another worker may have been faster; its grade is the same, and stays.
  const { count } = await db().grade.createMany({
    data: {
      ...ids,
      graderVersion: GRADER_VERSION,
      seed: input.seed,
      verdict,
      score,
      points: input.points,
      open,
      unread: open > 0 && checks.some((check) => check.unread && check.verdict === 'review'),
      // What cannot be read again must not be written: it would break every page that shows it.
      checks: toJson(fromJson(JSON.parse(JSON.stringify(checksSchema.parse(checks))))),
      ms,
      gradedAt: now(),
    },
    skipDuplicates: true,
  });
  return count;
}

interface CurrentAnswer {
  revisionId: string;
  content: JsonValue;
  note: string | null;
}

async function currentAnswers(attemptId: string): Promise<Map<string, CurrentAnswer>> {
  const revisions = await currentRevisions(db(), attemptId);
  return new Map(
    revisions.map(({ id, partId, content, note }) => [partId, { revisionId: id, content, note }]),
  );
}
