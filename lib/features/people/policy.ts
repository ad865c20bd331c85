import 'server-only';
import type { NextRequest } from 'next/server';
import { ok, type Result } from '@/lib/result';
import { type Brand, proven } from '@/lib/server/brand';
import { type DomainError, notFound, refusal } from '@/lib/server/errors';
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

/** Whoever may change the accounts of all people. */
export type PeopleAdmin = Brand<
  {
    /** Who acts, for the record; null for the command line. */
    actorId: string | null;
  },
  'PeopleAdmin'
>;

/** For admins; to everybody else such pages do not exist. */
export function peopleAdmin(person: SignedInPerson): Result<PeopleAdmin, DomainError> {
  return person.isAdmin ? ok(proven<'PeopleAdmin'>()({ actorId: person.id })) : notFound();
}

/** For the command line: whoever may run it on the server may do all that admins may. */
export function serverAdmin(): PeopleAdmin {
  return proven<'PeopleAdmin'>()({ actorId: null });
}
