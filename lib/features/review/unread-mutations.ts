import 'server-only';
import type { SignedInPerson } from '@/lib/features/people/data';
import { ok, type Result } from '@/lib/result';
import { type DomainError, notFound } from '@/lib/server/errors';
import { override } from './mark-mutations';
import { type ReviewedSitting, reviewedAttempt } from './policy';
import type { UnreadGroupInput } from './schema';
import { unreadGroups } from './unread-data';

/**
 * Decides what was written alike and could not be read, for a whole group: each part keeps the score
 * that is certain, as a person's, and gets none or all of what waits. Parts of which something else waits too are left to wait, and so
 * is a part that somebody marked in the meantime.
 * @returns how many were decided, and how many were left
 */
export async function closeUnread(
  sitting: ReviewedSitting,
  person: SignedInPerson,
  { partId, text, award, reason }: Omit<UnreadGroupInput, 'sittingId'>,
): Promise<Result<{ closed: number; left: number }, DomainError>> {
  const group = (await unreadGroups(sitting)).find(
    (each) => each.partId === partId && each.text === text,
  );
  if (!group) return notFound();
  let closed = 0;
  for (const { id, score: certain, open, onlyThis } of group.attempts) {
    const attempt = onlyThis ? await reviewedAttempt(person, id) : null;
    if (!attempt?.ok) continue;
    const score = award === 'all' ? certain + open : certain;
    const mark = { partId, score, withdraw: false, comment: '', reason, seenMarkId: null };
    if ((await override(attempt.value, mark)).ok) closed++;
  }
  return ok({ closed, left: group.attempts.length - closed });
}
