import 'server-only';
import { z } from 'zod';
import type { JsonValue } from '@/lib/exam/check';
import { storable } from '@/lib/exam/storable';
import { Prisma } from './prisma-client/client';

const jsonSchema: z.ZodType<JsonValue> = z.json();

/** A JSON column as our own type. */
export function fromJson(value: Prisma.JsonValue): JsonValue {
  return jsonSchema.parse(value);
}

/**
 * Our own JSON as the client wants it written, and as PostgreSQL stores it; a bare null is JSON's,
 * not the column's.
 */
export function toJson(value: JsonValue): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  if (value === null) return Prisma.JsonNull;
  return inner(value);
}

function inner(value: Exclude<JsonValue, null>): Prisma.InputJsonValue {
  if (typeof value === 'string') return storable(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => (item === null ? null : inner(item)));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [storable(key), item === null ? null : inner(item)]),
  );
}

/** The same text for equal values, whatever the order of their keys: what hashes are made of. */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
