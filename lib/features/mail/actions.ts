'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { type InstructedCourse, instructedCourse } from '@/lib/features/courses/policy';
import { peopleAdmin, requirePerson } from '@/lib/features/people/policy';
import type { Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import { mailInvitation, mailInvitations, mailReset } from './queue-mutations';
import { inviteAllSchema, mailToSchema } from './schema';

type Queued = Promise<Result<{ queued: number }, DomainError>>;

/** Mails invitations to the people of a course who cannot sign in yet; the input is `{ again }`. */
export async function sendInvitations(courseId: unknown, input: unknown): Queued {
  return onCourse(courseId, inviteAllSchema, input, (course, { again }) =>
    mailInvitations(course, again),
  );
}

/** Mails an invitation to one person of a course; the input is `{ personId }`. */
export async function sendInvitation(courseId: unknown, input: unknown): Queued {
  return onCourse(courseId, mailToSchema, input, (course, { personId }) =>
    mailInvitation(course, personId),
  );
}

/** Mails a link to a new password; for admins. The input is `{ personId }`. */
export async function sendReset(input: unknown): Queued {
  const person = await requirePerson();
  if (!person.ok) return person;
  const admin = peopleAdmin(person.value);
  if (!admin.ok) return admin;
  const parsed = mailToSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is about nobody.');
  const queued = await mailReset(admin.value, parsed.data.personId);
  if (queued.ok) revalidatePath('/', 'layout');
  return queued;
}

async function onCourse<Input>(
  courseId: unknown,
  schema: z.ZodType<Input>,
  input: unknown,
  task: (course: InstructedCourse, parsed: Input) => Queued,
): Queued {
  const person = await requirePerson();
  if (!person.ok) return person;
  const id = z.string().max(100).catch('').parse(courseId);
  const course = await instructedCourse(person.value, id);
  if (!course.ok) return course;
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This cannot be read.');
  const queued = await task(course.value, parsed.data);
  if (queued.ok) revalidatePath('/', 'layout');
  return queued;
}
