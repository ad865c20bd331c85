import { type MathError, MathProblem } from '@/lib/math/core/error';
import { fail, ok, type Result } from '@/lib/result';
import type { Item } from './item';
import { layOut } from './layout';
import type { SplitWord } from './split-words';
import { tokenize } from './tokens';

/** A written form of a symbol or a size, laid out. */
export function layOutForm(form: string, splitWord: SplitWord): Result<readonly Item[], MathError> {
  try {
    return ok(layOut(tokenize(form, false), splitWord));
  } catch (error) {
    if (error instanceof MathProblem) return fail(error.problem);
    throw error;
  }
}
