/** A grading worker: takes jobs from the queue until it is told to stop. Several may run. */

import { EventEmitter } from 'node:events';
import { availableParallelism } from 'node:os';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import { sweepOverdue } from '@/lib/features/attempt/submit-mutations';
import { Grader } from '@/lib/features/grading/grader';
import { GRADE_LIMITS } from '@/lib/features/grading/limits';
import { gradeAttempt } from '@/lib/features/grading/mutations';
import { forgetOldSessions } from '@/lib/features/people/session-mutations';
import { db } from '@/lib/server/db';
import { env } from '@/lib/server/env';
import { TASKS } from '@/lib/server/jobs';
import { log } from '@/lib/server/log';
import { forgetOldTries } from '@/lib/server/rate-limit';
import { keepAlive } from './worker-liveness';

const gradeJob = z.object({ attemptId: z.uuid() });

/** One core is left to whoever is writing an exam at this moment. */
const concurrency = Math.max(1, availableParallelism() - 1);
const idle: Grader[] = [];

async function withGrader<Value>(use: (grader: Grader) => Promise<Value>): Promise<Value> {
  const grader = idle.pop() ?? new Grader(GRADE_LIMITS);
  try {
    return await use(grader);
  } finally {
    idle.push(grader);
  }
}

const events: WorkerEvents = new EventEmitter();
const liveness = keepAlive(env().DATABASE_URL, events);

const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency,
  events,
  pollInterval: 2000,
  noHandleSignals: true,
  // Every minute: what a lost call of the sweeper left over, and counters that no longer count.
  crontab: `* * * * * ${TASKS.submitOverdue} ?max=3`,
  logger: new Logger(() => (level, message, meta) => {
    // Beside the error stand whole clients and queries, which help nobody.
    const err = meta?.error;
    if (level === 'error') log().error({ err }, message);
    else if (level === 'warning') log().warn({ err }, message);
    else log().debug(message);
  }),
  taskList: {
    [TASKS.gradeAttempt]: async (payload) => {
      const { attemptId } = gradeJob.parse(payload);
      const written = await withGrader((grader) => gradeAttempt(attemptId, grader));
      log().info({ attemptId, written }, 'graded');
    },
    [TASKS.submitOverdue]: async () => {
      const { submitted, failed } = await sweepOverdue();
      if (submitted > 0) log().info({ submitted }, 'submitted overdue attempts');
      await forgetOldTries();
      await forgetOldSessions();
      if (failed > 0) throw new Error(`${failed} overdue attempts could not be submitted`);
    },
  },
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await Promise.all(idle.map((grader) => grader.close()));
  await liveness.stop();
  await db().$disconnect();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
// Whoever started us is gone, however that happened.
process.on('disconnect', () => void stop());
await runner.promise;
