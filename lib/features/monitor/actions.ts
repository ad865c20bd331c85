'use server';

import { revalidatePath } from 'next/cache';
import { requirePerson } from '@/lib/features/people/policy';
import { instructedAttempt } from '@/lib/features/review/policy';
import { ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { handInFor as handIn, reopen } from './mutations';
import { handInSchema, reopenSchema, withdrawSchema } from './schema';
import { restore, withdraw } from './withdraw-mutations';

/** Hands in for a student; the input is `{ attemptId, reason }`. */
export async function handInFor(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = handInSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', parsed.error.issues[0]?.message ?? NOTHING);
  const attempt = await instructedAttempt(person.value, parsed.data.attemptId);
  return attempt.ok ? handIn(attempt.value, parsed.data.reason) : attempt;
}

/** Opens a submitted attempt again; the input is `ReopenInput`. */
export async function reopenAttempt(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = reopenSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', parsed.error.issues[0]?.message ?? NOTHING);
  const { attemptId, ...terms } = parsed.data;
  const attempt = await instructedAttempt(person.value, attemptId);
  if (!attempt.ok) return attempt;
  const reopened = await reopen(attempt.value, terms);
  return reopened.ok ? ok(null) : reopened;
}

/** Takes an attempt out; the input is `{ attemptId, reason }`. */
export async function withdrawAttempt(input: unknown): Promise<Result<null, DomainError>> {
  return onAttempt(input, withdraw);
}

/** Takes a withdrawal back; the input is `{ attemptId, reason }`. */
export async function restoreAttempt(input: unknown): Promise<Result<null, DomainError>> {
  return onAttempt(input, restore);
}

async function onAttempt(input: unknown, act: typeof withdraw): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = withdrawSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', parsed.error.issues[0]?.message ?? NOTHING);
  const attempt = await instructedAttempt(person.value, parsed.data.attemptId);
  if (!attempt.ok) return attempt;
  const done = await act(attempt.value, parsed.data.reason);
  if (done.ok) revalidatePath('/', 'layout');
  return done;
}

const NOTHING = 'This is nothing that can be done to an attempt.';
