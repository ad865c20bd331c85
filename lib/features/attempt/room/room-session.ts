import type { AnswerSync } from './answer-sync';
import type {
  AttemptTime,
  StateOutcome,
  SubmitOutcome,
  TimeOutcome,
  Unreached,
} from './save-client';

interface ServerTime {
  /** Milliseconds since the epoch, by the server's clock. */
  now: number;
  dueAt: number;
}

/** Why the server has not told what one wants to know. */
export type Problem = Unreached | { kind: 'refused'; message: string };

/** Why an attempt could not be handed in. */
export type SubmitProblem = Problem | { kind: 'conflict' | 'unsaved'; partIds: readonly string[] };

export interface RoomView {
  /** What the server said last, and at which tick; null until it has. */
  server: { state: 'running' | 'submitted'; time: ServerTime; at: number } | null;
  /** What stood in the way when the server was asked last. */
  problem: Problem | null;
}

export interface RoomSessionOptions {
  sync: AnswerSync;
  fetchState: () => Promise<StateOutcome>;
  fetchTime: () => Promise<TimeOutcome>;
  submit: () => Promise<SubmitOutcome>;
  /** A clock that only runs forward, in milliseconds. */
  ticks: () => number;
}

/**
 * One attempt as this browser has it open: whether it still runs, until when, and its answers.
 * Pages come from caches; what they say of an attempt is believed only once the server said so.
 */
export class RoomSession {
  readonly sync: AnswerSync;
  readonly #options: RoomSessionOptions;
  readonly #listeners = new Set<() => void>();
  #view: RoomView = { server: null, problem: null };
  #refreshing: Promise<void> | null = null;
  #finishing: Promise<void> | null = null;

  constructor(options: RoomSessionOptions) {
    this.sync = options.sync;
    this.#options = options;
    // A save that came too late is how one learns of a submission elsewhere.
    this.sync.subscribe(() => {
      const isClosed = Object.values(this.sync.parts()).some(({ state }) => state === 'closed');
      if (isClosed && this.#view.server?.state === 'running') void this.refresh();
    });
  }

  readonly view = (): RoomView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Asks the server how things stand, takes that over, and sends what is unsent here. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  /**
   * Sets the clock by the server's, and sends what is unsent; answers are not asked for.
   * @param told what the server just said of it; it is asked where nothing is given
   */
  async resync(told: AttemptTime | null = null): Promise<void> {
    const reply: TimeOutcome = told
      ? { kind: 'answered', ...told }
      : await this.#options.fetchTime();
    if (reply.kind !== 'answered') return this.#set({ problem: reply });
    // Handed in elsewhere, or nothing was known yet: how things stand has to be asked.
    if (reply.state === 'submitted' || !this.#view.server) return this.refresh();
    const { state, now, dueAt } = reply;
    this.#set({
      server: { state, time: { now, dueAt }, at: this.#options.ticks() },
      problem: null,
    });
    await this.sync.flush();
  }

  /** Hands in, once everything written here has arrived; else says what stands in the way. */
  async submit(): Promise<SubmitProblem | null> {
    await this.sync.flush();
    return this.#obstacle() ?? this.#handIn();
  }

  /** The time is over: what is unsent is sent, then the attempt is handed in as it stands. */
  finish(): Promise<void> {
    this.#finishing ??= this.#finishOnce().finally(() => {
      this.#finishing = null;
    });
    return this.#finishing;
  }

  async #finishOnce(): Promise<void> {
    await this.sync.flush();
    if (this.sync.isWaiting()) await this.refresh();
    else this.#set({ problem: await this.#handIn() });
  }

  async #refreshOnce(): Promise<void> {
    const reply = await this.#options.fetchState();
    if (reply.kind !== 'answered') {
      this.#set({ problem: reply });
      return;
    }
    const { state, now, dueAt, answers } = reply;
    const at = this.#options.ticks();
    await this.sync.take(answers);
    const server = { time: { now, dueAt }, at };
    if (state === 'running') this.#set({ server: { ...server, state }, problem: null });
    await this.sync.flush();
    if (state === 'running') return;
    // What may still be sent late goes first.
    if (this.sync.isWaiting()) this.#set({ problem: { kind: 'offline' } });
    else this.#close({ ...server, state });
  }

  #obstacle(): SubmitProblem | null {
    const parts = Object.entries(this.sync.parts());
    const idsOf = (state: string) =>
      parts.filter(([, part]) => part.state === state).map(([partId]) => partId);
    const [conflicts, refused] = [idsOf('conflict'), idsOf('refused')];
    if (conflicts.length > 0) return { kind: 'conflict', partIds: conflicts };
    if (idsOf('offline').length > 0) return { kind: 'offline' };
    if (idsOf('failing').length > 0) return { kind: 'failing' };
    return refused.length > 0 ? { kind: 'unsaved', partIds: refused } : null;
  }

  async #handIn(): Promise<Problem | null> {
    const outcome = await this.#options.submit();
    if (outcome.kind !== 'submitted') return outcome;
    const { server } = this.#view;
    if (server) this.#close({ ...server, state: 'submitted' });
    return null;
  }

  #close(server: NonNullable<RoomView['server']>): void {
    this.#set({ server, problem: null });
    this.sync.close();
  }

  #set(change: Partial<RoomView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
