import 'server-only';
import { headers } from 'next/headers';
import { inItsPlace, type OwnAttempt } from '@/lib/features/attempt/policy';
import { attemptTime } from '@/lib/features/attempt/room-data';
import { ok, type Result } from '@/lib/result';
import type { DomainError } from '@/lib/server/errors';
import { placeOf } from './request-place';

/** Only where the front door of ours does not stand before the request. */
const NOWHERE = 'http://localhost/';

/** For pages and actions: whether a sitting may be taken from where the browser is that asks now. */
export async function mayBeTaken(sittingId: string): Promise<Result<null, DomainError>> {
  return inItsPlace(sittingId, placeOf(await headers(), NOWHERE));
}

/** The same for the room of an attempt; one that is handed in shows nothing there. */
export async function mayBeOpened(attempt: OwnAttempt): Promise<Result<null, DomainError>> {
  const { state } = await attemptTime(attempt);
  return state === 'submitted' ? ok(null) : mayBeTaken(attempt.sittingId);
}
