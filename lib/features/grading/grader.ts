import 'server-only';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PartGrade, PartGradeInput } from '@/lib/kinds/exams/grade-part';
import type { Result } from '@/lib/result';
import { log } from '@/lib/server/log';
import { watchProcessor } from '@/lib/server/processor-time';
import { THREAD_ENTRY } from '@/lib/server/thread-entry';
import { forReview } from './for-review';
import type { GradeLimits } from './limits';

/** A grade with how long it took. */
export interface TimedGrade extends PartGrade {
  ms: number;
}

type Answered =
  | { kind: 'graded'; result: Result<PartGrade, { message: string }> }
  | { kind: 'failed'; reason: string; tooMuch: boolean };

const MODULE = join(import.meta.dirname, 'grade-thread.ts');

/** Loading the graders is no student's doing and does not count against the cap. */
const LOADING_MS = 60_000;

/**
 * Grades parts in a thread of its own, one after another, each within a cap of the processor's
 * time and of memory. A
 * thread that goes over it is ended and replaced; its part goes to review.
 */
export class Grader {
  readonly #limits: GradeLimits;
  readonly #module: string;
  #thread: Worker | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(limits: GradeLimits, module = MODULE) {
    this.#limits = limits;
    this.#module = module;
  }

  /** Fails only where no thread can be started; what cannot be graded is for a person. */
  async grade(input: PartGradeInput): Promise<TimedGrade> {
    const answered = this.#turn.then(() => this.#gradeNow(input));
    // Whoever asked hears of a failure; whoever asks next is not held up by it.
    this.#turn = answered.catch(() => undefined);
    return answered;
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  async #gradeNow(input: PartGradeInput): Promise<TimedGrade> {
    const loading = await this.#load();
    const start = performance.now();
    const answered = loading ?? (await this.#ask(input, this.#limits.ms));
    const ms = Math.round(performance.now() - start);
    if (answered.kind === 'graded' && answered.result.ok) return { ...answered.result.value, ms };
    const reason = answered.kind === 'graded' ? problemOf(answered.result) : answered.reason;
    const tooMuch = answered.kind === 'failed' && answered.tooMuch;
    log().warn({ kind: input.kind, reason }, 'a part was not graded');
    return { ...forReview(input.points, reason, tooMuch), ms };
  }

  /** Starts a thread where there is none and waits until it can grade. Null: it can. */
  async #load(): Promise<Answered | null> {
    if (this.#thread) return null;
    this.#thread = new Worker(THREAD_ENTRY, {
      workerData: { module: pathToFileURL(this.#module).href },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
    });
    this.#thread.unref();
    const loaded = await this.#ask(null, LOADING_MS);
    return loaded.kind === 'failed' ? loaded : null;
  }

  /** Sends an input, or waits for the first sign of life. */
  #ask(input: PartGradeInput | null, most: number): Promise<Answered> {
    const thread = this.#thread;
    if (!thread) return Promise.resolve({ kind: 'failed', reason: 'no thread', tooMuch: false });
    return new Promise((resolve) => {
      const settle = (answered: Answered) => {
        unwatch();
        for (const event of ['message', 'error', 'exit']) thread.removeAllListeners(event);
        // A thread that dies between two parts is replaced for the next one.
        thread.on('error', () => undefined);
        thread.once('exit', () => {
          if (this.#thread === thread) this.#thread = null;
        });
        resolve(answered);
      };
      const end = (reason: string, tooMuch: boolean) => {
        settle({ kind: 'failed', reason, tooMuch });
        // A thread that is stuck or out of memory is of no more use.
        if (this.#thread === thread) this.#thread = null;
        void thread.terminate();
      };
      const unwatch = watchProcessor(most, () => end(`over its time of ${most} ms`, true));
      thread.once('message', (result: Result<PartGrade, { message: string }>) =>
        settle({ kind: 'graded', result }),
      );
      thread.once('error', (error: NodeJS.ErrnoException) =>
        end(error.message, error.code === 'ERR_WORKER_OUT_OF_MEMORY'),
      );
      thread.once('exit', (code) => end(`the thread ended with ${code}`, false));
      if (input) thread.postMessage(input);
    });
  }
}

function problemOf(result: Result<PartGrade, { message: string }>): string {
  return result.ok ? '' : result.error.message;
}
