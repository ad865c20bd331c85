'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { allowCourses, deactivate, reactivate } from './admin-mutations';
import { type InvitationLink, resetPassword } from './invitation-mutations';
import { type PeopleAdmin, peopleAdmin, requirePerson } from './policy';

const ofPerson = z.strictObject({ personId: z.uuid() });

/** Lets a person sign in no more, or again; the input is `{ personId, deactivated }`. */
export async function setDeactivated(input: unknown): Promise<Result<null, DomainError>> {
  const schema = ofPerson.extend({ deactivated: z.boolean() });
  return asAdmin(schema, input, (admin, { personId, deactivated }) =>
    deactivated ? deactivate(admin, personId) : reactivate(admin, personId),
  );
}

/** Says whether a person may create courses; the input is `{ personId, mayCreateCourses }`. */
export async function setMayCreateCourses(input: unknown): Promise<Result<null, DomainError>> {
  const schema = ofPerson.extend({ mayCreateCourses: z.boolean() });
  return asAdmin(schema, input, (admin, { personId, mayCreateCourses }) =>
    allowCourses(admin, personId, mayCreateCourses),
  );
}

/** Makes a link with which a person sets a password; the input is `{ personId }`. */
export async function makeResetLink(input: unknown): Promise<Result<InvitationLink, DomainError>> {
  return asAdmin(ofPerson, input, (admin, { personId }) => resetPassword(admin, personId));
}

/** What all actions on accounts have in common: who asks, and what is asked. */
async function asAdmin<Input, Value>(
  schema: z.ZodType<Input>,
  input: unknown,
  task: (admin: PeopleAdmin, parsed: Input) => Promise<Result<Value, DomainError>>,
): Promise<Result<Value, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const admin = peopleAdmin(person.value);
  if (!admin.ok) return admin;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is about nobody.');
  const done = await task(admin.value, parsed.data);
  if (done.ok) revalidatePath('/', 'layout');
  return done;
}
