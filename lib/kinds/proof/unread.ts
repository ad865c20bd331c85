import type { FindUnread } from '@/lib/kinds/contract';
import { unreadLine } from '@/lib/kinds/fields/unread-places';
import type { ProofAnswer, ProofSpec } from './answer';
import { readSteps } from './reading/read-steps';

/** The lines that cannot be read, and those that claim something in words alone. */
export const findUnread: FindUnread<ProofSpec, ProofAnswer> = (spec, answer) =>
  readSteps(answer.steps ?? [], spec).read.flatMap((step) => {
    if (step.kind === 'unreadable') return unreadLine(step.number, step.text, step.error);
    if (step.kind !== 'words' || !step.claimsInWords) return [];
    const place = { start: 0, end: step.text.length };
    return unreadLine(step.number, step.text, { message: IN_WORDS, ...place });
  });

const IN_WORDS = 'Words without signs are not judged; a person reads them, if points hang on them.';
