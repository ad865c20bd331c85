import type { JsonValue } from '@/lib/exam/check';

/** What the exam room knows of an answer, in the browser and on the server. */

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
  /** The server answers with a fault of its own; kept in the browser and sent again. */
  | 'failing'
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

/** The latest that the server has of a part. */
export interface ServerAnswer extends Draft {
  revision: number;
  savedAt: string;
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
