'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requirePerson } from '@/lib/features/people/policy';
import { fail, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { type LibraryVersion, libraryVersion } from './policy';
import { versionSchema } from './schema';
import { trialSitting } from './trial-mutations';
import { publish } from './version-mutations';

/** Lets a version be sat; the input is `{ courseId, versionId }`. */
export async function publishVersion(input: unknown): Promise<Result<null, DomainError>> {
  const version = await versionOf(input);
  if (!version.ok) return version;
  const published = await publish(version.value);
  if (published.ok) revalidatePath('/', 'layout');
  return published;
}

/** Opens the lobby of a test run; the input is `{ courseId, versionId }`. Comes back only where it is refused. */
export async function tryVersion(input: unknown): Promise<Result<never, DomainError>> {
  const version = await versionOf(input);
  if (!version.ok) return fail(version.error);
  const { sittingId } = await trialSitting(version.value);
  redirect(`/sittings/${sittingId}`);
}

async function versionOf(input: unknown): Promise<Result<LibraryVersion, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = versionSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is no version of an exam.');
  return libraryVersion(person.value, parsed.data.courseId, parsed.data.versionId);
}
