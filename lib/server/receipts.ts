import 'server-only';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { JsonValue } from '@/lib/exam/check';
import { env } from './env';
import { canonicalJson } from './json';

/** sha256 of a JSON value, whatever the order of its keys. */
export function digest(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Signs what the server acknowledged, so that it can be proven later. */
export function sign(value: JsonValue): string {
  return createHmac('sha256', env().RECEIPT_KEY).update(canonicalJson(value)).digest('base64url');
}

/** Whether this server signed exactly this. */
export function isSigned(value: JsonValue, signature: string): boolean {
  const expected = Buffer.from(sign(value));
  const actual = Buffer.from(signature);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
