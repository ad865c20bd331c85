import type { JsonValue } from '@/lib/exam/check';
import { countOf, fieldOf, type LogAction, type LogFacts, many, textOf } from './sentence';

/** What is done to courses, to who is in them, and to accounts. */
export const OF_PEOPLE = {
  'course.create': course(({ detail }) => `made the course ${textOf(detail, 'title')}`),
  'course.edit': course(({ detail }) => {
    const after = fieldOf(detail, 'after');
    return `changed the course: ${textOf(after, 'title')}, ${textOf(after, 'timeZone')}`;
  }),
  'course.archive': course(() => 'archived the course'),
  'course.unarchive': course(() => 'took the course back from the archive'),
  'course.link': course(
    ({ detail }) =>
      `made a link that brings ${roles(detail)} into the course, until ${textOf(detail, 'expiresAt').slice(0, 10)}`,
  ),
  'course.link-revoke': course(() => 'took a link into the course back'),
  'course.enrol': people(({ isOwn, whom, detail }) =>
    isOwn
      ? `came into the course as ${role(detail)}`
      : `brought ${whom} into the course as ${role(detail)}`,
  ),
  'course.role': people(({ whom, detail }) => `made ${whom} ${role(detail)} of the course`),
  'course.take-out': people(({ whom }) => `took ${whom} out of the course`),
  'roster.import': people(({ detail }) => {
    const added = many(countOf(detail, 'enrolled'), 'person', 'people');
    const changed = countOf(detail, 'changed');
    return `imported a roster: ${added} came in${changed > 0 ? `, ${changed} changed` : ''}`;
  }),
  'person.add': people(({ whom }) => `added ${whom}`),
  'person.invite': people(({ whom }) => `made an invitation for ${whom}`),
  'mail.invite-all': people(({ detail }) => {
    const to = many(countOf(detail, 'people'), 'person', 'people');
    return `had invitations mailed ${fieldOf(detail, 'again') === true ? 'again ' : ''}to ${to}`;
  }),
  'mail.queue': people(({ whom, detail }) =>
    textOf(detail, 'purpose') === 'RESET'
      ? `had a link to a new password mailed to ${whom}`
      : `had an invitation mailed to ${whom}`,
  ),
  'mail.fail': people(({ whom, detail }) => `could not mail ${whom}: ${textOf(detail, 'words')}`),
  'person.reset': account(({ whom }) => `made a link to a new password for ${whom}`),
  'person.admin': account(({ whom }) => `made ${whom} an admin`),
  'person.password': account(({ isOwn, whom, detail }) => {
    if (fieldOf(detail, 'removed') === true) return `took the known password from ${whom}`;
    return isOwn ? 'set a password' : `set the password of ${whom}`;
  }),
  'person.deactivate': account(({ whom }) => `deactivated ${whom}`),
  'person.reactivate': account(({ whom }) => `reactivated ${whom}`),
  'person.may-create-courses': account(({ whom, detail }) =>
    fieldOf(detail, 'mayCreateCourses') === true
      ? `let ${whom} create courses`
      : `no longer lets ${whom} create courses`,
  ),
  'server.backup': account(() => 'wrote a backup of all data'),
  'person.sign-out-everywhere': account(() => 'signed out of all devices'),
  'identity.link': account(({ detail }) => `signed in through ${textOf(detail, 'issuer')} first`),
} as const;

function course(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'course', forGraders: false, says };
}

function people(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'people', forGraders: false, says };
}

function account(says: (facts: LogFacts) => string): LogAction {
  return { kind: 'account', forGraders: false, says };
}

const ROLES: Readonly<Record<string, string>> = {
  STUDENT: 'a student',
  GRADER: 'a grader',
  INSTRUCTOR: 'an instructor',
};

function role(detail: JsonValue): string {
  return ROLES[textOf(detail, 'role')] ?? 'a member';
}

function roles(detail: JsonValue): string {
  return textOf(detail, 'role') === 'GRADER' ? 'graders' : 'students';
}
