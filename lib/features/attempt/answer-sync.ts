import type { JsonValue } from '@/lib/exam/check';
import type { SaveOutcome, SaveRequest } from './save-client';

/**
 * Keeps what a student writes: first in the browser, then on the server, again and again until the
 * server has acknowledged it. Knows nothing of React, fetch or IndexedDB, so that every fault can be
 * played through in a test.
 */

export interface Draft {
  content: JsonValue;
  note: string;
}

export type SaveState =
  /** The server has it. */
  | 'saved'
  /** Written in the browser, on its way. */
  | 'saving'
  /** The server cannot be reached; kept in the browser and sent again. */
  | 'offline'
  /** Another tab or device saved in between; the student chooses. */
  | 'conflict'
  /** The server will not take it as it is; it stays in the browser. */
  | 'refused'
  /** The attempt was submitted or its time is over. */
  | 'closed';

export interface PartState extends Draft {
  state: SaveState;
  /** The latest revision on the server that this draft builds on; 0 for none. */
  base: number;
  savedAt: string | null;
  message: string | null;
  /** In a conflict: what the other tab or device wrote. */
  theirs: (Draft & { revision: number }) | null;
}

/** What is in the browser and not yet acknowledged. */
export interface Unsent extends Draft {
  base: number;
  idempotencyKey: string;
  /** It was sent at least once: the server may have it even if its reply got lost. */
  sent: boolean;
  /** Keys of older drafts of this one that were sent and never acknowledged. */
  supersedes: readonly string[];
}

export interface UnsentStore {
  put: (partId: string, unsent: Unsent) => Promise<void>;
  /** Removes it if it is still the one with this key: a newer draft must stay. */
  remove: (partId: string, idempotencyKey: string) => Promise<void>;
  all: () => Promise<ReadonlyMap<string, Unsent>>;
}

export interface AnswerSyncOptions {
  initial: Readonly<Record<string, PartState>>;
  store: UnsentStore;
  save: (partId: string, request: SaveRequest) => Promise<SaveOutcome>;
  newKey: () => string;
  /** Runs `action` after `ms`; a second call before that replaces the first. */
  delay: (slot: string, ms: number, action: () => void) => void;
}

const QUIET_MS = 700;
const RETRY_MS = [2000, 4000, 8000, 15000];

export class AnswerSync {
  #parts: Readonly<Record<string, PartState>>;
  readonly #options: AnswerSyncOptions;
  readonly #unsent = new Map<string, Unsent>();
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  constructor(options: AnswerSyncOptions) {
    this.#options = options;
    this.#parts = options.initial;
  }

  readonly parts = (): Readonly<Record<string, PartState>> => this.#parts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes up what an earlier visit of this browser could not send. */
  async restore(): Promise<void> {
    for (const [partId, unsent] of await this.#options.store.all()) {
      const part = this.#parts[partId];
      if (!part || this.#unsent.has(partId)) continue;
      const { content, note } = unsent;
      if (sameDraft(part, unsent)) {
        await this.#options.store.remove(partId, unsent.idempotencyKey);
        continue;
      }
      this.#unsent.set(partId, unsent);
      this.#set(partId, { content, note, state: 'saving' });
      void this.#send(partId);
    }
  }

  /**
   * What is new of a draft; the rest stays as it is now, not as it was when the writer last looked.
   * It is in the browser's store before anything is sent.
   */
  async change(partId: string, change: Partial<Draft>): Promise<void> {
    const part = this.#parts[partId];
    if (!part || part.state === 'closed') return;
    const draft: Draft = { content: part.content, note: part.note, ...change };
    const unsent: Unsent = {
      ...draft,
      base: part.base,
      idempotencyKey: this.#options.newKey(),
      sent: false,
      supersedes: unacknowledged(this.#unsent.get(partId)),
    };
    this.#unsent.set(partId, unsent);
    const state = part.state === 'conflict' ? 'conflict' : 'saving';
    this.#set(partId, { ...draft, state, message: null });
    await this.#options.store.put(partId, unsent).catch(() => undefined);
    if (state === 'saving') this.#options.delay(partId, QUIET_MS, () => void this.#send(partId));
  }

  /** The student's choice after a conflict. */
  async resolve(partId: string, choice: 'mine' | 'theirs'): Promise<void> {
    const part = this.#parts[partId];
    if (!part?.theirs) return;
    const { revision, ...theirs } = part.theirs;
    const mine: Draft = { content: part.content, note: part.note };
    this.#set(partId, { base: revision, theirs: null, state: 'saving' });
    // Choosing theirs is written down too: it is what the student last decided.
    await this.change(partId, choice === 'mine' ? mine : theirs);
    await this.#send(partId);
  }

  /** Sends everything now. True if nothing is left unsent. */
  async flush(): Promise<boolean> {
    await Promise.all([...this.#unsent.keys()].map((partId) => this.#send(partId)));
    return this.#unsent.size === 0;
  }

  async #send(partId: string): Promise<void> {
    // One request a part at a time, so that revisions arrive in the order of writing.
    while (this.#inFlight.has(partId)) await this.#inFlight.get(partId);
    const unsent = this.#unsent.get(partId);
    const state = this.#parts[partId]?.state;
    if (!unsent || state === 'conflict' || state === 'closed') return;
    const sending = this.#sendOnce(partId, unsent).finally(() => this.#inFlight.delete(partId));
    this.#inFlight.set(partId, sending);
    await sending;
  }

  async #sendOnce(partId: string, unsent: Unsent): Promise<void> {
    this.#unsent.set(partId, { ...unsent, sent: true });
    const { sent: _sent, ...request } = unsent;
    const outcome = await this.#options.save(partId, request);
    switch (outcome.kind) {
      case 'saved': {
        this.#failures.delete(partId);
        await this.#options.store.remove(partId, unsent.idempotencyKey).catch(() => undefined);
        // Only now: one may have gone on writing while the browser's store was at work.
        const newer = this.#unsent.get(partId);
        if (newer === undefined || newer.idempotencyKey === unsent.idempotencyKey) {
          this.#unsent.delete(partId);
          this.#set(partId, {
            state: 'saved',
            base: outcome.revision,
            savedAt: outcome.savedAt,
            message: null,
          });
          return;
        }
        this.#set(partId, { base: outcome.revision });
        const rebased = { ...newer, base: outcome.revision, supersedes: [] };
        this.#unsent.set(partId, rebased);
        await this.#options.store.put(partId, rebased).catch(() => undefined);
        return;
      }
      case 'conflict':
        this.#set(partId, { state: 'conflict', theirs: outcome.theirs, message: outcome.message });
        return;
      case 'refused':
        this.#set(partId, { state: 'refused', message: outcome.message });
        return;
      case 'closed':
        this.#set(partId, { state: 'closed', message: outcome.message });
        return;
      case 'unreachable': {
        const failures = this.#failures.get(partId) ?? 0;
        this.#failures.set(partId, failures + 1);
        this.#set(partId, { state: 'offline' });
        const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 15000;
        this.#options.delay(partId, wait, () => void this.#send(partId));
        return;
      }
    }
  }

  #set(partId: string, change: Partial<PartState>): void {
    const part = this.#parts[partId];
    if (!part) return;
    this.#parts = { ...this.#parts, [partId]: { ...part, ...change } };
    for (const listener of this.#listeners) listener();
  }
}

/** Enough for a long time offline; what is older than that ends in a choice, not in a loss. */
const MAX_SUPERSEDED = 50;

function unacknowledged(older: Unsent | undefined): readonly string[] {
  if (!older) return [];
  const keys = older.sent ? [...older.supersedes, older.idempotencyKey] : older.supersedes;
  return keys.slice(-MAX_SUPERSEDED);
}

function sameDraft(a: Draft, b: Draft): boolean {
  return a.note === b.note && JSON.stringify(a.content) === JSON.stringify(b.content);
}
