import { MathProblem } from '@/lib/math/core/error';

/** What is said of dots that stand for terms. */
export const ASK_DOTS =
  'How dots go on nobody can be sure: write a sum or product sign, as in $\\sum_{k=1}^{n} k^2$.';

/** Why a character is none of a formula. */
export function refusal(
  source: string,
  { start, end }: { start: number; end: number },
): MathProblem {
  const character = source.slice(start, end);
  const [dots] = /^(?:\.{2,}|…)/.exec(source.slice(start, start + 8)) ?? [];
  if (dots !== undefined)
    return new MathProblem({ message: ASK_DOTS, start, end: start + dots.length });
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  // What cannot be seen, or reverses the text around it, is named only.
  const quoted = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” ` : '';
  const message = `The character ${quoted}(U+${code}) has no meaning in a formula.`;
  return new MathProblem({ message, start, end, found: character });
}
