import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

type Golden = GoldenPart<ProofPart, ProofAnswer>;

/** The least point of a quadratic function is the solution of a linear system. */
const leastPart: ProofPart = {
  symbols: {
    A: { latex: 'A', shape: ['n', 'n'] },
    x: { latex: 'x', shape: ['n', 1] },
    xs: { latex: 'x^*', shape: ['n', 1] },
    b: { latex: 'b', shape: ['n', 1] },
  },
  matrices: { A: { eigenvalues: '[0, inf)' } },
  hypotheses: { system: 'A x^* = b' },
  goal: '\\frac{1}{2} x^T A x - b^T x \\ge \\frac{1}{2} (x^*)^T A x^* - b^T x^*',
  goal_points: 1,
  milestones: [
    { points: 1, claims: ['(x - x^*)^T A (x - x^*) \\ge 0', '0 \\le x^T A x - 2 b^T x + b^T x^*'] },
  ],
};

const least = '\\frac{1}{2} x^T A x - b^T x \\ge \\frac{1}{2} (x^*)^T A x^* - b^T x^*';

export const leastPoint: Golden = {
  part: leastPart,
  points: 2,
  cases: [
    proof('multiplied out', 2, 'right', [
      '0 \\le (x - x^*)^T A (x - x^*) = x^T A x - 2 x^T A x^* + (x^*)^T A x^*',
      'x^T A x^* = b^T x',
      '(x^*)^T A x^* = b^T x^*',
      least,
    ]),
    proof('with a name for the difference', 2, 'right', [
      'd = x - x^*',
      'x^T A x = d^T A d + 2 b^T d + b^T x^*',
      'd^T A d \\ge 0',
      least,
    ]),
    proof(
      'the mixed term once',
      1.5,
      'wrong',
      [
        '(x - x^*)^T A (x - x^*) = x^T A x - x^T A x^* + (x^*)^T A x^*',
        '(x - x^*)^T A (x - x^*) \\ge 0',
        least,
      ],
      'does not follow',
    ),
    proof(
      'positive, which is not given',
      0.5,
      'wrong',
      ['(x - x^*)^T A (x - x^*) > 0'],
      'does not follow',
    ),
  ],
};

/** A gradient step on a quadratic function shrinks distances. */
const shrinkPart: ProofPart = {
  symbols: {
    A: { latex: 'A', shape: ['n', 'n'] },
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
    mu: { latex: '\\mu', domain: '(0, inf)' },
    L: { latex: 'L', domain: '(0, inf)' },
  },
  matrices: { A: { eigenvalues: '[mu, L]' } },
  hypotheses: { step: 'y = x - \\frac{1}{L} A x' },
  goal: '\\|y\\|^2 \\le (1 - \\frac{\\mu}{L}) \\|x\\|^2',
  goal_points: 1,
  milestones: [
    { points: 1, claims: ['\\|A x\\|^2 \\le L x^T A x', '\\|A x\\| \\le L \\|x\\|'] },
    { points: 1, claims: ['\\|y\\|^2 \\le \\|x\\|^2 - \\frac{1}{L} x^T A x'] },
  ],
};

const expansion = '\\|y\\|^2 = \\|x\\|^2 - \\frac{2}{L} x^T A x + \\frac{1}{L^2}\\|A x\\|^2';
const gain = '\\|y\\|^2 \\le \\|x\\|^2 - \\frac{1}{L} x^T A x';
const shrunk = '\\|y\\|^2 \\le (1 - \\frac{\\mu}{L}) \\|x\\|^2';

export const shrinking: Golden = {
  part: shrinkPart,
  points: 3,
  cases: [
    proof('step by step', 3, 'right', [
      expansion,
      '\\|A x\\|^2 = x^T A^2 x \\le L x^T A x',
      gain,
      'x^T A x \\ge \\mu \\|x\\|^2',
      shrunk,
    ]),
    proof(
      'the bounds exchanged',
      2.25,
      'wrong',
      [expansion, '\\|A x\\|^2 \\le \\mu x^T A x', '\\|A x\\|^2 \\le L x^T A x', gain, shrunk],
      'does not follow',
    ),
    proof('the bound below for the one above', 0.25, 'wrong', [
      '\\|A x\\| \\le L \\|x\\|',
      'x^T A x \\ge L \\|x\\|^2',
    ]),
  ],
};
