import 'server-only';
import { enrol } from '@/lib/features/people/enrolment-mutations';
import { type InvitationLink, makeInvitation } from '@/lib/features/people/invitation-mutations';
import { personColumns, type Role } from '@/lib/features/people/schema';
import { ok, type Result } from '@/lib/result';
import { audit } from '@/lib/server/audit';
import { type Database, db } from '@/lib/server/db';
import { type DomainError, isUniqueViolation, notFound, refusal } from '@/lib/server/errors';
import { membersRights } from './member-data';
import type { InstructedCourse } from './policy';
import type { NewMember } from './schema';

const ROLE_WORDS = { STUDENT: 'student', GRADER: 'grader', INSTRUCTOR: 'instructor' } as const;

/**
 * Adds one person to a course. Somebody who is known by the e-mail gets the enrolment alone: what they
 * are called is theirs. The same person with the same role is in the course already, and that is told.
 */
export async function addMember(
  course: InstructedCourse,
  { role, ...details }: NewMember,
): Promise<Result<{ personId: string; isNew: boolean }, DomainError>> {
  try {
    return await db().$transaction(async (tx) => {
      const open = await openCourse(tx, course.id);
      if (!open.ok) return open;
      const known = await tx.person.findUnique({
        where: { email: details.email },
        select: { id: true, enrolments: { where: { courseId: course.id } } },
      });
      const [here] = known?.enrolments ?? [];
      if (here) {
        return refusal(
          'ALREADY_EXISTS',
          `${details.email} is in this course already, as ${ROLE_WORDS[here.role]}.`,
        );
      }
      const personId = known?.id ?? (await makePerson(tx, course, details));
      await enrol(tx, { courseId: course.id, personId, role }, course.actorId);
      return ok({ personId, isNew: known === null });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refusal(
      'ALREADY_EXISTS',
      'This student number belongs to a person with another e-mail. Nobody was added.',
    );
  }
}

async function makePerson(
  tx: Database,
  { id: courseId, actorId }: InstructedCourse,
  details: Omit<NewMember, 'role'>,
): Promise<string> {
  const { id } = await tx.person.create({ data: personColumns(details), select: { id: true } });
  await audit(tx, {
    actorId,
    action: 'person.add',
    courseId,
    subject: `person:${id}`,
    detail: { email: details.email },
  });
  return id;
}

/** Gives somebody in the course another role. The last instructor stays one. */
export async function changeRole(
  course: InstructedCourse,
  personId: string,
  role: Role,
): Promise<Result<null, DomainError>> {
  return db().$transaction(async (tx) => {
    const member = await memberToChange(tx, course, personId);
    if (!member.ok) return member;
    if (role !== 'INSTRUCTOR' && member.value.isLastInstructor) return lastInstructor();
    if (role !== 'STUDENT' && (await hasRunningExam(tx, course.id, personId))) {
      return refusal('STILL_RUNNING', 'This person is writing an exam of the course now.');
    }
    await enrol(tx, { courseId: course.id, personId, role }, course.actorId);
    return ok(null);
  });
}

/** Takes somebody out of the course; not who has attempts in it, which would be nobody's any more. */
export async function takeOut(
  course: InstructedCourse,
  personId: string,
): Promise<Result<null, DomainError>> {
  const { id: courseId, actorId } = course;
  return db().$transaction(async (tx) => {
    const member = await memberToChange(tx, course, personId);
    if (!member.ok) return member;
    if (member.value.isLastInstructor) return lastInstructor();
    const attempts = await tx.attempt.count({
      where: { personId, sitting: { courseId, mode: { not: 'TRIAL' } } },
    });
    if (attempts > 0) {
      return refusal(
        'INVALID',
        `This person has ${attempts === 1 ? 'an attempt' : `${attempts} attempts`} in the course and stays in it, so that the scripts have an owner.`,
      );
    }
    await tx.enrolment.delete({ where: { personId_courseId: { personId, courseId } } });
    await audit(tx, {
      actorId,
      action: 'course.take-out',
      courseId,
      subject: `person:${personId}`,
      detail: { role: member.value.role },
    });
    return ok(null);
  });
}

/**
 * A link with which somebody in the course sets their first password. Whoever has it is that person
 * everywhere, so that it is made only for people who are nobody's but the instructor's.
 */
export async function inviteMember(
  course: InstructedCourse,
  personId: string,
): Promise<Result<InvitationLink, DomainError>> {
  const { id: courseId, actorId } = course;
  return db().$transaction(async (tx) => {
    const member = await memberToChange(tx, course, personId);
    if (!member.ok) return member;
    const rights = await membersRights(tx, course, personId);
    if (rights.deactivated) return refusal('INVALID', 'This person is deactivated.');
    if (rights.hasAccount) {
      return refusal('INVALID', 'This person can sign in already. An admin can make a reset link.');
    }
    if (!rights.isOurs) {
      return refusal(
        'FORBIDDEN',
        'This person is in other courses as well. An admin can make the link.',
      );
    }
    return ok(await makeInvitation(tx, { personId, purpose: 'INVITATION', actorId, courseId }));
  });
}

/** Whether people may still come into the course. */
export async function openCourse(
  tx: Database,
  id: string,
): Promise<Result<{ title: string }, DomainError>> {
  const { archivedAt, title } = await tx.course.findUniqueOrThrow({
    where: { id },
    select: { archivedAt: true, title: true },
  });
  return archivedAt
    ? refusal('INVALID', 'The course is archived. Nobody was added.')
    : ok({ title });
}

async function memberToChange(
  tx: Database,
  course: InstructedCourse,
  personId: string,
): Promise<Result<{ role: Role; isLastInstructor: boolean }, DomainError>> {
  // One change at a time, so that two instructors cannot take out each other.
  await tx.$queryRaw`SELECT id FROM course WHERE id = ${course.id}::uuid FOR UPDATE`;
  const enrolment = await tx.enrolment.findUnique({
    where: { personId_courseId: { personId, courseId: course.id } },
    select: { role: true },
  });
  if (!enrolment) return notFound();
  const { role } = enrolment;
  const isLastInstructor =
    role === 'INSTRUCTOR' &&
    (await tx.enrolment.count({ where: { courseId: course.id, role: 'INSTRUCTOR' } })) === 1;
  return ok({ role, isLastInstructor });
}

async function hasRunningExam(tx: Database, courseId: string, personId: string): Promise<boolean> {
  const running = await tx.attempt.count({
    where: { personId, submittedAt: null, sitting: { courseId, mode: 'EXAM' } },
  });
  return running > 0;
}

function lastInstructor(): { ok: false; error: DomainError } {
  return refusal('INVALID', 'This is the last instructor of the course. Add another one first.');
}
