'use server';

import { revalidatePath } from 'next/cache';
import type { ZodType } from 'zod';
import { instructedCourse } from '@/lib/features/courses/policy';
import type { SignedInPerson } from '@/lib/features/people/data';
import { requirePerson } from '@/lib/features/people/policy';
import { fail, ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';
import {
  accommodateInCourse,
  accommodateInSitting,
  dropFromCourse,
  dropFromSitting,
  giveMore,
  giveTime as giveTimeTo,
} from './accommodation-mutations';
import { createSittingOf, editSitting } from './mutations';
import type { PlanProblem } from './plan-data';
import { courseSitting } from './policy';
import {
  type MoreTimePreview,
  previewEdit,
  previewMore,
  previewNew,
  type SittingPreview,
} from './preview-data';
import {
  archiveSchema,
  dropAccommodationSchema,
  editedSittingSchema,
  giveMoreTimeSchema,
  giveTimeSchema,
  newSittingSchema,
  previewMoreTimeSchema,
  previewSchema,
  setAccommodationsSchema,
  sittingIdSchema,
} from './schema';
import { archiveSitting, startHeld } from './state-mutations';

/** Why it was refused; of a form also where. */
type Problem = DomainError & Partial<Pick<PlanProblem, 'choices'>> & { field?: string };

/** What a sitting would be as it is written; the input is `{ scope, sitting }`. */
export async function preview(input: unknown): Promise<Result<SittingPreview, Problem>> {
  const asked = await read(previewSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const { scope } = value;
  if ('courseId' in scope) {
    const course = await instructedCourse(person, scope.courseId);
    return course.ok ? previewNew(course.value, value.sitting) : course;
  }
  const sitting = await courseSitting(person, scope.sittingId);
  return sitting.ok ? previewEdit(sitting.value, value.sitting) : sitting;
}

/** Offers an exam to a course; the input is `{ courseId, sitting }`. */
export async function create(input: unknown): Promise<Result<{ sittingId: string }, Problem>> {
  const asked = await read(newSittingSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const course = await instructedCourse(person, value.courseId);
  return course.ok ? fresh(await createSittingOf(course.value, value.sitting)) : course;
}

/** Changes a sitting; the input is `{ sittingId, sitting }`. */
export async function edit(input: unknown): Promise<Result<{ moved: number }, Problem>> {
  const asked = await read(editedSittingSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const sitting = await courseSitting(person, value.sittingId);
  return sitting.ok ? counted(await editSitting(sitting.value, value.sitting)) : sitting;
}

/** Starts a sitting that holds; the input is `{ sittingId }`. */
export async function startSitting(
  input: unknown,
): Promise<Result<{ startedAt: Date }, DomainError>> {
  const asked = await read(sittingIdSchema, input);
  if (!asked.ok) return asked;
  const sitting = await courseSitting(asked.value.person, asked.value.value.sittingId);
  return sitting.ok ? fresh(await startHeld(sitting.value)) : sitting;
}

/** Puts a sitting away or brings it back; the input is `{ sittingId, archived }`. */
export async function archive(input: unknown): Promise<Result<null, DomainError>> {
  const asked = await read(archiveSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const sitting = await courseSitting(person, value.sittingId);
  return sitting.ok ? fresh(await archiveSitting(sitting.value, value.archived)) : sitting;
}

/** More time for some people; the input is `{ scope, accommodation }`. */
export async function accommodate(input: unknown): Promise<Result<{ moved: number }, DomainError>> {
  const asked = await read(setAccommodationsSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const { scope, accommodation } = value;
  if ('courseId' in scope) {
    const course = await instructedCourse(person, scope.courseId);
    return course.ok ? counted(await accommodateInCourse(course.value, accommodation)) : course;
  }
  const sitting = await courseSitting(person, scope.sittingId);
  return sitting.ok ? counted(await accommodateInSitting(sitting.value, accommodation)) : sitting;
}

/** Takes more time back; the input is `{ scope, personId }`. */
export async function dropAccommodation(
  input: unknown,
): Promise<Result<{ moved: number }, DomainError>> {
  const asked = await read(dropAccommodationSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const { scope, personId } = value;
  if ('courseId' in scope) {
    const course = await instructedCourse(person, scope.courseId);
    return course.ok ? counted(await dropFromCourse(course.value, personId)) : course;
  }
  const sitting = await courseSitting(person, scope.sittingId);
  return sitting.ok ? counted(await dropFromSitting(sitting.value, personId)) : sitting;
}

/** Minutes on top for some people while a sitting runs; the input is `{ sittingId, given }`. */
export async function giveTime(input: unknown): Promise<Result<{ moved: number }, DomainError>> {
  const asked = await read(giveTimeSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const sitting = await courseSitting(person, value.sittingId);
  return sitting.ok ? counted(await giveTimeTo(sitting.value, value.given)) : sitting;
}

/** Minutes on top for some or for everybody; the input is `{ sittingId, personIds, minutes, reason }`. */
export async function giveMoreTime(
  input: unknown,
): Promise<Result<{ moved: number }, DomainError>> {
  const asked = await read(giveMoreTimeSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const sitting = await courseSitting(person, value.sittingId);
  return sitting.ok ? counted(await giveMore(sitting.value, value)) : sitting;
}

/** What that would do; the input is the same without a reason. */
export async function previewMoreTime(
  input: unknown,
): Promise<Result<MoreTimePreview, DomainError>> {
  const asked = await read(previewMoreTimeSchema, input);
  if (!asked.ok) return asked;
  const { person, value } = asked.value;
  const sitting = await courseSitting(person, value.sittingId);
  return sitting.ok ? ok(await previewMore(sitting.value, value)) : sitting;
}

async function read<Value>(
  schema: ZodType<Value>,
  input: unknown,
): Promise<Result<{ person: SignedInPerson; value: Value }, Problem>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.at(0) === 'sitting' ? issue.path.at(1) : undefined;
    const { error } = refusal('INVALID', issue?.message ?? 'This cannot be read.');
    return fail(typeof field === 'string' ? { ...error, field } : error);
  }
  return ok({ person: person.value, value: parsed.data });
}

/** Every page shows anew what was changed. */
function fresh<Changed extends Result<unknown, unknown>>(changed: Changed): Changed {
  if (changed.ok) revalidatePath('/', 'layout');
  return changed;
}

function counted<Why>(
  changed: Result<{ moved: readonly unknown[] }, Why>,
): Result<{ moved: number }, Why> {
  const done = fresh(changed);
  return done.ok ? ok({ moved: done.value.moved.length }) : done;
}
