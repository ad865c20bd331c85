'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { InvitationLink } from '@/lib/features/people/invitation-mutations';
import { requirePerson } from '@/lib/features/people/policy';
import { roleSchema } from '@/lib/features/people/schema';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { createLink, joinByLink, revokeLink } from './link-mutations';
import { addMember, changeRole, inviteMember, takeOut } from './member-mutations';
import { archiveCourse, createCourse, editCourse } from './mutations';
import { courseMaker, type InstructedCourse, instructedCourse } from './policy';
import { courseChangeSchema, newCourseSchema, newLinkSchema, newMemberSchema } from './schema';

type Done<Value = null> = Promise<Result<Value, DomainError>>;

const ofPerson = z.strictObject({ personId: z.uuid() });

/** Creates a course; the input is `NewCourse`. */
export async function makeCourse(input: unknown): Done<{ id: string }> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const maker = courseMaker(person.value);
  if (!maker.ok) return maker;
  const parsed = newCourseSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const made = await createCourse(maker.value, parsed.data);
  if (made.ok) revalidatePath('/', 'layout');
  return made;
}

/** Changes title and time zone; the input is `CourseChange`. */
export async function changeCourse(courseId: unknown, input: unknown): Done {
  return onCourse(courseId, courseChangeSchema, input, editCourse);
}

/** Archives a course or takes it back; the input is `{ archived }`. */
export async function setArchived(courseId: unknown, input: unknown): Done {
  const schema = z.strictObject({ archived: z.boolean() });
  return onCourse(courseId, schema, input, (course, { archived }) =>
    archiveCourse(course, archived),
  );
}

/** Adds one person; the input is `NewMember`. */
export async function addToCourse(
  courseId: unknown,
  input: unknown,
): Done<{ personId: string; isNew: boolean }> {
  return onCourse(courseId, newMemberSchema, input, addMember);
}

/** Gives somebody in the course another role; the input is `{ personId, role }`. */
export async function changeMemberRole(courseId: unknown, input: unknown): Done {
  const schema = ofPerson.extend({ role: roleSchema });
  return onCourse(courseId, schema, input, (course, { personId, role }) =>
    changeRole(course, personId, role),
  );
}

/** Takes somebody out of the course; the input is `{ personId }`. */
export async function takeMemberOut(courseId: unknown, input: unknown): Done {
  return onCourse(courseId, ofPerson, input, (course, { personId }) => takeOut(course, personId));
}

/** Makes a link with which somebody in the course sets a first password; the input is `{ personId }`. */
export async function inviteToCourse(courseId: unknown, input: unknown): Done<InvitationLink> {
  return onCourse(courseId, ofPerson, input, (course, { personId }) =>
    inviteMember(course, personId),
  );
}

/** Makes a link into the course; the input is `NewLink`. */
export async function makeCourseLink(
  courseId: unknown,
  input: unknown,
): Done<{ path: string; expiresAt: Date }> {
  return onCourse(courseId, newLinkSchema, input, createLink);
}

/** Takes a link into the course back; the input is `{ linkId }`. */
export async function takeLinkBack(courseId: unknown, input: unknown): Done {
  const schema = z.strictObject({ linkId: z.uuid() });
  return onCourse(courseId, schema, input, (course, { linkId }) => revokeLink(course, linkId));
}

/** Adds whoever is signed in to the course of a link; the input is `{ token }`. */
export async function joinCourse(input: unknown): Done<{ courseId: string }> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = z.strictObject({ token: z.string().max(200) }).safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is no link.');
  const joined = await joinByLink(person.value, parsed.data.token);
  if (joined.ok) revalidatePath('/', 'layout');
  return joined;
}

/** What all actions on a course have in common: who asks, whose it is, and what is asked. */
async function onCourse<Input, Value>(
  courseId: unknown,
  schema: z.ZodType<Input>,
  input: unknown,
  task: (course: InstructedCourse, parsed: Input) => Promise<Result<Value, DomainError>>,
): Promise<Result<Value, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const course = await instructedCourse(
    person.value,
    z.string().max(100).catch('').parse(courseId),
  );
  if (!course.ok) return course;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const done = await task(course.value, parsed.data);
  if (done.ok) revalidatePath('/', 'layout');
  return done;
}

function invalid({ issues: [issue] }: z.ZodError): { ok: false; error: DomainError } {
  return refusal('INVALID', issue?.message ?? 'This cannot be read.');
}
