import type { JsonValue } from '@/lib/exam/check';

/** One save as the exam room sends it. */
export interface SaveRequest {
  content: JsonValue;
  note: string;
  base: number;
  idempotencyKey: string;
  /** Keys of this writer's older drafts that may have arrived without our knowing. */
  supersedes: readonly string[];
}

export type SaveOutcome =
  | { kind: 'saved'; revision: number; savedAt: string }
  | {
      kind: 'conflict';
      message: string;
      theirs: { content: JsonValue; note: string; revision: number };
    }
  | { kind: 'closed' | 'refused'; message: string }
  | { kind: 'unreachable' };
