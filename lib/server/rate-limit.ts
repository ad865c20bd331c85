import 'server-only';
import { now } from './clock';
import { db } from './db';

export interface Limit {
  key: string;
  /** How many failures within the window are let through. */
  most: number;
}

const WINDOW_MS = 15 * 60_000;

/**
 * Counts a try against every limit before it is made, in PostgreSQL, so that several web processes
 * count together and tries at the same time cannot slip past each other. What is refused counts for
 * nothing: who waits 15 minutes gets in, however often they tried meanwhile.
 * @returns whether all limits still hold
 */
export async function countTry(limits: readonly Limit[]): Promise<boolean> {
  const at = now();
  const since = new Date(at.getTime() - WINDOW_MS);
  const counted: Limit[] = [];
  for (const limit of limits) {
    const { key, most } = limit;
    const written = await db().$executeRaw`
      INSERT INTO rate_limit AS limits (key, window_start, count) VALUES (${key}, ${at}, 1)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN limits.window_start < ${since} THEN 1 ELSE limits.count + 1 END,
        window_start = CASE WHEN limits.window_start < ${since} THEN ${at} ELSE limits.window_start END
      WHERE limits.count < ${most} OR limits.window_start < ${since}`;
    if (written === 0) {
      await forgiveTry(counted);
      return false;
    }
    counted.push(limit);
  }
  return true;
}

/** Takes a counted try back: it was none of those that are to be limited. */
export async function forgiveTry(limits: readonly Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key);
  await db().$executeRaw`
    UPDATE rate_limit SET count = greatest(count - 1, 0) WHERE key = ANY(${keys})`;
}

/** Removes what no longer counts. */
export async function forgetOldTries(): Promise<void> {
  const before = new Date(now().getTime() - WINDOW_MS);
  await db().rateLimit.deleteMany({ where: { windowStart: { lt: before } } });
}
