'use server';

import { mayBeTaken } from '@/lib/features/attempt/place/require-place';
import { requirePerson } from '@/lib/features/people/policy';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { startAttempt } from './mutations';
import { ownSitting } from './policy';
import { startSchema } from './schema';

/** Begins (or goes on with) an attempt of a sitting. */
export async function start(input: unknown): Promise<Result<{ attemptId: string }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = startSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request to start an exam.');
  const sitting = await ownSitting(person.value, parsed.data.sittingId);
  if (!sitting.ok) return sitting;
  const admitted = await mayBeTaken(sitting.value.id);
  if (!admitted.ok) return admitted;
  return startAttempt(sitting.value, parsed.data.accessCode);
}
