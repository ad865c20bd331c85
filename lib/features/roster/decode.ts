import { fail, ok, type Result } from '@/lib/result';

export const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1250', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** The text of a file, and how it was read: as told, else as its bytes say. */
export function decode(
  bytes: Uint8Array,
  told: Encoding | null,
): Result<{ text: string; encoding: Encoding }, string> {
  const encoding = told ?? encodingOf(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return ok({ text, encoding });
  } catch {
    return fail(`The file is no text in ${encoding}. Choose another encoding.`);
  }
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return centralEuropean(bytes) > 0 ? 'windows-1250' : 'windows-1252';
  }
}

/** Bytes that are letters of names in one of the two, and signs or rare letters in the other. */
const CENTRAL = new Set('ěĚůŮťŤďĎňŇłŁąĄśŚźŹżŻőŐűŰęĘńŃăĂţŢşŞ');
const WESTERN = new Set('ñÑåÅæÆœŒãÃàÀêÊ');
const VOWEL = /[aeiouyáéíóúýäöüěů]/i;

/**
 * How much more plausible a text is in Windows-1250 than in -1252. German letters, ý, š and ž are the
 * same in both; of the others each speaks for one, ø/ř and è/č by the letters around them.
 */
function centralEuropean(bytes: Uint8Array): number {
  const central = new TextDecoder('windows-1250').decode(bytes);
  const western = new TextDecoder('windows-1252').decode(bytes);
  let balance = 0;
  for (let index = 0; index < central.length; index++) {
    const [there, here] = [central.charAt(index), western.charAt(index)];
    if (there === here) continue;
    const after = western.slice(index + 1, index + 3);
    if ('èÈøØ'.includes(here)) balance += isCentralAmong(here, after) ? 1 : -1;
    else if (CENTRAL.has(there)) balance += WESTERN.has(here) ? 0.5 : 2;
    if (WESTERN.has(here)) balance -= 1;
  }
  return balance;
}

/** Hélène and Sørensen against Kučera and Dvořák: what stands after the letter tells. */
function isCentralAmong(letter: string, after: string): boolean {
  if (letter === 'ø') return VOWEL.test(after.charAt(0)) || !/^\p{L}/u.test(after);
  if (letter === 'Ø') return VOWEL.test(after.charAt(0));
  return !/^[b-df-hj-np-tv-z]e/i.test(after);
}
