import 'server-only';
import type { JsonValue } from '@/lib/exam/check';
import type { OwnAttempt } from './policy';
import { examRoom } from './room-data';

/** An answer as it was handed in. */
export interface HandedInPart {
  id: string;
  /** As one speaks of it: `1a`. */
  name: string;
  kind: string;
  /** The public half, by which the answer is shown. */
  spec: JsonValue;
  content: JsonValue;
  note: string | null;
}

/** What counts of each part, for its writer to read; without the questions, which others may be writing. */
export async function handedIn(attempt: OwnAttempt): Promise<HandedInPart[]> {
  const { assignments, answers } = await examRoom(attempt);
  return assignments.flatMap(({ number, parts }) =>
    parts.map(({ id, label, kind, spec }) => ({
      ...{ id, kind, spec, name: `${number}${label}` },
      content: answers[id]?.content ?? {},
      note: answers[id]?.note ?? null,
    })),
  );
}
