import { MathProblem } from '@/lib/math/core/error';
import type { Span } from '@/lib/math/core/tree';
import type { Item } from '@/lib/math/notation/item';

/** `there is t with …` says less than the same for all, and words may say of what. */
export function lessThanAll({ start, end }: Span): MathProblem {
  const message =
    'That this holds for some says less than that it holds, so the line is not judged. If it always holds, say just that.';
  return new MathProblem({ message, start, end });
}

/** Where items stand in their line. */
export function placeOf(items: readonly Item[]): Span {
  return { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 };
}

/** Words that the lexicon does not know may turn a claim around. */
export function unknownWords(word: string, { start, end }: Span): MathProblem {
  const message = `“${word}” may change what is said here, so this line is not judged. Say it with signs, or in words such as “so”, “because”, “suppose”, “if … then”.`;
  return new MathProblem({ message, start, end });
}
