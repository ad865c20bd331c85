import type { FindUnread } from '@/lib/kinds/contract';
import { unreadLine } from '@/lib/kinds/fields/unread-places';
import type { ProofAnswer, ProofSpec } from './answer';
import { readSteps } from './reading/read-steps';

/** The lines that cannot be read. */
export const findUnread: FindUnread<ProofSpec, ProofAnswer> = (spec, answer) =>
  readSteps(answer.steps ?? [], spec).read.flatMap((step) =>
    step.kind === 'unreadable' ? unreadLine(step.number, step.text, step.error) : [],
  );
