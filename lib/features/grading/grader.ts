import 'server-only';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { Check } from '@/lib/exam/check';
import type { PartGrade, PartGradeInput } from '@/lib/kinds/grade-part';
import type { Result } from '@/lib/math/result';
import { log } from '@/lib/server/log';
import type { GradeLimits } from './limits';

/** A grade with how long it took. Never fails: what cannot be graded is for a person. */
export interface TimedGrade extends PartGrade {
  ms: number;
}

type Answered =
  | { kind: 'graded'; result: Result<PartGrade, { message: string }> }
  | { kind: 'failed'; reason: string; tooMuch: boolean };

const THREAD = join(import.meta.dirname, 'grade-thread.ts');

/**
 * Grades parts in a thread of its own, one after another, each within a cap of time and memory. A
 * thread that goes over it is ended and replaced; its part goes to review.
 */
export class Grader {
  readonly #limits: GradeLimits;
  readonly #file: string;
  #thread: Worker | null = null;

  constructor(limits: GradeLimits, file = THREAD) {
    this.#limits = limits;
    this.#file = file;
  }

  async grade(input: PartGradeInput): Promise<TimedGrade> {
    const start = performance.now();
    const answered = await this.#ask(input);
    const ms = Math.round(performance.now() - start);
    if (answered.kind === 'graded' && answered.result.ok) return { ...answered.result.value, ms };
    const reason = answered.kind === 'graded' ? problemOf(answered.result) : answered.reason;
    const tooMuch = answered.kind === 'failed' && answered.tooMuch;
    log().warn({ kind: input.kind, reason }, 'a part was not graded');
    return { ...forReview(input.points, reason, tooMuch), ms };
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #ask(input: PartGradeInput): Promise<Answered> {
    const thread = this.#start();
    return new Promise((resolve) => {
      const settle = (answered: Answered) => {
        clearTimeout(timer);
        thread.removeAllListeners('message').removeAllListeners('error');
        thread.removeAllListeners('exit');
        resolve(answered);
      };
      const end = (reason: string, tooMuch: boolean) => {
        settle({ kind: 'failed', reason, tooMuch });
        // A thread that is stuck or out of memory is of no more use.
        if (this.#thread === thread) this.#thread = null;
        thread.on('error', () => undefined);
        void thread.terminate();
      };
      const timer = setTimeout(
        () => end(`over its time of ${this.#limits.ms} ms`, true),
        this.#limits.ms,
      );
      thread.once('message', (result: Result<PartGrade, { message: string }>) =>
        settle({ kind: 'graded', result }),
      );
      thread.once('error', (error: NodeJS.ErrnoException) =>
        end(error.message, error.code === 'ERR_WORKER_OUT_OF_MEMORY'),
      );
      thread.once('exit', (code) => end(`the thread ended with ${code}`, false));
      thread.postMessage(input);
    });
  }

  #start(): Worker {
    this.#thread ??= new Worker(this.#file, {
      execArgv: ['--import', 'tsx', '--conditions=react-server'],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
    });
    this.#thread.unref();
    return this.#thread;
  }
}

function problemOf(result: Result<PartGrade, { message: string }>): string {
  return result.ok ? '' : result.error.message;
}

/** Nobody loses points by a failure of ours: all of them stay open. */
function forReview(points: number, reason: string, tooMuch: boolean): PartGrade {
  const check: Check = {
    name: 'answer',
    verdict: 'review',
    score: 0,
    points,
    message: tooMuch
      ? 'Grading this answer took the machine too long, so a person looks at it.'
      : 'The machine could not grade this answer, so a person looks at it.',
    evidence: `The grader was stopped: ${reason}.`,
  };
  return { verdict: 'review', score: 0, open: points, checks: [check] };
}
