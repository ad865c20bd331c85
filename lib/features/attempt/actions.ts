'use server';

import { headers } from 'next/headers';
import { mayBeTaken } from '@/lib/features/attempt/place/require-place';
import { requirePerson } from '@/lib/features/people/policy';
import { ok, type Result } from '@/lib/result';
import { clientAddress } from '@/lib/server/client-address';
import { type DomainError, refusal } from '@/lib/server/errors';
import { countTry } from '@/lib/server/rate-limit';
import { startAttempt } from './mutations';
import { ownSitting } from './policy';
import { type ReceiptVerdict, readReceipt, startSchema } from './schema';
import { verifyReceipt } from './submit-mutations';

/** Begins (or goes on with) an attempt of a sitting. */
export async function start(input: unknown): Promise<Result<{ attemptId: string }, DomainError>> {
  const person = await requirePerson();
  if (!person.ok) return person;
  const parsed = startSchema.safeParse(input);
  if (!parsed.success) return refusal('INVALID', 'This is not a request to start an exam.');
  const sitting = await ownSitting(person.value, parsed.data.sittingId);
  if (!sitting.ok) return sitting;
  const admitted = await mayBeTaken(sitting.value.id);
  if (!admitted.ok) return admitted;
  const { accessCode, partIds } = parsed.data;
  return startAttempt(sitting.value, accessCode, partIds);
}

/** Receipts that are looked at from one address within 15 minutes. */
const MOST_RECEIPTS = 60;
const MOST_RECEIPT_LENGTH = 100_000;

/** Says whether a receipt, as its file holds it, is ours and agrees with what is stored. Anybody may ask. */
export async function checkReceipt(
  text: unknown,
): Promise<Result<{ verdict: ReceiptVerdict; submittedAt: string | null }, DomainError>> {
  const address = clientAddress(Object.fromEntries(await headers()));
  if (!(await countTry([{ key: `receipt:${address}`, most: MOST_RECEIPTS }]))) {
    return refusal('TOO_MANY_TRIES', 'Too many receipts. Wait 15 minutes and try again.');
  }
  if (typeof text !== 'string' || text.length > MOST_RECEIPT_LENGTH) {
    return refusal('INVALID', 'This is no receipt.');
  }
  const receipt = readReceipt(text);
  if (receipt === null) return refusal('INVALID', 'This is no receipt: paste its whole file.');
  const verdict = await verifyReceipt(receipt);
  return ok({ verdict, submittedAt: verdict === 'forged' ? null : receipt.submittedAt });
}
