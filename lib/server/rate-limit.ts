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
 * count together and tries at the same time cannot slip past each other.
 * @returns whether all limits still hold
 */
export async function countTry(limits: readonly Limit[]): Promise<boolean> {
  const at = now();
  const since = new Date(at.getTime() - WINDOW_MS);
  const counts = await Promise.all(
    limits.map(async ({ key, most }) => {
      const rows = await db().$queryRaw<{ count: number }[]>`
        INSERT INTO rate_limit AS limits (key, window_start, count) VALUES (${key}, ${at}, 1)
        ON CONFLICT (key) DO UPDATE SET
          count = CASE WHEN limits.window_start < ${since} THEN 1 ELSE limits.count + 1 END,
          window_start = CASE WHEN limits.window_start < ${since} THEN ${at} ELSE limits.window_start END
        RETURNING count`;
      return (rows[0]?.count ?? 0) <= most;
    }),
  );
  return counts.every((within) => within);
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
