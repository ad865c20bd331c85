import type { Caller } from './stage';

/** What somebody hears who may not, or `may`. */
type Right = 'may' | 'NOT_SIGNED_IN' | 'FORBIDDEN' | 'NOT_FOUND';
export type Rights = Readonly<Record<Caller, Right>>;

/** For whoever runs the course; its own students and graders learn that it is not for them. */
export const RUNS_THE_COURSE: Rights = {
  nobody: 'NOT_SIGNED_IN',
  student: 'FORBIDDEN',
  studentElsewhere: 'NOT_FOUND',
  grader: 'FORBIDDEN',
  instructor: 'may',
  instructorElsewhere: 'NOT_FOUND',
  admin: 'may',
};

/** For whoever marks in the course. */
export const MARKS_IN_THE_COURSE: Rights = { ...RUNS_THE_COURSE, grader: 'may' };

/** The same of one attempt: to students, other people's attempts do not exist. */
export const MARKS_THE_ATTEMPT: Rights = { ...MARKS_IN_THE_COURSE, student: 'NOT_FOUND' };

export const ADMINS: Rights = {
  nobody: 'NOT_SIGNED_IN',
  student: 'NOT_FOUND',
  studentElsewhere: 'NOT_FOUND',
  grader: 'NOT_FOUND',
  instructor: 'NOT_FOUND',
  instructorElsewhere: 'NOT_FOUND',
  admin: 'may',
};

/** For those whom an admin allowed it. */
export const MAKES_COURSES: Rights = {
  nobody: 'NOT_SIGNED_IN',
  student: 'FORBIDDEN',
  studentElsewhere: 'FORBIDDEN',
  grader: 'FORBIDDEN',
  instructor: 'FORBIDDEN',
  instructorElsewhere: 'FORBIDDEN',
  admin: 'may',
};

/** For the students of the course; its staff have test runs instead. */
export const SITS_THE_EXAM: Rights = { ...ADMINS, student: 'may', admin: 'NOT_FOUND' };

/** For whoever is signed in, about themselves or with a secret that they hold. */
export const SIGNED_IN: Rights = {
  nobody: 'NOT_SIGNED_IN',
  student: 'may',
  studentElsewhere: 'may',
  grader: 'may',
  instructor: 'may',
  instructorElsewhere: 'may',
  admin: 'may',
};

/** For everybody: it asks for nothing but what the caller holds. */
export const EVERYBODY: Rights = { ...SIGNED_IN, nobody: 'may' };
