import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedInPerson } from '@/lib/features/people/data';
import { personById } from '@/lib/features/people/data';
import { acceptInvitation } from '@/lib/features/people/invitation-mutations';
import { peopleAdmin } from '@/lib/features/people/policy';
import { signInWithPassword } from '@/lib/features/people/sign-in';
import { db } from '@/lib/server/db';
import { must, newWorld, setClock, type World } from '@/lib/testing/world';
import { createLink, joinByLink, revokeLink } from './link-mutations';
import { memberTable } from './member-data';
import { addMember, changeRole, inviteMember, takeOut } from './member-mutations';
import { archiveCourse, createCourse, editCourse } from './mutations';
import { courseMaker, instructedCourse } from './policy';
import { courseChangeSchema, memberQuerySchema, newCourseSchema } from './schema';

let world: World;
let instructor: SignedInPerson;

beforeEach(async () => {
  setClock(0);
  world = await newWorld();
  instructor = await world.person('INSTRUCTOR');
});

const courseOf = async (person = instructor) =>
  must(await instructedCourse(person, world.courseId));

const member = (changes: object = {}) => ({
  ...{ email: `${randomUUID()}@nabla.example`, givenName: 'Jürgen', familyName: 'Łoś' },
  ...{ studentNumber: `0${randomUUID()}`, role: 'STUDENT' as const },
  ...changes,
});

const search = async (text: string) => {
  const query = memberQuerySchema.parse({ search: text });
  return (await memberTable(await courseOf(), query)).rows;
};

describe('who may run a course', () => {
  it('is its instructor and admins, and nobody else', async () => {
    const elsewhere = await (await newWorld()).person('INSTRUCTOR');
    expect((await instructedCourse(elsewhere, world.courseId)).ok).toBe(false);
    for (const role of ['STUDENT', 'GRADER', 'STRANGER'] as const) {
      const person = await world.person(role);
      expect((await instructedCourse(person, world.courseId)).ok, role).toBe(false);
      expect(courseMaker(person).ok, role).toBe(false);
      expect(peopleAdmin(person).ok, role).toBe(false);
    }
    expect(courseMaker(instructor).ok).toBe(false);
    expect(peopleAdmin(instructor).ok).toBe(false);
    const admin = await world.person('ADMIN');
    expect((await instructedCourse(admin, world.courseId)).ok).toBe(true);
    expect(peopleAdmin(admin).ok).toBe(true);
  });
});

describe('a course', () => {
  const newCourse = () =>
    newCourseSchema.parse({ slug: randomUUID(), title: 'Analysis', timeZone: 'Europe/Prague' });

  it('is made by whoever may, who becomes its instructor, on the record', async () => {
    const { id } = await world.person('STRANGER');
    await db().person.update({ where: { id }, data: { mayCreateCourses: true } });
    const maker = await personById(id);
    if (!maker) throw new Error('gone');
    const course = newCourse();
    const made = must(await createCourse(must(courseMaker(maker)), course));
    must(await instructedCourse(maker, made.id));
    const events = await db().auditEvent.findMany({ where: { courseId: made.id } });
    expect(events).toMatchObject([{ action: 'course.create', actorId: id }]);
    expect(await createCourse(must(courseMaker(maker)), course)).toMatchObject({
      error: { code: 'ALREADY_EXISTS' },
    });
  });

  it('is edited, with a time zone that there is', async () => {
    const change = courseChangeSchema.parse({ title: ' New ', timeZone: 'America/New_York' });
    must(await editCourse(await courseOf(), change));
    expect(await db().course.findUnique({ where: { id: world.courseId } })).toMatchObject({
      title: 'New',
      timeZone: 'America/New_York',
    });
    for (const timeZone of ['Europe/Nowhere', '', '+01:00'])
      expect(courseChangeSchema.safeParse({ title: 'New', timeZone }).success).toBe(false);
  });

  it('that is archived takes nobody in, until it is taken back', async () => {
    const course = await courseOf();
    const { path } = must(await createLink(course, { role: 'STUDENT', days: 1 }));
    must(await archiveCourse(course, true));
    expect((await addMember(course, member())).ok).toBe(false);
    expect((await createLink(course, { role: 'STUDENT', days: 1 })).ok).toBe(false);
    const stranger = await world.person('STRANGER');
    expect((await joinByLink(stranger, path.slice('/join/'.length))).ok).toBe(false);
    must(await archiveCourse(course, false));
    must(await addMember(course, member()));
  });
});

describe('people of a course', () => {
  it('are found by name, number and e-mail, without accents, in any order', async () => {
    const added = member({ studentNumber: `007${randomUUID()}` });
    must(await addMember(await courseOf(), added));
    for (const text of ['los jurgen', 'JÜRG Łoś', added.studentNumber, added.email.slice(0, 20)])
      expect((await search(text)).map(({ email }) => email)).toContain(added.email);
    expect(await search('jurgen nobody')).toEqual([]);
  });

  it('may be in other courses already: they come in as they are, and not twice', async () => {
    const other = await newWorld();
    const known = await other.person('STUDENT');
    const again = member({ email: known.email, familyName: 'Changed', studentNumber: null });
    const course = await courseOf();
    expect(must(await addMember(course, again))).toEqual({ personId: known.id, isNew: false });
    expect((await personById(known.id))?.name).toBe(known.name);
    expect(await addMember(course, again)).toMatchObject({ error: { code: 'ALREADY_EXISTS' } });
  });

  it('have a student number that nobody else has', async () => {
    const first = member();
    const course = await courseOf();
    must(await addMember(course, first));
    const second = await addMember(course, member({ studentNumber: first.studentNumber }));
    expect(second).toMatchObject({ error: { code: 'ALREADY_EXISTS' } });
  });

  it('change their role and leave, but not the last instructor, nor who has attempts', async () => {
    const course = await courseOf();
    expect((await changeRole(course, instructor.id, 'GRADER')).ok).toBe(false);
    expect((await takeOut(course, instructor.id)).ok).toBe(false);
    const student = await world.person('STUDENT');
    must(await changeRole(course, student.id, 'INSTRUCTOR'));
    must(await takeOut(course, student.id));
    expect(await takeOut(course, student.id)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const writing = await world.person('STUDENT');
    await world.attempt(writing);
    expect((await takeOut(course, writing.id)).ok).toBe(false);
    expect((await changeRole(course, writing.id, 'GRADER')).ok).toBe(false);
  });
});

describe('an invitation', () => {
  const PASSWORD = 'correct horse battery';
  const tokenOf = ({ path }: { path: string }) => path.slice('/invitations/'.length);
  const accept = (token: string) => acceptInvitation(token, PASSWORD, randomUUID());

  it('lets somebody new set a password, once, within seven days, the newest alone', async () => {
    const added = member();
    const course = await courseOf();
    const { personId } = must(await addMember(course, added));
    const first = must(await inviteMember(course, personId));
    const second = must(await inviteMember(course, personId));
    expect((await accept(tokenOf(first))).ok).toBe(false);
    setClock(7 * 24 * 60);
    expect((await accept(tokenOf(second))).ok).toBe(false);
    setClock(7 * 24 * 60 - 1);
    const id = tokenOf(second).slice(0, 37);
    expect((await accept(`${id}${'A'.repeat(43)}`)).ok).toBe(false);
    const both = await Promise.all([accept(tokenOf(second)), accept(tokenOf(second))]);
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    const credentials = { email: added.email, password: PASSWORD };
    must(await signInWithPassword(credentials, randomUUID()));
    expect(await inviteMember(course, personId)).toMatchObject({ error: { code: 'INVALID' } });
  });

  it('is not made by instructors for people of other courses, nor for admins', async () => {
    const known = await (await newWorld()).person('STUDENT');
    const admin = await world.person('ADMIN');
    const course = await courseOf();
    for (const { id, email } of [known, admin]) {
      must(await addMember(course, member({ email, studentNumber: null })));
      expect(await inviteMember(course, id)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    must(await inviteMember(await courseOf(admin), known.id));
    const elsewhere = await world.person('STRANGER');
    expect((await inviteMember(course, elsewhere.id)).ok).toBe(false);
  });
});

describe('a link to a course', () => {
  it('adds whoever is signed in, leaves roles alone, and ends with its time or by hand', async () => {
    const course = await courseOf();
    const { path } = must(await createLink(course, { role: 'STUDENT', days: 2 }));
    const token = path.slice('/join/'.length);
    const stranger = await world.person('STRANGER');
    expect(must(await joinByLink(stranger, token))).toEqual({ courseId: world.courseId });
    must(await joinByLink(instructor, token));
    must(await instructedCourse(instructor, world.courseId));
    const late = await world.person('STRANGER');
    setClock(2 * 24 * 60);
    expect((await joinByLink(late, token)).ok).toBe(false);
    setClock(0);
    const other = await newWorld();
    const foreign = must(await instructedCourse(await other.person('INSTRUCTOR'), other.courseId));
    expect((await revokeLink(foreign, token.slice(0, 36))).ok).toBe(false);
    must(await revokeLink(course, token.slice(0, 36)));
    expect((await joinByLink(late, token)).ok).toBe(false);
  });
});
