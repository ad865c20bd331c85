import type { JsonValue } from '@/lib/exam/check';

/** A row for the record: moments as text, and of an access code only whether there is one. */
export function toJsonValue(row: object): { [key: string]: JsonValue } {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      key === 'accessCode' ? masked(value) : plain(value),
    ]),
  );
}

function masked(code: unknown): JsonValue {
  return code === null ? null : 'set';
}

function plain(value: unknown): JsonValue {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return null;
}
