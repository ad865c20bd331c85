'use server';

import { revalidatePath } from 'next/cache';
import { requirePerson } from '@/lib/features/people/policy';
import { instructedSitting, reviewedSitting } from '@/lib/features/review/policy';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { announce, answer } from './mutations';
import { announcementSchema, answerSchema } from './schema';

/** Tells those who sit an exam; the input is `AnnouncementInput`. */
export async function makeAnnouncement(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = announcementSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', parsed.error.issues[0]?.message ?? NOT_WORDS);
  const { sittingId, ...announcement } = parsed.data;
  const sitting = await instructedSitting(person.value, sittingId);
  if (!sitting.ok) return sitting;
  const made = await announce(sitting.value, announcement);
  if (made.ok) revalidatePath('/', 'layout');
  return made;
}

/** Answers a student; the input is `AnswerInput`. */
export async function answerQuestion(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = answerSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', parsed.error.issues[0]?.message ?? NOT_WORDS);
  const { sittingId, ...words } = parsed.data;
  const sitting = await reviewedSitting(person.value, sittingId);
  if (!sitting.ok) return sitting;
  const answered = await answer(sitting.value, person.value.id, words);
  if (answered.ok) revalidatePath('/', 'layout');
  return answered;
}

const NOT_WORDS = 'This is nothing that could be told.';
