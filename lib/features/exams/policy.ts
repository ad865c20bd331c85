import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { isResultVisible } from '@/lib/exam/release';
import { isStorable } from '@/lib/exam/storable';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayReview, personOfRequest } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { now } from '@/lib/server/clock';
import { type DomainError, notFound } from '@/lib/server/errors';
import { attemptsAtVersion, type FoundFile, findFile, rolesWithVersion } from './file-access-data';

/** A picture of an exam that the person who asks may see now. */
export type VisibleFile = Brand<{ hash: string; mediaType: string }, 'VisibleFile'>;

/**
 * Staff of a course that sits the version see all of its pictures. Whoever has begun it sees those of
 * its questions, and those of its solutions once the results of an attempt are theirs to see. For
 * everyone else, and before, there are none.
 */
async function visibleFile(
  person: SignedInPerson,
  versionId: string,
  name: string,
): Promise<Result<VisibleFile, DomainError>> {
  if (!z.uuid().safeParse(versionId).success || !isStorable(name)) return notFound();
  const file = await findFile(versionId, name);
  if (!file || !(await maySee(person, versionId, file))) return notFound();
  const { hash, mediaType } = file;
  return ok(proven<'VisibleFile'>()({ hash, mediaType }));
}

/** The picture that a request is about, if whoever sends it is signed in and may see it. */
export async function visibleFileOfRequest(
  request: NextRequest,
  versionId: string,
  name: string,
): Promise<Result<VisibleFile, DomainError>> {
  const person = await personOfRequest(request);
  return person.ok ? visibleFile(person.value, versionId, name) : person;
}

async function maySee(
  person: SignedInPerson,
  versionId: string,
  { secret }: FoundFile,
): Promise<boolean> {
  if (mayReview(person, null)) return true;
  const roles = await rolesWithVersion(versionId, person.id);
  if (roles.some((role) => mayReview(person, role))) return true;
  const at = now();
  const attempts = await attemptsAtVersion(versionId, person.id);
  return attempts.some(
    ({ startedAt, release, ...attempt }) =>
      startedAt <= at && (!secret || isResultVisible(at, release, attempt)),
  );
}
