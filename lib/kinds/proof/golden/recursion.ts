import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

/** The closed form of a recursion, by a shift or by induction. */
const part: ProofPart = {
  index: 't',
  symbols: {
    a: { latex: 'a_t' },
    a0: { latex: 'a_0' },
  },
  hypotheses: { start: 'a_0 = 0', step: 'a_{t+1} = 2a_t + 1' },
  goal: 'a_t = 2^t - 1',
  goal_points: 1,
  milestones: [{ points: 1, claims: ['a_{t+1} + 1 = 2(a_t + 1)', 'a_t + 1 = 2^t(a_0 + 1)'] }],
};

const goal = 'a_t = 2^t - 1';

export const recursion: GoldenPart<ProofPart, ProofAnswer> = {
  part,
  points: 2,
  cases: [
    proof('shifted by one', 2, 'right', [
      'a_{t+1} + 1 = 2(a_t + 1)',
      'a_t + 1 = 2^t(a_0 + 1) = 2^t',
      goal,
    ]),
    proof('by induction, after the step', 2, 'right', [
      'a_{t+1} + 1 = 2a_t + 2 = 2(a_t + 1)',
      'a_0 = 2^0 - 1',
      { claim: `\\text{Suppose } ${goal}`, level: 0 },
      { claim: 'a_{t+1} + 1 = 2 \\cdot 2^t = 2^{t+1}', level: 1 },
      { claim: goal, level: 0 },
    ]),
    proof('stopped after the step', 1, 'wrong', ['a_{t+1} + 1 = 2(a_t + 1)'], 'No line says what'),
    proof(
      'one power too many',
      0.5,
      'wrong',
      ['a_{t+1} + 1 = 2(a_t + 1)', 'a_t = 2^{t+1} - 1'],
      'With ',
    ),
    proof(
      'a start that is not given',
      0.5,
      'wrong',
      ['a_{t+1} + 1 = 2(a_t + 1)', 'a_0 = 1'],
      'With ',
    ),
    proof('the goal alone', 0, 'wrong', [goal], 'earns nothing'),
  ],
};
