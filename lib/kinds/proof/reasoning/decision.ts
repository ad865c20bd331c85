import { TooLarge } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { Unsupported } from '@/lib/kinds/proof/reasoning/algebra/value';
import type { SequenceModel } from './limits/sequence-models';
import type { Model } from './model';

/** What a single relation between two expressions came to. */
export type Decision =
  | { kind: 'follows' }
  /** Values under which all premises hold and the relation does not. */
  | { kind: 'fails'; model: Model }
  /** Values under which all premises hold, and the relation has no value. */
  | { kind: 'undefined'; model: Model }
  /** Sequences for which all premises hold, and the limit is another. */
  | { kind: 'diverges'; model: SequenceModel }
  | { kind: 'undecided'; why: string };

export const FOLLOWS: Decision = { kind: 'follows' };
export const UNDECIDED: Decision = { kind: 'undecided', why: 'the solver did not tell' };

/** What was decided; what is beyond what can be worked with is undecided. */
export async function orUndecided(decide: () => Promise<Decision>): Promise<Decision> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'undecided', why: error.message };
    if (error instanceof TooLarge) return { kind: 'undecided', why: 'an expression that large' };
    throw error;
  }
}
