import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredFormula } from '@/lib/kinds/formula/authoring';

/** Golden answers for fields that ask for no value. */

export type Part = GoldenPart<z.input<typeof authoredFormula>, FieldsAnswer>;

export function answer(
  text: string,
  points: number,
  verdict: 'right' | 'wrong' | 'review',
  says?: string,
): GoldenCase<FieldsAnswer> {
  return { name: text, answer: { fields: { y: text } }, points, verdict, ...(says && { says }) };
}
