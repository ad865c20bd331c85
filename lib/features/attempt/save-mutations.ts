import 'server-only';
import { isAsked } from '@/lib/exam/asked-parts';
import type { JsonValue } from '@/lib/exam/check';
import { arrivesInTime } from '@/lib/exam/deadline';
import { isStorable } from '@/lib/exam/storable';
import { parseContent } from '@/lib/kinds/exams/content';
import { ok, type Result } from '@/lib/result';
import { now } from '@/lib/server/clock';
import { type CurrentRevision, currentRevisions } from '@/lib/server/current-revisions';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { canonicalJson, fromJson, toJson } from '@/lib/server/json';
import { digest, sign } from '@/lib/server/receipts';
import { lockAttempt } from './lock-mutations';
import type { OwnAttempt } from './policy';
import type { SaveBody } from './schema';
import { countSave } from './usage-mutations';

/** Signed proof that the server has this revision. */
interface SaveReceipt {
  attemptId: string;
  partId: string;
  revision: number;
  digest: string;
  savedAt: string;
  signature: string;
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string; receipt: SaveReceipt }
  /** Kept, but it did not build on the latest: the student chooses between the two. */
  | { kind: 'conflict'; theirs: { content: JsonValue; note: string; revision: number } }
  /** Kept for staff, not graded. */
  | { kind: 'late'; receipt: SaveReceipt };

interface StoredRevision {
  partId: string;
  number: number;
  content: JsonValue;
  note: string | null;
  savedAt: Date;
  late: boolean;
  conflict: boolean;
}

/** More than a person can type; a script that fills the database is stopped. */
const MOST_REVISIONS = 20_000;

/**
 * Appends a revision of one answer. The same idempotency key gives the same outcome however often
 * it is sent. A save that does not build on the latest revision, nor on drafts of the same writer
 * whose replies got lost, is kept beside it as a conflict.
 */
export async function saveAnswer(
  attempt: OwnAttempt,
  partId: string,
  body: SaveBody,
): Promise<Result<SaveOutcome, DomainError>> {
  return db().$transaction(async (tx) => {
    const locked = await lockAttempt(tx, attempt.id);
    const earlier = await findByKey(tx, attempt.id, body.idempotencyKey);
    if (earlier) return replay(tx, attempt, { partId, body, stored: earlier });

    const at = now();
    const within = await countSave(tx, attempt.personId, JSON.stringify(body).length);
    if (!within.ok) return within;
    const late = !arrivesInTime(at, locked.dueAt);
    const open = late && locked.submittedBy === 'SWEEPER' && !locked.sitting.releasedAt;
    if (locked.submittedAt && !open) {
      return refusal(
        'ALREADY_SUBMITTED',
        'This attempt is submitted. What was written after that is kept on this device only.',
      );
    }
    if (!isStorable(partId) || !isAsked(locked.partIds, partId)) return notFound();
    const part = await tx.part.findUnique({
      where: { versionId_partId: { versionId: locked.versionId, partId } },
      select: { kind: true, spec: true },
    });
    if (!part) return notFound();
    const parsed = readContent(part.kind, body, fromJson(part.spec));
    if (!parsed.ok) return parsed;

    const { versionId } = locked;
    return append(tx, attempt, { partId, versionId, body, given: parsed.value, at, late });
  });
}

interface Given {
  content: JsonValue;
  note: string | null;
  empty: boolean;
}

/** Appends what was given, as it was read, where the revisions that are there allow it. */
async function append(
  tx: Database,
  attempt: OwnAttempt,
  save: {
    partId: string;
    versionId: string;
    body: SaveBody;
    given: Given;
    at: Date;
    late: boolean;
  },
): Promise<Result<SaveOutcome, DomainError>> {
  const { partId, versionId, body, given, at, late } = save;
  const current = await currentRevision(tx, attempt.id, partId);
  const last = await tx.revision.count({ where: { attemptId: attempt.id, partId } });
  if (body.base > last) return refusal('INVALID', 'The base revision does not exist.');
  if (last >= MOST_REVISIONS) return refusal('TOO_MANY_TRIES', 'This part was saved too often.');
  const conflict =
    !late &&
    !sameAnswer(current, given) &&
    (overlooksAccepted(current, body) || !(await buildsOn(tx, attempt.id, partId, body)));

  const revision: StoredRevision = {
    partId,
    number: last + 1,
    content: given.content,
    note: given.note,
    savedAt: at,
    late,
    conflict,
  };
  await tx.revision.create({
    data: {
      ...revision,
      content: toJson(revision.content),
      attemptId: attempt.id,
      versionId,
      base: body.base,
      clientId: body.clientId,
      idempotencyKey: body.idempotencyKey,
      empty: given.empty,
    },
  });
  return outcome(attempt, revision, current);
}

function readContent(kind: string, { content, note }: SaveBody, spec: JsonValue) {
  // The note travels beside the content; within it, it would hide the one beside it.
  if ('note' in content) return refusal('INVALID', 'note: belongs beside the content');
  const parsed = parseContent(kind, { ...content, ...(note !== '' && { note }) }, spec);
  if (parsed.ok) return parsed;
  const { message, path } = parsed.error;
  return refusal(
    'INVALID',
    path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message,
  );
}

/** A lost reply is asked for again: the answer is what it was, also after the end. */
async function replay(
  tx: Database,
  attempt: OwnAttempt,
  { partId, body, stored }: { partId: string; body: SaveBody; stored: StoredRevision },
): Promise<Result<SaveOutcome, DomainError>> {
  if (stored.partId !== partId) {
    return refusal('KEY_REUSED', 'The idempotency key was used for another part.');
  }
  if (!(await isSameBody(tx, attempt, body, stored))) {
    return refusal('KEY_REUSED', 'The idempotency key was used for another answer.');
  }
  return outcome(attempt, stored, await currentRevision(tx, attempt.id, partId));
}

/** What is stored was normalised by its kind, so what came is normalised before they are compared. */
async function isSameBody(
  tx: Database,
  attempt: OwnAttempt,
  body: SaveBody,
  stored: StoredRevision,
): Promise<boolean> {
  const { versionId } = await tx.attempt.findUniqueOrThrow({
    where: { id: attempt.id },
    select: { versionId: true },
  });
  const { kind, spec } = await tx.part.findUniqueOrThrow({
    where: { versionId_partId: { versionId, partId: stored.partId } },
    select: { kind: true, spec: true },
  });
  const parsed = readContent(kind, body, fromJson(spec));
  return parsed.ok && sameAnswer(stored, parsed.value);
}

function outcome(
  attempt: OwnAttempt,
  stored: StoredRevision,
  current: CurrentRevision | null,
): Result<SaveOutcome, DomainError> {
  if (stored.conflict && current) {
    const { content, note, number } = current;
    return ok({ kind: 'conflict', theirs: { content, note: note ?? '', revision: number } });
  }
  const receipt = receiptOf(attempt, stored);
  if (stored.late) return ok({ kind: 'late', receipt });
  const { revision, savedAt } = receipt;
  return ok({ kind: 'saved', revision, savedAt, receipt });
}

function receiptOf(attempt: OwnAttempt, stored: StoredRevision): SaveReceipt {
  const { partId, number, content, note, savedAt } = stored;
  const fact = {
    attemptId: attempt.id,
    partId,
    revision: number,
    digest: digest({ content, note }),
    savedAt: savedAt.toISOString(),
  };
  return { ...fact, signature: sign(fact) };
}

const storedFields = {
  partId: true,
  number: true,
  content: true,
  note: true,
  savedAt: true,
  late: true,
  conflict: true,
} as const;

async function findByKey(
  tx: Database,
  attemptId: string,
  idempotencyKey: string,
): Promise<StoredRevision | null> {
  const revision = await tx.revision.findUnique({
    where: { attemptId_idempotencyKey: { attemptId, idempotencyKey } },
    select: storedFields,
  });
  return revision && { ...revision, content: fromJson(revision.content) };
}

async function currentRevision(
  tx: Database,
  attemptId: string,
  partId: string,
): Promise<CurrentRevision | null> {
  const [current] = await currentRevisions(tx, attemptId, partId);
  return current ?? null;
}

/** A late answer was accepted and the attempt opened again, and whoever writes has not seen it. */
function overlooksAccepted(current: CurrentRevision | null, { base }: SaveBody): boolean {
  return current?.late === true && current.number > base;
}

/** Everything since the base was written by the same writer, whose replies got lost. */
async function buildsOn(
  tx: Database,
  attemptId: string,
  partId: string,
  { base, supersedes }: SaveBody,
): Promise<boolean> {
  const others = await tx.revision.count({
    where: {
      attemptId,
      partId,
      late: false,
      conflict: false,
      number: { gt: base },
      idempotencyKey: { notIn: supersedes },
    },
  });
  return others === 0;
}

function sameAnswer(
  current: Pick<StoredRevision, 'content' | 'note'> | null,
  sent: { content: JsonValue; note: string | null },
): boolean {
  if (!current || current.note !== sent.note) return false;
  return canonicalJson(current.content) === canonicalJson(sent.content);
}
