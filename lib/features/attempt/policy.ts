import 'server-only';
import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { placeOf } from '@/lib/features/attempt/place/request-place';
import { placeProblem, type RequestPlace } from '@/lib/features/attempt/place/rules';
import type { SignedInPerson } from '@/lib/features/people/data';
import { mayReview, personOfRequest } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
import { findAttempt, findSitting, placeRules } from './access-data';

/** An attempt that the person who asks may write and read: it is their own. */
export type OwnAttempt = Brand<{ id: string; personId: string; sittingId: string }, 'OwnAttempt'>;

/** A sitting that the person who asks may take: as a student, or as staff who try the exam. */
export type OwnSitting = Brand<{ id: string; personId: string; courseId: string }, 'OwnSitting'>;

/** Only one's own attempts exist; staff read them through the review feature. */
export async function ownAttempt(
  person: SignedInPerson,
  attemptId: string,
): Promise<Result<OwnAttempt, DomainError>> {
  if (!z.uuid().safeParse(attemptId).success) return notFound();
  const attempt = await findAttempt(attemptId);
  if (attempt?.personId !== person.id) return notFound();
  return ok(proven<'OwnAttempt'>()(attempt));
}

/**
 * The attempt that a request of the room is about, if whoever sends it is signed in, it is theirs, and
 * they are where it may be taken.
 */
export async function ownAttemptOfRequest(
  request: NextRequest,
  attemptId: string,
): Promise<Result<OwnAttempt, DomainError>> {
  const person = await personOfRequest(request);
  const attempt = person.ok ? await ownAttempt(person.value, attemptId) : person;
  if (!attempt.ok) return attempt;
  const place = await requestInItsPlace(request, attempt.value.sittingId);
  return place.ok ? attempt : place;
}

/** Whether a request comes from where a sitting may be taken. */
export function requestInItsPlace(
  request: NextRequest,
  sittingId: string,
): Promise<Result<null, DomainError>> {
  return inItsPlace(sittingId, placeOf(request.headers, request.nextUrl.href));
}

/** Whether a sitting may be taken from where somebody is, in the browser that they have. */
export async function inItsPlace(
  sittingId: string,
  place: RequestPlace,
): Promise<Result<null, DomainError>> {
  const problem = placeProblem(await placeRules(sittingId), place);
  return problem === null ? ok(null) : refusal('WRONG_PLACE', problem);
}

/** The sitting that a request is about, if whoever sends it is signed in and may take it. */
export async function ownSittingOfRequest(
  request: NextRequest,
  sittingId: string,
): Promise<Result<OwnSitting, DomainError>> {
  const person = await personOfRequest(request);
  return person.ok ? ownSitting(person.value, sittingId) : person;
}

/**
 * Students of the course sit it, those on its list where it has one, and its staff sit what was made for trying; for everyone else it does
 * not exist.
 */
export async function ownSitting(
  person: SignedInPerson,
  sittingId: string,
): Promise<Result<OwnSitting, DomainError>> {
  if (!z.uuid().safeParse(sittingId).success) return notFound();
  const sitting = await findSitting(sittingId, person.id);
  if (!sitting) return notFound();
  const maySit =
    sitting.mode === 'TRIAL'
      ? mayReview(person, sitting.role)
      : sitting.role === 'STUDENT' && sitting.isOffered;
  if (!maySit) return notFound();
  const { id, courseId } = sitting;
  return ok(proven<'OwnSitting'>()({ id, courseId, personId: person.id }));
}
