import { z } from 'zod';
import { isStorable } from '@/lib/exam/storable';

const UNSTORABLE = 'contains a NUL character or half of one';

/** What the exam room sends: `PUT /api/attempts/:id/answers/:part`. */
export const saveSchema = z.strictObject({
  content: z.record(z.string(), z.json()).refine(isStorable, UNSTORABLE),
  note: z.string().max(20_000).refine(isStorable, UNSTORABLE),
  /** The latest revision that the writer knew; 0 for none. */
  base: z.int().min(0),
  idempotencyKey: z.uuid(),
  /** Keys of the writer's older drafts that may have arrived without their knowing. */
  supersedes: z.array(z.uuid()).max(100),
  /** The tab or device. */
  clientId: z.uuid(),
});
export type SaveBody = z.infer<typeof saveSchema>;

export const MAX_SAVE_BYTES = 128 * 1024;

/** Starting an attempt; the code is asked for where the sitting has one. */
export const startSchema = z.strictObject({
  sittingId: z.uuid(),
  accessCode: z.string().max(200).nullable(),
  /** The parts to practise; none for the whole exam. */
  partIds: z.array(z.string().min(1).max(100)).max(200).default([]),
});

const answerEntry = z.strictObject({
  partId: z.string(),
  /** 0 where nothing was saved. */
  revision: z.int(),
  digest: z.string(),
});

/** What a student can prove a submission with. */
export const receiptSchema = z.strictObject({
  attemptId: z.uuid(),
  submittedAt: z.iso.datetime(),
  submittedBy: z.enum(['STUDENT', 'SWEEPER', 'STAFF']),
  answers: z.array(answerEntry),
  /** sha256 over all answers. */
  digest: z.string(),
  signature: z.string(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/**
 * What a receipt is: `forged` was not signed by this server, `differs` was signed and no longer agrees
 * with the attempt.
 */
export type ReceiptVerdict = 'valid' | 'forged' | 'differs';

/** The receipt that a text holds; null where it holds none. */
export function readReceipt(text: string): Receipt | null {
  try {
    return receiptSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
