import 'server-only';
import pLimit from 'p-limit';
import { ok, type Result } from '@/lib/result';
import { type DomainError, refusal } from '@/lib/server/errors';

/**
 * When a lecture hall signs in at once, each request costs a hash and some ten milliseconds of
 * everything else. Two at a time are as quick for the hall, and the saves of those who write already
 * get through in between (docs/performance.md).
 */
const AT_ONCE = 2;

/** A hall of a thousand, some trying twice; with more, waiting longer than browsers do helps nobody. */
const MOST_WAITING = 3000;

const queue = pLimit(AT_ONCE);

/** Runs a sign-in when it is its turn. Refuses, without running it, where too many wait already. */
export async function signInTurn<Value>(
  signIn: () => Promise<Value>,
): Promise<Result<Value, DomainError>> {
  if (queue.pendingCount >= MOST_WAITING) {
    return refusal(
      'UNAVAILABLE',
      'Very many people sign in at this moment. Try again in a minute.',
    );
  }
  return ok(await queue(signIn));
}
