import type { JsonValue } from '@/lib/exam/check';
import type { LogKind } from '@/lib/features/log/schema';

/** What is known of an entry when it is put into words. */
export interface LogFacts {
  /** To whom it was done, or whose attempt it is about. */
  whom: string;
  /** Whether that is who did it. */
  isOwn: boolean;
  sitting: string;
  exam: string;
  detail: JsonValue;
}

/** How a kind of entry is told. */
export interface LogAction {
  kind: LogKind;
  /** Graders see what is done to attempts and in the room; people, times and exams are for instructors. */
  forGraders: boolean;
  /** What was done, to go behind the name of who did it. */
  says: (facts: LogFacts) => string;
}

/** A text of the detail; empty where there is none. */
export function textOf(detail: JsonValue, key: string): string {
  const value = fieldOf(detail, key);
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : '';
}

/** A part of the detail; null where there is none. */
export function fieldOf(detail: JsonValue, key: string): JsonValue {
  if (detail === null || typeof detail !== 'object' || Array.isArray(detail)) return null;
  return detail[key] ?? null;
}

/** How many the detail lists, or says there are. */
export function countOf(detail: JsonValue, key: string): number {
  const value = fieldOf(detail, key);
  if (Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : 0;
}

/** `1 person`, `3 people`. */
export function many(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** What was said, in marks, and no more of it than one reads in a list. */
export function quoted(text: string): string {
  return `“${text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text}”`;
}

const MOST_QUOTED = 160;
