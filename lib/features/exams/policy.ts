import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { isResultVisible } from '@/lib/exam/release';
import { isStorable } from '@/lib/exam/storable';
import { requestInItsPlace } from '@/lib/features/attempt/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayReview, personOfRequest } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { now } from '@/lib/server/clock';
import { type DomainError, notFound } from '@/lib/server/errors';
import { attemptsAtVersion, type FoundFile, findFile, rolesWithVersion } from './file-access-data';

/** A picture of an exam that the person who asks may see now. */
export type VisibleFile = Brand<{ hash: string; mediaType: string }, 'VisibleFile'>;

/** Whether somebody may sit where they are; the room asks the same. */
type InItsPlace = (sittingId: string) => Promise<Result<null, DomainError>>;

/**
 * Staff of a course that sits the version see all of its pictures. Whoever has begun it sees those of
 * its questions, while they write where it may be taken, and those of its solutions once the results
 * of an attempt are theirs to see. For everyone else, and before, there are none.
 */
async function visibleFile(
  person: SignedInPerson,
  { versionId, name, inItsPlace }: { versionId: string; name: string; inItsPlace: InItsPlace },
): Promise<Result<VisibleFile, DomainError>> {
  if (!z.uuid().safeParse(versionId).success || !isStorable(name)) return notFound();
  const file = await findFile(versionId, name);
  if (!file) return notFound();
  const seen = await maySee(person, { versionId, file, inItsPlace });
  if (!seen.ok) return seen;
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
  if (!person.ok) return person;
  const inItsPlace = (sittingId: string) => requestInItsPlace(request, sittingId);
  return visibleFile(person.value, { versionId, name, inItsPlace });
}

async function maySee(
  person: SignedInPerson,
  {
    versionId,
    file: { secret },
    inItsPlace,
  }: { versionId: string; file: FoundFile; inItsPlace: InItsPlace },
): Promise<Result<null, DomainError>> {
  if (mayReview(person, null)) return ok(null);
  const roles = await rolesWithVersion(versionId, person.id);
  if (roles.some((role) => mayReview(person, role))) return ok(null);
  const at = now();
  const attempts = (await attemptsAtVersion(versionId, person.id)).filter(
    ({ startedAt, release, ...attempt }) =>
      startedAt <= at && (!secret || isResultVisible(at, release, attempt)),
  );
  // What is handed in is read from anywhere, as its result is.
  if (attempts.some(({ submittedAt }) => submittedAt !== null)) return ok(null);
  let elsewhere = notFound();
  for (const { sittingId } of attempts) {
    const place = await inItsPlace(sittingId);
    if (place.ok) return place;
    elsewhere = place;
  }
  return elsewhere;
}
