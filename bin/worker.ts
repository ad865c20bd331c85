/** A worker: grades and hands in what is overdue until it is told to stop. Several may run. */

import { EventEmitter } from 'node:events';
import { availableParallelism, setPriority } from 'node:os';
import {
  type JobHelpers,
  Logger,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { z } from 'zod';
import { sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { Grader } from '@/lib/features/grading/grader';
import { GRADE_LIMITS } from '@/lib/features/grading/limits';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import { checkInThread } from '@/lib/features/library/checker';
import { finishCheck } from '@/lib/features/library/draft-mutations';
import { deliver } from '@/lib/features/mail/send-mutations';
import { forgetOldSessions } from '@/lib/features/people/session-mutations';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { enqueueGrading, TASKS } from '@/lib/server/jobs';
import { log } from '@/lib/server/log';
import { forgetOldTries } from '@/lib/server/rate-limit';
import { keepAlive } from './worker-liveness';

const gradeJob = z.object({ attemptId: z.uuid() });
const checkJob = z.object({ draftId: z.uuid() });
const mailJob = z.object({ mailId: z.uuid() });

/** Mails at once: few servers take more from one sender. */
const MAILS_AT_ONCE = 3;

/** One core is left to whoever is writing an exam at this moment. */
const EXAMS_AT_ONCE = Math.max(1, availableParallelism() - 1);

/** Of one attempt at a time; then it goes behind the others. */
const SLICE_MS = 3000;

/** Below the web server and the database: whoever writes comes before whoever waits for a grade. */
const NICENESS = 10;
setPriority(NICENESS);

const idle: Grader[] = [];

async function withGrader<Value>(use: (grader: Grader) => Promise<Value>): Promise<Value> {
  const grader = idle.pop() ?? new Grader(GRADE_LIMITS);
  try {
    return await use(grader);
  } finally {
    idle.push(grader);
  }
}

async function gradeSlice(payload: unknown): Promise<void> {
  const { attemptId } = gradeJob.parse(payload);
  const { written, finished } = await withGrader((grader) =>
    gradeAttempt(attemptId, grader, SLICE_MS),
  );
  if (!finished) await enqueueGrading(db(), attemptId);
  log().info({ attemptId, written, finished }, 'graded');
}

async function sweep(): Promise<void> {
  const { submitted, failed } = await sweepOverdue();
  if (submitted > 0) log().info({ submitted }, 'submitted overdue attempts');
  await forgetOldTries();
  await forgetOldSessions();
  if (failed > 0) throw new Error(`${failed} overdue attempts could not be submitted`);
}

async function check(payload: unknown): Promise<void> {
  const { draftId } = checkJob.parse(payload);
  await finishCheck(draftId, checkInThread);
  log().info({ draftId }, 'checked an exam');
}

/** @throws Error where the mail server did not take it now: the queue tries again, ever later */
async function send(payload: unknown, { job }: JobHelpers): Promise<void> {
  const { mailId } = mailJob.parse(payload);
  const sent = await deliver(mailId, job.attempts >= job.max_attempts);
  if (sent === 'again') throw new Error(`the mail server did not take mail ${mailId}`);
  log().info({ mailId, sent }, 'mail');
}

const events: WorkerEvents = new EventEmitter();
const liveness = keepAlive(env().DATABASE_URL, events);

/** A lane takes the jobs of its own tasks only, so that none waits for those of another. */
async function openLane(concurrency: number, taskList: TaskList, crontab = ''): Promise<Runner> {
  return run({
    connectionString: env().DATABASE_URL,
    concurrency,
    maxPoolSize: concurrency + 2,
    events,
    pollInterval: 2000,
    noHandleSignals: true,
    crontab,
    taskList,
    logger: new Logger(() => (level, message, meta) => {
      // Beside the error stand whole clients and queries, which help nobody.
      const err = meta?.error;
      if (level === 'error') log().error({ err }, message);
      else if (level === 'warning') log().warn({ err }, message);
      else log().debug(message);
    }),
  });
}

// Every minute: what a lost call of the sweeper left over, and counters that no longer count.
const everyMinute = `* * * * * ${TASKS.submitOverdue} ?max=3`;
const lanes = [
  await openLane(1, { [TASKS.submitOverdue]: sweep }, everyMinute),
  await openLane(EXAMS_AT_ONCE, { [TASKS.gradeExam]: gradeSlice }),
  await openLane(1, { [TASKS.gradePractice]: gradeSlice }),
  await openLane(1, { [TASKS.checkExam]: check }),
  await openLane(MAILS_AT_ONCE, { [TASKS.sendMail]: send }),
];

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await Promise.all(lanes.map((lane) => lane.stop()));
  await Promise.all(idle.map((grader) => grader.close()));
  await liveness.stop();
  await db().$disconnect();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
// Whoever started us is gone, however that happened.
process.on('disconnect', () => void stop());
await Promise.all(lanes.map((lane) => lane.promise));
