import 'server-only';
import { notFound, redirect } from 'next/navigation';
import type { Result } from '@/lib/result';
import type { DomainError } from '@/lib/server/errors';
import type { SignedInPerson } from './data';
import { currentPerson } from './session';

/** For pages: the signed-in person, or the way to sign in and back to `path`. */
export async function signedIn(path: string): Promise<SignedInPerson> {
  const person = await currentPerson();
  if (!person) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return person;
}

/** For pages: what a policy allowed; everything it refuses does not exist. */
export function allowed<Value>(checked: Result<Value, DomainError>): Value {
  if (!checked.ok) notFound();
  return checked.value;
}
