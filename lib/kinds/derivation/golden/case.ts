import type { z } from 'zod';
import type { GoldenCase } from '@/lib/kinds/contract';
import type { DerivationAnswer } from '@/lib/kinds/derivation/answer';
import type { authoredDerivation } from '@/lib/kinds/derivation/authoring';

export type Part = z.input<typeof authoredDerivation>;
export type Case = GoldenCase<DerivationAnswer>;

/** A case of four points that is right. */
export const right = (name: string, ...lines: string[]): Case => ({
  name,
  answer: { lines },
  points: 4,
  verdict: 'right',
});
export const wrong = (name: string, points: number, says: string, ...lines: string[]): Case => ({
  name,
  answer: { lines },
  points,
  verdict: 'wrong',
  says,
});
export const unread = (name: string, points: number, says: string, ...lines: string[]): Case => ({
  ...wrong(name, points, says, ...lines),
  verdict: 'review',
});
