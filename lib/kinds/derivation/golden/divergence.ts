import type { GoldenCase } from '@/lib/kinds/contract';
import type { DerivationAnswer } from '@/lib/kinds/derivation/answer';

/** What the golden derivations of the divergence of two exponential laws are made of. */
export type Case = GoldenCase<DerivationAnswer>;

export const stated =
  '\\int_0^\\infty \\lambda e^{-\\lambda x}\\ln\\frac{\\lambda e^{-\\lambda x}}{\\mu e^{-\\mu x}}\\,dx';
export const split =
  '\\ln\\frac{\\lambda}{\\mu}+(\\mu-\\lambda)\\int_0^\\infty x\\lambda e^{-\\lambda x}\\,dx';
export const result = '\\ln\\frac{\\lambda}{\\mu}+\\frac{\\mu}{\\lambda}-1';

export function right(name: string, ...lines: string[]): Case {
  return { name, answer: { lines }, points: 4, verdict: 'right' };
}

/** What cannot be read waits for a person; the points are those that are certain. */
export function unread(name: string, points: number, says: string, ...lines: string[]): Case {
  return { ...wrong(name, points, says, ...lines), verdict: 'review' };
}

export function wrong(name: string, points: number, says: string, ...lines: string[]): Case {
  return { name, answer: { lines }, points, verdict: 'wrong', says };
}
