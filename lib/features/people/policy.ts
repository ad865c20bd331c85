import 'server-only';
import type { NextRequest } from 'next/server';
import { ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import type { SignedInPerson } from './data';
import type { Role } from './schema';
import { currentPerson, personOfCookies } from './session';

/** The signed-in person, or a refusal. Where every page, action and route begins. */
export async function requirePerson(): Promise<Result<SignedInPerson, DomainError>> {
  const person = await currentPerson();
  return person ? ok(person) : notSignedIn();
}

/** The same for a route handler. */
export async function personOfRequest(
  request: NextRequest,
): Promise<Result<SignedInPerson, DomainError>> {
  const person = await personOfCookies(request.cookies);
  return person ? ok(person) : notSignedIn();
}

function notSignedIn(): { ok: false; error: DomainError } {
  return refusal('NOT_SIGNED_IN', 'You are not signed in, or your session has ended.');
}

/** Whether a role in a course (null for none) may read scripts and mark them. */
export function mayReview(person: SignedInPerson, role: Role | null): boolean {
  return person.isAdmin || role === 'GRADER' || role === 'INSTRUCTOR';
}

/** Whether a role in a course may run it: release results, grant time, open sittings. */
export function mayInstruct(person: SignedInPerson, role: Role | null): boolean {
  return person.isAdmin || role === 'INSTRUCTOR';
}
