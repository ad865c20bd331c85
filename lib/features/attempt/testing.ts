import type { JsonValue } from '@/lib/exam/check';
import type {
  PartState,
  ServerAnswer,
  Unsent,
  UnsentStore,
} from '@/lib/features/attempt/room/answer-state';
import { AnswerSync } from '@/lib/features/attempt/room/answer-sync';
import type { SaveOutcome, SaveRequest } from '@/lib/features/attempt/room/save-client';

/** A part that nothing was written into yet. */
export const start: PartState = {
  content: {},
  note: '',
  state: 'saved',
  base: 0,
  savedAt: null,
  message: null,
  theirs: null,
};

/** The browser's store, in memory. */
export function memoryStore(): UnsentStore & { kept: Map<string, Unsent> } {
  const kept = new Map<string, Unsent>();
  return {
    kept,
    put: async (partId, unsent) => {
      kept.set(partId, unsent);
    },
    remove: async (partId, key) => {
      if (kept.get(partId)?.idempotencyKey === key) kept.delete(partId);
    },
    all: async () => new Map(kept),
  };
}

/** A server that keeps revisions as the real one does, and can be cut off. */
export class FakeServer {
  revisions: { key: string; content: JsonValue }[] = [];
  mode: 'up' | 'down' | 'loses-replies' | 'closed' | 'late' | 'signed-out' = 'up';
  requests: SaveRequest[] = [];
  gate: Promise<void> = Promise.resolve();

  save = async (_partId: string, request: SaveRequest): Promise<SaveOutcome> => {
    this.requests.push(request);
    await this.gate;
    if (this.mode === 'down') return { kind: 'offline' };
    if (this.mode === 'closed') return { kind: 'closed', message: 'submitted' };
    if (this.mode === 'late') return { kind: 'late', message: 'kept for the staff' };
    if (this.mode === 'signed-out') return { kind: 'refused', message: 'sign in', retry: true };
    const index = this.revisions.findIndex(({ key }) => key === request.idempotencyKey);
    if (index < 0) {
      const latest = this.revisions.at(-1);
      const unseen = this.revisions.slice(request.base);
      if (latest && !unseen.every(({ key }) => request.supersedes.includes(key))) {
        const theirs = { content: latest.content, note: '', revision: this.revisions.length };
        return { kind: 'conflict', message: 'changed elsewhere', theirs };
      }
      this.revisions.push({ key: request.idempotencyKey, content: request.content });
    }
    if (this.mode === 'loses-replies') return { kind: 'offline' };
    const revision = index < 0 ? this.revisions.length : index + 1;
    return { kind: 'saved', revision, savedAt: '2026-01-01T00:00:00Z' };
  };

  /** What a room is told that asks how things stand. */
  answers(): Record<string, ServerAnswer> {
    const latest = this.revisions.at(-1);
    if (!latest) return {};
    const savedAt = '2026-01-01T00:00:00Z';
    return {
      a: { content: latest.content, note: '', revision: this.revisions.length, savedAt },
    };
  }
}

/** A room with two parts, whose timers run when a test says so. */
export class RoomUnderTest {
  server = new FakeServer();
  readonly store = memoryStore();
  /** What waits, by slot, and how long it is to wait, in order. */
  readonly pending = new Map<string, () => void>();
  waits: number[] = [];
  #keys = 0;

  open(initial: Partial<PartState> = {}): AnswerSync {
    return new AnswerSync({
      initial: { a: { ...start, ...initial }, b: start },
      store: this.store,
      save: this.server.save,
      newKey: () => `key-${++this.#keys}`,
      delay: (slot, ms, action) => {
        this.pending.set(slot, action);
        this.waits.push(ms);
      },
    });
  }
}

/** Writes a text into a part. */
export function write(sync: AnswerSync, text: string, partId = 'a'): Promise<void> {
  return sync.change(partId, { content: { text }, note: '' });
}
