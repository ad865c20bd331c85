'use server';

import { revalidatePath } from 'next/cache';
import { requirePerson } from '@/lib/features/people/policy';
import { instructedSitting } from '@/lib/features/review/policy';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { showPracticeEarly } from './practice-mutations';
import { showEarlySchema } from './schema';

/** Shows or withholds the results of practice while an exam is ahead: `{ sittingId, shows }`. */
export async function showEarly(input: unknown): Promise<Result<null, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = showEarlySchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a choice for a practice sitting.');
  const sitting = await instructedSitting(person.value, parsed.data.sittingId);
  if (!sitting.ok) return sitting;
  const chosen = await showPracticeEarly(sitting.value, parsed.data.shows);
  if (chosen.ok) revalidatePath('/', 'layout');
  return chosen;
}
