import type { UnreadPlace } from '@/lib/kinds/contract';
import type { MathError } from '@/lib/math/core/error';
import type { Result } from '@/lib/result';

/** A field that was filled in and cannot be read, as the only one of a list; empty where it can. */
export function unreadIn(
  what: string,
  text: string,
  read: () => Result<unknown, MathError>,
): UnreadPlace[] {
  if (text.trim() === '') return [];
  const reading = read();
  return reading.ok ? [] : placesOf(what, text, reading.error);
}

/** A line that cannot be read; none where it was read and is a fault. */
export function unreadLine(number: number, text: string, error: MathError): UnreadPlace[] {
  return placesOf(`line ${number}`, text, error);
}

function placesOf(what: string, text: string, error: MathError): UnreadPlace[] {
  if (error.isFault) return [];
  const { message, start, end } = error;
  return [{ what, message, place: { text, start, end } }];
}
