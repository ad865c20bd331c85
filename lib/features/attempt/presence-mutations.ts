import 'server-only';
import { now } from '@/lib/server/clock';
import { db } from '@/lib/server/db';
import { log } from '@/lib/server/log';
import type { OwnAttempt } from './policy';

/** Notes that the browser of an attempt is there. Nothing depends on it but what staff see. */
export function notePresence({ id: attemptId }: OwnAttempt): void {
  const seenAt = now();
  db()
    .presence.upsert({
      where: { attemptId },
      create: { attemptId, seenAt },
      update: { seenAt },
    })
    .catch((error: unknown) => log().debug({ err: error }, 'a presence was not noted'));
}
