import 'server-only';
import { now } from './clock';
import type { Database } from './db';

/**
 * Every task that a worker knows. Exams and practice are graded in lanes of their own, so that no
 * practice keeps an exam waiting.
 */
export const TASKS = {
  gradeExam: 'grade_attempt',
  gradePractice: 'grade_practice',
  submitOverdue: 'submit_overdue',
  checkExam: 'check_exam',
  sendMail: 'send_mail',
} as const;

/** What the queue knows the grading of an attempt by. */
export function gradingKey(attemptId: string): string {
  return `grade:${attemptId}`;
}

/**
 * Asks for an attempt to be graded. Takes the caller's transaction: a submission without its job, or
 * a job without its submission, cannot exist.
 *
 * A fair share a person: the queue takes the lowest number first, and the number is what the person
 * had of the grader within 15 minutes, in tenths of a second, with five seconds for each submission.
 * Whoever submits eight times what takes long waits for everybody who submits once.
 */
export async function enqueueGrading(tx: Database, attemptId: string): Promise<void> {
  const payload = JSON.stringify({ attemptId });
  const since = new Date(now().getTime() - SHARE_MS);
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      CASE s.mode WHEN 'EXAM' THEN ${TASKS.gradeExam} ELSE ${TASKS.gradePractice} END,
      payload := ${payload}::json, job_key := ${gradingKey(attemptId)}, max_attempts := 10,
      priority := least(30000, recent.submissions * 50 + recent.ms / 100)::int)
    FROM attempt a JOIN sitting s ON s.id = a.sitting_id,
      LATERAL (
        SELECT count(DISTINCT o.id) AS submissions, coalesce(sum(g.ms), 0) AS ms
        FROM attempt o LEFT JOIN grade g ON g.attempt_id = o.id AND g.graded_at > ${since}
        WHERE o.person_id = a.person_id AND o.submitted_at > ${since}
      ) recent
    WHERE a.id = ${attemptId}::uuid`;
}

const SHARE_MS = 15 * 60_000;

/** Asks the sweeper to come at `at`; attempts that end in the same second share one call. */
export async function enqueueSweep(tx: Database, at: Date): Promise<void> {
  const second = new Date(Math.ceil(at.getTime() / 1000) * 1000);
  const key = `sweep:${second.toISOString()}`;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${TASKS.submitOverdue}, run_at := ${second}, job_key := ${key}, max_attempts := 10)`;
}

/** Asks for an uploaded exam to be checked. */
export async function enqueueCheck(tx: Database, draftId: string): Promise<void> {
  const payload = JSON.stringify({ draftId });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${TASKS.checkExam}, payload := ${payload}::json, job_key := ${`check:${draftId}`},
      max_attempts := 3)`;
}

/** How often a mail is tried, with pauses that grow from seconds to two hours: four hours in all. */
export const MAIL_TRIES = 10;

/** Asks for mails to be sent, each by a job of its own. */
export async function enqueueMails(tx: Database, mailIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${TASKS.sendMail}, payload := json_build_object('mailId', id), job_key := 'mail:' || id,
      max_attempts := ${MAIL_TRIES}::int)
    FROM unnest(${[...mailIds]}::text[]) AS id`;
}
