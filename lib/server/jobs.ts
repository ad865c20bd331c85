import 'server-only';
import type { Database } from './db';

/** Every task that a worker knows. */
export const TASKS = { gradeAttempt: 'grade_attempt', submitOverdue: 'submit_overdue' } as const;

/** What the queue knows the grading of an attempt by. */
export function gradingKey(attemptId: string): string {
  return `grade:${attemptId}`;
}

/**
 * Asks for an attempt to be graded. Takes the caller's transaction: a submission without its job, or
 * a job without its submission, cannot exist.
 */
export async function enqueueGrading(tx: Database, attemptId: string): Promise<void> {
  const payload = JSON.stringify({ attemptId });
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${TASKS.gradeAttempt}, payload := ${payload}::json, job_key := ${gradingKey(attemptId)}, max_attempts := 10)`;
}

/** Asks the sweeper to come at `at`; attempts that end in the same second share one call. */
export async function enqueueSweep(tx: Database, at: Date): Promise<void> {
  const second = new Date(Math.ceil(at.getTime() / 1000) * 1000);
  const key = `sweep:${second.toISOString()}`;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${TASKS.submitOverdue}, run_at := ${second}, job_key := ${key}, max_attempts := 10)`;
}
