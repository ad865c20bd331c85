import type { GoldenCase } from '@/lib/kinds/contract';
import type { PlanAnswer } from '@/lib/kinds/plan/answer';

export type Case = GoldenCase<PlanAnswer>;

/** A plan that earns everything. */
export const right = (name: string, ...steps: string[]): Case => ({
  name,
  answer: { steps },
  points: 3,
  verdict: 'right',
});

/** A plan that is not all right, and what it is told. */
export const wrong = (name: string, points: number, says: string, ...steps: string[]): Case => ({
  name,
  answer: { steps },
  points,
  verdict: 'wrong',
  says,
});

/** A plan of which something cannot be read: a person reads it. */
export const unread = (name: string, points: number, says: string, ...steps: string[]): Case => ({
  ...wrong(name, points, says, ...steps),
  verdict: 'review',
});

/** The lines that most plans for the gradients end with. */
export const REST = ['d_x = a J_x^f', 'd_v = J_g^L J_v^g'];
