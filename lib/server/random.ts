import 'server-only';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The seed of a new attempt: nobody can guess it, and everything drawn for it follows from it. */
export function newSeed(): string {
  return randomBytes(16).toString('hex');
}

/** The seed of one part of an attempt: the same for every grading of it. */
export function partSeed(attemptSeed: string, partId: string): string {
  return createHash('sha256').update(`${attemptSeed}/${partId}`).digest('hex').slice(0, 32);
}

/** What a part of an attempt is shuffled by; in the browser, so that the grader's seed does not follow from it. */
export function shuffleSeed(attemptSeed: string, partId: string): string {
  return createHash('sha256').update(`shown/${attemptSeed}/${partId}`).digest('hex').slice(0, 16);
}

/** A password for a person to be told, in letters that are not mistaken for each other. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
  const picked: string[] = [];
  while (picked.length < 16) {
    for (const byte of randomBytes(32)) {
      if (byte < 248 && picked.length < 16) picked.push(letters.charAt(byte % letters.length));
    }
  }
  return picked.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Whether two secrets are the same, in a time that does not depend on where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
}
