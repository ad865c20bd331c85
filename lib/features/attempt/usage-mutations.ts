import 'server-only';
import { ok, type Result } from '@/lib/result';
import { now } from '@/lib/server/clock';
import type { Database } from '@/lib/server/db';
import { type DomainError, refusal } from '@/lib/server/errors';

/**
 * The room sends each part at most every 0.8 s while one types, twelve of them after an outage: forty
 * a minute are many. Ninety minutes of such typing in a proof of 5 KB come to 20 MB.
 */
const MOST_A_MINUTE = 240;
const MOST_BYTES_A_DAY = 64 * 1024 * 1024;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Counts a save of a person, of whichever attempt, conflicts and late ones too. All answers of an
 * honest day fit; a script that would fill the disk does not.
 * @param bytes what the save brings
 */
export async function countSave(
  tx: Database,
  personId: string,
  bytes: number,
): Promise<Result<null, DomainError>> {
  const at = now();
  const minuteAgo = new Date(at.getTime() - MINUTE_MS);
  const dayAgo = new Date(at.getTime() - DAY_MS);
  const [usage] = await tx.$queryRaw<{ saves: number; bytes: bigint }[]>`
    INSERT INTO save_usage AS u (person_id, minute_start, minute_saves, day_start, day_bytes)
    VALUES (${personId}::uuid, ${at}, 1, ${at}, ${bytes})
    ON CONFLICT (person_id) DO UPDATE SET
      minute_saves = CASE WHEN u.minute_start <= ${minuteAgo} THEN 1 ELSE u.minute_saves + 1 END,
      minute_start = CASE WHEN u.minute_start <= ${minuteAgo} THEN ${at} ELSE u.minute_start END,
      day_bytes = CASE WHEN u.day_start <= ${dayAgo} THEN ${bytes} ELSE u.day_bytes + ${bytes} END,
      day_start = CASE WHEN u.day_start <= ${dayAgo} THEN ${at} ELSE u.day_start END
    RETURNING minute_saves AS saves, day_bytes AS bytes`;
  if ((usage?.saves ?? 0) > MOST_A_MINUTE) {
    return refusal('TOO_MUCH', 'Too many saves within a minute. What you wrote is kept here.');
  }
  if ((usage?.bytes ?? 0n) > MOST_BYTES_A_DAY) {
    return refusal(
      'TOO_MUCH',
      'More was saved today than anybody writes. What you wrote is kept here; tell the staff.',
    );
  }
  return ok(null);
}
