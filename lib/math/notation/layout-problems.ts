import { AT_END, MathProblem } from '@/lib/math/core/error';
import type { Token } from './tokens';

/** How deep groups, fractions and scripts may be nested. */
export const MAX_DEPTH = 60;

export function unclosed(opening: Token, close: string): MathProblem {
  const message = `This opens here and is never closed; “${close}” is missing.`;
  return new MathProblem({
    message,
    start: opening.start,
    end: opening.end,
    expected: close,
    proposal: `add “${close}”`,
    edit: { start: AT_END, end: AT_END, text: close },
  });
}

export function tooDeep({ start, end }: Token): MathProblem {
  const message = `This is nested more than ${MAX_DEPTH} levels deep.`;
  return new MathProblem({ message, start, end });
}

export function unexpected({ text, start, end }: Token): MathProblem {
  const message = `“${text}” closes something that was never opened.`;
  return new MathProblem({ message, start, end, found: text });
}
