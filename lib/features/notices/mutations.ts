import 'server-only';
import type { OwnAttempt } from '@/lib/features/attempt/policy';
import type { InstructedSitting, ReviewedSitting } from '@/lib/features/review/policy';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { tellAll } from '@/lib/server/live/live';
import type { AnnouncementInput, AnswerInput, QuestionInput } from './schema';

/** Tells something to everybody who sits an exam, or to one of them; it is in their rooms within seconds. */
export async function announce(
  sitting: InstructedSitting,
  { kind, attemptId, partId, text }: Omit<AnnouncementInput, 'sittingId'>,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    if (attemptId !== null && !(await isWithin(tx, attemptId, sitting.id))) return notFound();
    if (partId !== null && !(await isPartOf(tx, partId, sitting.id))) {
      return refusal('INVALID', `The exam of this sitting has no part ${partId}.`);
    }
    const notice = { sittingId: sitting.id, kind, attemptId, partId, text };
    await tx.notice.create({ data: { ...notice, byId: sitting.actorId, at: now() } });
    const whom =
      attemptId === null ? (`sitting:${sitting.id}` as const) : (`attempt:${attemptId}` as const);
    await tellAll(tx, [whom, `talk:${sitting.id}`]);
    await audit(tx, {
      actorId: sitting.actorId,
      action: kind === 'ERRATUM' ? 'notice.erratum' : 'notice.announce',
      courseId: sitting.courseId,
      subject: attemptId === null ? `sitting:${sitting.id}` : `attempt:${attemptId}`,
      detail: { text, partId },
    });
    return ok(null);
  });
}

/** Of one attempt: nobody has more to ask within an exam. */
const MOST_QUESTIONS = 30;

/** Asks the staff, while one is writing. */
export async function ask(
  attempt: OwnAttempt,
  { partId, text }: QuestionInput,
): Promise<Result<{ questionId: string }, DomainError>> {
  return db().$transaction(async (tx) => {
    const { submittedAt, sitting, _count } = await tx.attempt.findUniqueOrThrow({
      where: { id: attempt.id },
      select: {
        submittedAt: true,
        sitting: { select: { courseId: true } },
        _count: { select: { questions: true } },
      },
    });
    if (submittedAt) return refusal('ALREADY_SUBMITTED', 'Your exam is submitted.');
    if (_count.questions >= MOST_QUESTIONS) {
      return refusal('TOO_MUCH', 'You have asked very often; raise your hand instead.');
    }
    if (partId !== null && !(await isPartOf(tx, partId, attempt.sittingId))) {
      return refusal('INVALID', 'There is no such part.');
    }
    const { id } = await tx.question.create({
      data: { attemptId: attempt.id, partId, text, at: now() },
      select: { id: true },
    });
    await tellAll(tx, [`monitor:${attempt.sittingId}`, `talk:${attempt.sittingId}`]);
    await audit(tx, {
      actorId: attempt.personId,
      action: 'question.ask',
      courseId: sitting.courseId,
      subject: `attempt:${attempt.id}`,
      detail: { questionId: id },
    });
    return ok({ questionId: id });
  });
}

/** Answers a question, to the one who asked it or to everybody, who then see the answer alone. */
export async function answer(
  sitting: ReviewedSitting,
  /** Null for the command line. */
  byId: string | null,
  { questionId, toAll, text }: Omit<AnswerInput, 'sittingId'>,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const question = await tx.question.findFirst({
      where: { id: questionId, attempt: { sittingId: sitting.id } },
      select: { attemptId: true, partId: true },
    });
    if (!question) return notFound();
    const { attemptId, partId } = question;
    await tx.notice.create({
      data: {
        ...{ sittingId: sitting.id, kind: 'ANSWER', questionId, partId, text },
        attemptId: toAll ? null : attemptId,
        byId,
        at: now(),
      },
    });
    const whom = toAll ? (`sitting:${sitting.id}` as const) : (`attempt:${attemptId}` as const);
    await tellAll(tx, [whom, `monitor:${sitting.id}`, `talk:${sitting.id}`]);
    await audit(tx, {
      actorId: byId,
      action: 'question.answer',
      courseId: sitting.courseId,
      subject: `attempt:${attemptId}`,
      detail: { questionId, toAll, text },
    });
    return ok(null);
  });
}

async function isWithin(tx: Database, attemptId: string, sittingId: string): Promise<boolean> {
  return (await tx.attempt.findFirst({ where: { id: attemptId, sittingId } })) !== null;
}

async function isPartOf(tx: Database, partId: string, sittingId: string): Promise<boolean> {
  const part = await tx.part.findFirst({
    where: {
      partId,
      version: {
        OR: [{ sittings: { some: { id: sittingId } } }, { attempts: { some: { sittingId } } }],
      },
    },
    select: { partId: true },
  });
  return part !== null;
}
