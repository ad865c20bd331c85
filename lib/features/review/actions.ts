'use server';

import { revalidatePath } from 'next/cache';
import type { JsonValue } from '@/lib/exam/check';
import { requirePerson } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { restartGrading } from './grading-mutations';
import { decideLate } from './late-mutations';
import { override } from './mark-mutations';
import { releaseResults } from './mutations';
import { instructedSitting, reviewedAttempt, reviewedSitting } from './policy';
import { type RevisionsPage, revisionContent, revisionsPage } from './revisions-data';
import {
  gradeAgainSchema,
  lateDecisionSchema,
  markSchema,
  releaseSchema,
  revisionSchema,
  revisionsSchema,
  unreadGroupSchema,
} from './schema';
import { closeUnread } from './unread-mutations';

/** Marks one part of an attempt; the input is `MarkInput`. */
export async function markPart(input: unknown): Promise<Result<{ markId: string }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = markSchema.safeParse(input);
  if (!parsed.success) {
    return refusal('INVALID', parsed.error.issues[0]?.message ?? 'This is not a mark.');
  }
  const { attemptId, ...mark } = parsed.data;
  const attempt = await reviewedAttempt(person.value, attemptId);
  if (!attempt.ok) return attempt;
  const marked = await override(attempt.value, mark);
  if (marked.ok) revalidatePath('/', 'layout');
  return marked;
}

/** Decides whether an answer that arrived late counts; the input is `LateDecisionInput`. */
export async function decideLateAnswer(
  input: unknown,
): Promise<Result<{ markId: string }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = lateDecisionSchema.safeParse(input);
  if (!parsed.success) {
    return refusal('INVALID', parsed.error.issues[0]?.message ?? 'This is not a decision.');
  }
  const { attemptId, ...decision } = parsed.data;
  const attempt = await reviewedAttempt(person.value, attemptId);
  if (!attempt.ok) return attempt;
  const decided = await decideLate(attempt.value, decision);
  if (decided.ok) revalidatePath('/', 'layout');
  return decided;
}

/** Releases the results of a sitting; the input is `{ sittingId, close }`. */
export async function release(input: unknown): Promise<Result<{ releasedAt: Date }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = releaseSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request to release results.');
  const sitting = await instructedSitting(person.value, parsed.data.sittingId);
  if (!sitting.ok) return sitting;
  const released = await releaseResults(sitting.value, parsed.data);
  if (released.ok) revalidatePath('/', 'layout');
  return released;
}

/** Has an attempt graded whose grading failed; the input is `{ attemptId }`. */
export async function gradeAgain(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = gradeAgainSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request to grade again.');
  const attempt = await reviewedAttempt(person.value, parsed.data.attemptId);
  if (!attempt.ok) return attempt;
  const started = await restartGrading(attempt.value);
  if (started.ok) revalidatePath('/', 'layout');
  return started;
}

/** Closes a group of answers that could not be read; the input is `UnreadGroupInput`. */
export async function closeUnreadGroup(
  input: unknown,
): Promise<Result<{ closed: number; left: number }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = unreadGroupSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a group of answers.');
  const { sittingId, ...group } = parsed.data;
  const sitting = await reviewedSitting(person.value, sittingId);
  if (!sitting.ok) return sitting;
  const closed = await closeUnread(sitting.value, person.value, group);
  if (closed.ok) revalidatePath('/', 'layout');
  return closed;
}

/** A page of the saves of one part; the input is `RevisionsQuery`. */
export async function readRevisions(input: unknown): Promise<Result<RevisionsPage, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = revisionsSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request for saves.');
  const attempt = await reviewedAttempt(person.value, parsed.data.attemptId);
  return attempt.ok ? ok(await revisionsPage(attempt.value, parsed.data)) : attempt;
}

/** What was saved in one revision; the input is `{ attemptId, partId, number }`. */
export async function readRevision(
  input: unknown,
): Promise<Result<{ content: JsonValue; note: string | null }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = revisionSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request for a save.');
  const attempt = await reviewedAttempt(person.value, parsed.data.attemptId);
  if (!attempt.ok) return attempt;
  const content = await revisionContent(attempt.value, parsed.data);
  return content ? ok(content) : notFound();
}
