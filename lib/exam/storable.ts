const NUL = String.fromCharCode(0);
const REPLACEMENT = '\ufffd';

/** A half of a character: of a surrogate pair, which is one character beyond U+FFFF. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A text that PostgreSQL stores: each NUL and each half of a character becomes the replacement character. */
export function storable(text: string): string {
  return text.replaceAll(NUL, REPLACEMENT).replace(LONE_SURROGATE, REPLACEMENT);
}

/** Whether PostgreSQL stores a value, and can be asked for it, as it is; nothing that a person types fails. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value === storable(value);
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).flat().every(isStorable);
}
