import type { Draft, PartState, ServerAnswer, Unsent, UnsentStore } from './answer-state';
import type { SaveOutcome, SaveRequest } from './save-client';

export interface AnswerSyncOptions {
  initial: Readonly<Record<string, PartState>>;
  store: UnsentStore;
  save: (partId: string, request: SaveRequest) => Promise<SaveOutcome>;
  newKey: () => string;
  /** Runs `action` after `ms`; a second call before that replaces the first. */
  delay: (slot: string, ms: number, action: () => void) => void;
}

const QUIET_MS = 700;
/** Who types without a pause is saved this often. */
const LONGEST_MS = 3000;
const RETRY_MS = [2000, 4000, 8000, 15000];

/**
 * Keeps what a student writes: first in the browser, then on the server, again and again until the
 * server has acknowledged it. Knows nothing of React, fetch or IndexedDB, so that every fault can be
 * played through in a test.
 */
export class AnswerSync {
  #parts: Readonly<Record<string, PartState>>;
  readonly #options: AnswerSyncOptions;
  readonly #unsent = new Map<string, Unsent>();
  readonly #inFlight = new Map<string, Promise<void>>();
  readonly #failures = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  /** What each part was when the server and this room last agreed. */
  readonly #agreed: Map<string, Draft>;
  /** Parts whose longest delay is running. */
  readonly #due = new Set<string>();
  #restored: Promise<void> | null = null;

  constructor(options: AnswerSyncOptions) {
    this.#options = options;
    this.#parts = options.initial;
    this.#agreed = new Map(Object.entries(options.initial));
  }

  readonly parts = (): Readonly<Record<string, PartState>> => this.#parts;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Takes over what the server has now, where it is newer and nothing written here is on its way.
   * The first time it takes up as well what an earlier visit of this browser could not send: only
   * now is it known what that builds on.
   */
  async take(answers: Readonly<Record<string, ServerAnswer>>): Promise<void> {
    for (const [partId, answer] of Object.entries(answers)) this.#takeOne(partId, answer);
    this.#restored ??= this.#restore();
    await this.#restored;
  }

  #takeOne(partId: string, { content, note, revision, savedAt }: ServerAnswer): void {
    const part = this.#parts[partId];
    // An answer of the server may be older than the save that overtook it.
    if (!part || revision <= part.base) return;
    if (part.theirs && revision > part.theirs.revision) {
      this.#set(partId, { theirs: { content, note, revision } });
    }
    if (this.#unsent.has(partId)) return;
    this.#agreed.set(partId, { content, note });
    this.#set(partId, { content, note, base: revision, savedAt });
  }

  async #restore(): Promise<void> {
    const kept = await this.#options.store.all().catch(() => new Map<string, Unsent>());
    for (const [partId, unsent] of kept) {
      const part = this.#parts[partId];
      if (!part || this.#unsent.has(partId)) continue;
      const { content, note, base } = unsent;
      if (sameDraft(part, unsent)) {
        await this.#options.store.remove(partId, unsent.idempotencyKey).catch(() => undefined);
        continue;
      }
      this.#unsent.set(partId, unsent);
      // It builds on what its writer knew, and so does what is written on top of it.
      this.#set(partId, { content, note, base, state: 'saving' });
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
    if (state !== 'saving') return;
    this.#options.delay(partId, QUIET_MS, () => void this.#send(partId));
    if (this.#due.has(partId)) return;
    this.#due.add(partId);
    this.#options.delay(`${partId} at last`, LONGEST_MS, () => void this.#send(partId));
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

  /** Whether something written here has yet to reach the server, and may. */
  isWaiting(): boolean {
    return [...this.#unsent.keys()].some((partId) => {
      const state = this.#parts[partId]?.state;
      return state !== 'closed' && state !== 'conflict';
    });
  }

  /** The attempt has been handed in: nothing more is taken. */
  close(): void {
    for (const partId of Object.keys(this.#parts)) this.#set(partId, { state: 'closed' });
  }

  async #send(partId: string): Promise<void> {
    this.#due.delete(partId);
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
      case 'saved':
        return this.#onSaved(partId, unsent, outcome);
      case 'late':
        if (await this.#forget(partId, unsent)) {
          this.#set(partId, { state: 'closed', message: outcome.message });
        } else {
          this.#options.delay(partId, 0, () => void this.#send(partId));
        }
        return;
      case 'conflict':
        return this.#onConflict(partId, unsent, outcome);
      case 'refused':
        this.#set(partId, { state: 'refused', message: outcome.message });
        if (outcome.retry) this.#sendLater(partId);
        return;
      case 'closed':
        this.#set(partId, { state: 'closed', message: outcome.message });
        return;
      case 'offline':
      case 'failing':
        this.#set(partId, { state: outcome.kind, message: null });
        this.#sendLater(partId);
        return;
    }
  }

  async #onSaved(
    partId: string,
    unsent: Unsent,
    { revision, savedAt }: { revision: number; savedAt: string },
  ): Promise<void> {
    this.#failures.delete(partId);
    const { content, note } = unsent;
    this.#agreed.set(partId, { content, note });
    if (await this.#forget(partId, unsent)) {
      this.#set(partId, { state: 'saved', base: revision, savedAt, message: null });
      return;
    }
    const newer = this.#unsent.get(partId);
    if (!newer) return;
    this.#set(partId, { base: revision, state: 'saving', message: null });
    const rebased = { ...newer, base: revision, supersedes: [] };
    this.#unsent.set(partId, rebased);
    await this.#options.store.put(partId, rebased).catch(() => undefined);
  }

  async #onConflict(
    partId: string,
    unsent: Unsent,
    { message, theirs }: { message: string; theirs: Draft & { revision: number } },
  ): Promise<void> {
    const agreed = this.#agreed.get(partId);
    const { content, note, revision } = theirs;
    // Nothing was written here since: there is nothing to choose between.
    const isUnchanged = agreed !== undefined && sameDraft(agreed, unsent);
    if (isUnchanged && (await this.#forget(partId, unsent))) {
      this.#agreed.set(partId, { content, note });
      this.#set(partId, { content, note, base: revision, state: 'saved', message: null });
      return;
    }
    this.#set(partId, { state: 'conflict', theirs, message });
  }

  /** Removes what the server has got. False where a newer draft stands in its place. */
  async #forget(partId: string, { idempotencyKey }: Unsent): Promise<boolean> {
    await this.#options.store.remove(partId, idempotencyKey).catch(() => undefined);
    // Only now: one may have gone on writing while the browser's store was at work.
    const newer = this.#unsent.get(partId);
    if (newer !== undefined && newer.idempotencyKey !== idempotencyKey) return false;
    this.#unsent.delete(partId);
    return true;
  }

  #sendLater(partId: string): void {
    const failures = this.#failures.get(partId) ?? 0;
    this.#failures.set(partId, failures + 1);
    const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 15000;
    this.#options.delay(partId, wait, () => void this.#send(partId));
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
