import { written } from '@/lib/features/sittings/testing';
import {
  ADMINS,
  EVERYBODY,
  MAKES_COURSES,
  MARKS_IN_THE_COURSE,
  MARKS_THE_ATTEMPT,
  type Rights,
  RUNS_THE_COURSE,
  SIGNED_IN,
  SITS_THE_EXAM,
} from './rights';
import { newMember, type Stage } from './stage';

/** An action with arguments that are right in everything, so that only who asks decides. */
export interface Row {
  rights: Rights;
  args: (stage: Stage) => unknown[];
  /** What those who may hear where it is no success: what they hold opens nothing. */
  hears?: string;
}

const ROLE = { role: 'GRADER' };
const REASON = 'a reason';

const row = (rights: Rights, args: Row['args'], hears?: string): Row => ({
  rights,
  args,
  ...(hears !== undefined && { hears }),
});

const runs = (args: Row['args']) => row(RUNS_THE_COURSE, args);

/** Every server action: file and name. One that is missing here fails the test. */
export const ROWS: Readonly<Record<string, Row>> = {
  'attempt/actions#start': row(SITS_THE_EXAM, ({ sittingId }) => [{ sittingId, accessCode: null }]),
  'attempt/actions#checkReceipt': row(EVERYBODY, () => ['no receipt'], 'INVALID'),

  'courses/actions#makeCourse': row(MAKES_COURSES, () => [
    { title: 'New', slug: `new-${crypto.randomUUID()}`, timeZone: 'Europe/Berlin' },
  ]),
  'courses/actions#changeCourse': runs(({ courseId }) => [
    courseId,
    { title: 'Renamed', timeZone: 'Europe/Berlin' },
  ]),
  'courses/actions#setArchived': runs(({ courseId }) => [courseId, { archived: true }]),
  'courses/actions#addToCourse': runs(({ courseId }) => [
    courseId,
    { ...newMember(), role: 'STUDENT' },
  ]),
  'courses/actions#changeMemberRole': runs(({ courseId, memberId: personId }) => [
    courseId,
    { personId, ...ROLE },
  ]),
  'courses/actions#takeMemberOut': runs(({ courseId, memberId: personId }) => [
    courseId,
    { personId },
  ]),
  'courses/actions#inviteToCourse': runs(({ courseId, memberId: personId }) => [
    courseId,
    { personId },
  ]),
  'courses/actions#makeCourseLink': runs(({ courseId }) => [courseId, { ...ROLE, days: 7 }]),
  'courses/actions#takeLinkBack': runs(({ courseId, linkId }) => [courseId, { linkId }]),
  'courses/actions#joinCourse': row(SIGNED_IN, ({ joinToken: token }) => [{ token }]),

  'exams/actions#showEarly': runs(({ practiceId: sittingId }) => [{ sittingId, shows: true }]),

  // The version is the server's, which no course publishes.
  'library/actions#publishVersion': row(
    RUNS_THE_COURSE,
    ({ courseId, versionId }) => [{ courseId, versionId }],
    'INVALID',
  ),
  'library/actions#tryVersion': runs(({ courseId, versionId }) => [{ courseId, versionId }]),

  'mail/actions#sendInvitations': runs(({ courseId }) => [courseId, { again: false }]),
  'mail/actions#sendInvitation': runs(({ courseId, memberId: personId }) => [
    courseId,
    { personId },
  ]),
  'mail/actions#sendReset': row(ADMINS, ({ memberId: personId }) => [{ personId }]),

  'monitor/actions#handInFor': runs(({ runningId: attemptId }) => [{ attemptId, reason: REASON }]),
  'monitor/actions#reopenAttempt': runs(({ submittedId: attemptId }) => [
    { attemptId, minutes: 5, reason: REASON },
  ]),
  'monitor/actions#withdrawAttempt': runs(({ submittedId: attemptId }) => [
    { attemptId, reason: REASON },
  ]),
  'monitor/actions#restoreAttempt': runs(({ withdrawnId: attemptId }) => [
    { attemptId, reason: REASON },
  ]),

  'notices/actions#makeAnnouncement': runs(({ sittingId }) => [
    { sittingId, kind: 'ANNOUNCEMENT', attemptId: null, partId: null, text: 'Hello' },
  ]),
  'notices/actions#answerQuestion': row(MARKS_IN_THE_COURSE, ({ sittingId, questionId }) => [
    { sittingId, questionId, toAll: false, text: 'It is a number' },
  ]),

  'people/actions#signOut': row(EVERYBODY, () => []),
  'people/actions#signOutEverywhere': row(EVERYBODY, () => []),
  'people/actions#changePassword': row(
    SIGNED_IN,
    () => [{ current: 'not the password', next: 'another password' }],
    'INVALID',
  ),
  'people/actions#setInvitedPassword': row(
    EVERYBODY,
    () => [{ token: `${crypto.randomUUID()}.${'x'.repeat(43)}`, password: 'a new password' }],
    'NOT_FOUND',
  ),
  'people/admin-actions#setDeactivated': row(ADMINS, ({ memberId: personId }) => [
    { personId, deactivated: true },
  ]),
  'people/admin-actions#setMayCreateCourses': row(ADMINS, ({ memberId: personId }) => [
    { personId, mayCreateCourses: true },
  ]),
  'people/admin-actions#makeResetLink': row(ADMINS, ({ memberId: personId }) => [{ personId }]),

  'review/actions#markPart': row(MARKS_THE_ATTEMPT, ({ submittedId: attemptId }) => [
    {
      ...{ attemptId, partId: '1a', score: 1, withdraw: false, comment: '', reason: REASON },
      seenMarkId: null,
    },
  ]),
  'review/actions#decideLateAnswer': row(MARKS_THE_ATTEMPT, ({ submittedId: attemptId }) => [
    { attemptId, partId: '1a', number: 1, accept: true, reason: REASON, seenMarkId: null },
  ]),
  'review/actions#release': runs(({ heldId: sittingId }) => [{ sittingId, close: true }]),
  'review/actions#gradeAgain': row(MARKS_THE_ATTEMPT, ({ submittedId: attemptId }) => [
    { attemptId },
  ]),
  // Everything could be read: who may look learns that there is no such group.
  'review/actions#closeUnreadGroup': row(
    MARKS_IN_THE_COURSE,
    ({ sittingId }) => [{ sittingId, partId: '1a', text: null, award: 'none', reason: REASON }],
    'NOT_FOUND',
  ),
  'review/actions#readRevisions': row(MARKS_THE_ATTEMPT, ({ runningId: attemptId }) => [
    { attemptId, partId: '1a', which: 'all', page: 1 },
  ]),
  'review/actions#readRevision': row(MARKS_THE_ATTEMPT, ({ runningId: attemptId }) => [
    { attemptId, partId: '1a', number: 1 },
  ]),

  'sittings/actions#preview': runs(({ courseId, versionId }) => [
    { scope: { courseId }, sitting: written(versionId) },
  ]),
  'sittings/actions#create': runs(({ courseId, versionId }) => [
    { courseId, sitting: written(versionId) },
  ]),
  'sittings/actions#edit': runs(({ heldId: sittingId, versionId }) => [
    { sittingId, sitting: written(versionId, { title: 'Changed' }) },
  ]),
  'sittings/actions#startSitting': runs(({ heldId: sittingId }) => [{ sittingId }]),
  'sittings/actions#archive': runs(({ heldId: sittingId }) => [{ sittingId, archived: true }]),
  'sittings/actions#accommodate': runs(({ courseId, studentId }) => [
    {
      scope: { courseId },
      accommodation: { personIds: [studentId], factor: 1.5, extraMinutes: 0, reason: REASON },
    },
  ]),
  'sittings/actions#dropAccommodation': runs(({ courseId, studentId: personId }) => [
    { scope: { courseId }, personId },
  ]),
  'sittings/actions#previewMoreTime': runs(({ sittingId, studentId }) => [
    { sittingId, personIds: [studentId], minutes: 5 },
  ]),
  'sittings/actions#giveMoreTime': runs(({ sittingId }) => [
    { sittingId, personIds: null, minutes: 5, reason: REASON },
  ]),
  'sittings/actions#giveTime': runs(({ sittingId, studentId }) => [
    { sittingId, given: { personIds: [studentId], minutes: 5, reason: REASON } },
  ]),
};
