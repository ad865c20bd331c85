import 'server-only';
import { isAsked } from '@/lib/exam/asked-parts';
import { arrivesInTime, GRACE_MS } from '@/lib/exam/deadline';
import { audit } from '@/lib/server/audit';
import { now } from '@/lib/server/clock';
import { currentRevisions } from '@/lib/server/current-revisions';
import { type Database, db } from '@/lib/server/db';
import { enqueueGrading } from '@/lib/server/jobs';
import { fromJson, toJson } from '@/lib/server/json';
import { tell } from '@/lib/server/live/live';
import { log } from '@/lib/server/log';
import { digest, isSigned, sign } from '@/lib/server/receipts';
import { type LockedAttempt, lockAttempt } from './lock-mutations';
import type { OwnAttempt } from './policy';
import { type Receipt, type ReceiptVerdict, receiptSchema } from './schema';

/**
 * Hands in an attempt, for good. Handing in twice gives the first receipt again. After the grace it
 * is what the sweeper would have done: the deadline is the time.
 */
export async function submitAttempt(attempt: OwnAttempt): Promise<Receipt> {
  return db().$transaction(async (tx) => {
    const locked = await lockAttempt(tx, attempt.id);
    return locked.submittedAt ? storedReceipt(tx, attempt.id) : handIn(tx, locked, 'STUDENT');
  });
}

/**
 * Submits the attempts whose time and grace are over. One that cannot be submitted is reported and
 * does not keep the others waiting.
 */
export async function sweepOverdue(): Promise<{ submitted: number; failed: number }> {
  const before = new Date(now().getTime() - GRACE_MS);
  const overdue = await db().attempt.findMany({
    where: { submittedAt: null, dueAt: { lt: before } },
    orderBy: { dueAt: 'asc' },
    select: { id: true },
  });
  let submitted = 0;
  let failed = 0;
  for (const { id } of overdue) {
    try {
      submitted += (await sweepOne(id)) ? 1 : 0;
    } catch (error) {
      failed += 1;
      log().error({ err: error, attemptId: id }, 'an overdue attempt could not be submitted');
    }
  }
  return { submitted, failed };
}

async function sweepOne(id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const locked = await lockAttempt(tx, id);
    // Its student, or another worker, was faster; or the deadline was moved.
    if (locked.submittedAt || arrivesInTime(now(), locked.dueAt)) return false;
    await handIn(tx, locked, 'SWEEPER');
    return true;
  });
}

/** Hands in a locked attempt that is not submitted; after the grace it is what the sweeper would do. */
export async function handIn(
  tx: Database,
  attempt: LockedAttempt,
  by: 'STUDENT' | 'SWEEPER' | 'STAFF',
): Promise<Receipt> {
  const at = now();
  const inTime = arrivesInTime(at, attempt.dueAt);
  const submittedBy = inTime ? by : 'SWEEPER';
  // Within the grace too, nobody hands in later than the deadline.
  const submittedAt = at < attempt.dueAt ? at : attempt.dueAt;
  const answers = await finalAnswers(tx, attempt);
  const fact = {
    attemptId: attempt.id,
    submittedAt: submittedAt.toISOString(),
    submittedBy,
    answers,
    digest: digest(answers),
  };
  const receipt: Receipt = { ...fact, signature: sign(fact) };
  await tx.attempt.update({
    where: { id: attempt.id },
    data: { submittedAt, submittedBy, receipt: toJson(receipt) },
  });
  await enqueueGrading(tx, attempt.id);
  await tell(tx, `monitor:${attempt.sittingId}`);
  await audit(tx, {
    actorId: submittedBy === 'STUDENT' ? attempt.personId : null,
    action: 'attempt.submit',
    courseId: attempt.sitting.courseId,
    subject: `attempt:${attempt.id}`,
    detail: { submittedBy, digest: receipt.digest },
  });
  return receipt;
}

async function finalAnswers(
  tx: Database,
  attempt: Pick<LockedAttempt, 'id' | 'versionId' | 'partIds'>,
): Promise<Receipt['answers']> {
  const parts = await tx.part.findMany({
    where: { versionId: attempt.versionId },
    orderBy: { position: 'asc' },
    select: { partId: true },
  });
  const revisions = await currentRevisions(tx, attempt.id);
  const asked = parts.filter(({ partId }) => isAsked(attempt.partIds, partId));
  return asked.map(({ partId }) => {
    const current = revisions.find((revision) => revision.partId === partId);
    const answer = current
      ? { content: current.content, note: current.note }
      : { content: {}, note: null };
    return { partId, revision: current?.number ?? 0, digest: digest(answer) };
  });
}

async function storedReceipt(tx: Database, id: string): Promise<Receipt> {
  const { receipt } = await tx.attempt.findUniqueOrThrow({
    where: { id },
    select: { receipt: true },
  });
  return receiptSchema.parse(receipt);
}

/** Whether a receipt is ours and says what is stored. */
export async function verifyReceipt(receipt: unknown): Promise<ReceiptVerdict> {
  const parsed = receiptSchema.safeParse(receipt);
  if (!parsed.success) return 'forged';
  const { signature, ...fact } = parsed.data;
  if (!isSigned(fact, signature)) return 'forged';
  return db().$transaction(async (tx) => {
    const attempt = await tx.attempt.findUnique({ where: { id: fact.attemptId } });
    if (!attempt?.submittedAt) return 'differs';
    const same =
      (await areStored(tx, attempt, fact.answers)) &&
      digest(fact.answers) === fact.digest &&
      attempt.submittedAt.toISOString() === fact.submittedAt;
    return same ? 'valid' : 'differs';
  });
}

/**
 * Whether the answers of a receipt are the ones that were handed in. What staff decide later of an
 * answer that arrived late changes what counts, and not what was handed in.
 */
async function areStored(
  tx: Database,
  attempt: Pick<LockedAttempt, 'id' | 'versionId'>,
  answers: Receipt['answers'],
): Promise<boolean> {
  const handedIn = new Map(answers.map((answer) => [answer.partId, answer]));
  const parts = await tx.part.count({ where: { versionId: attempt.versionId } });
  if (parts !== answers.length || parts !== handedIn.size) return false;
  const named = await tx.revision.findMany({
    where: {
      attemptId: attempt.id,
      OR: answers.map(({ partId, revision: number }) => ({ partId, number })),
    },
    select: { partId: true, number: true, content: true, note: true },
  });
  const newer = await currentRevisions(tx, attempt.id);
  return answers.every(({ partId, revision: number, digest: expected }) => {
    const answer = named.find((each) => each.partId === partId && each.number === number);
    const current = newer.find((each) => each.partId === partId);
    const isLast = !current || current.late || current.number <= number;
    const { content, note } = answer
      ? { content: fromJson(answer.content), note: answer.note }
      : { content: {}, note: null };
    return (
      isLast && (number === 0 || answer !== undefined) && digest({ content, note }) === expected
    );
  });
}
