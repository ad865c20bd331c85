import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

type Golden = GoldenPart<ProofPart, ProofAnswer>;

/** The descent lemma: a gradient step lowers a smooth function. */
const descentPart: ProofPart = {
  symbols: {
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
    f: { latex: 'f', from: ['n', 1], to: [1, 1] },
    grad: { latex: '\\nabla f', aliases: ['g'], from: ['n', 1], to: ['n', 1] },
    L: { latex: 'L', domain: '(0, inf)' },
  },
  hypotheses: {
    smooth: 'f(y) \\le f(x) + \\nabla f(x)^T (y - x) + \\frac{L}{2}\\|y - x\\|^2',
    step: 'y = x - \\frac{1}{L}\\nabla f(x)',
  },
  goal: 'f(y) \\le f(x) - \\frac{1}{2L}\\|\\nabla f(x)\\|^2',
  goal_points: 1,
  milestones: [
    {
      points: 2,
      claims: [
        '\\nabla f(x)^T(y - x) = -\\frac{1}{L}\\|\\nabla f(x)\\|^2',
        '\\|y - x\\|^2 = \\frac{1}{L^2}\\|\\nabla f(x)\\|^2',
        'y - x = -\\frac{1}{L}\\nabla f(x)',
      ],
    },
  ],
};

/** The gradient of a convex function is monotone. */
const monotonePart: ProofPart = {
  symbols: {
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
    f: { latex: 'f', from: ['n', 1], to: [1, 1] },
    grad: { latex: '\\nabla f', aliases: ['g'], from: ['n', 1], to: ['n', 1] },
  },
  hypotheses: {
    'convex at x': 'f(y) \\ge f(x) + \\nabla f(x)^T (y - x)',
    'convex at y': 'f(x) \\ge f(y) + \\nabla f(y)^T (x - y)',
  },
  goal: '(\\nabla f(x) - \\nabla f(y))^T (x - y) \\ge 0',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        '0 \\ge \\nabla f(x)^T(y - x) + \\nabla f(y)^T(x - y)',
        '\\nabla f(y)^T(x - y) \\le f(x) - f(y), f(x) - f(y) \\le \\nabla f(x)^T(x - y)',
      ],
    },
  ],
};

const CONTRACTION = {
  step: 'x_{t+1} = T(x_t)',
  'fixed point': 'T(x^*) = x^*',
  contraction: '\\|T(x_t) - T(x^*)\\| \\le q \\|x_t - x^*\\|',
};

/** A contraction converges to its fixed point. */
const contractionPart: ProofPart = {
  index: 't',
  symbols: {
    x: { latex: 'x_t', shape: ['n', 1] },
    xs: { latex: 'x^*', shape: ['n', 1] },
    T: { latex: 'T', from: ['n', 1], to: ['n', 1] },
    q: { latex: 'q', domain: '(0, 1)' },
  },
  hypotheses: CONTRACTION,
  goal: 'x_t \\to x^*',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        '\\|x_{t+1} - x^*\\| \\le q\\|x_t - x^*\\|',
        '\\|x_{t+1} - x^*\\| < \\|x_t - x^*\\|',
      ],
    },
  ],
};

const step = 'y - x = -\\frac{1}{L}\\nabla f(x)';

export const descent: Golden = {
  part: descentPart,
  points: 3,
  cases: [
    proof('step by step', 3, 'right', [
      step,
      'f(y) \\le f(x) - \\frac{1}{L}\\|\\nabla f(x)\\|^2 + \\frac{L}{2}\\cdot\\frac{1}{L^2}\\|\\nabla f(x)\\|^2',
      'f(y) \\le f(x) - \\frac{1}{2L}\\|\\nabla f(x)\\|^2',
    ]),
    proof('the step written into the goal', 3, 'right', [
      'f(x - \\frac{1}{L}\\nabla f(x)) \\le f(x) - \\frac{1}{L}\\|\\nabla f(x)\\|^2 + \\frac{L}{2}\\|\\frac{1}{L}\\nabla f(x)\\|^2',
      step,
      'f(x - \\frac{1}{L}\\nabla f(x)) \\le f(x) - \\frac{1}{2L}\\|\\nabla f(x)\\|^2',
    ]),
    proof('one bridging line', 3, 'right', [
      '\\|y-x\\|^2 = \\frac{1}{L^2}\\|\\nabla f(x)\\|^2',
      'f(x) - f(y) \\ge \\frac{1}{2L}\\|\\nabla f(x)\\|^2',
    ]),
    proof(
      'the factor of a half forgotten',
      1.25,
      'wrong',
      [step, 'f(y) \\le f(x) - \\frac{1}{L}\\|\\nabla f(x)\\|^2'],
      'does not follow',
    ),
    proof('the bare goal', 0, 'wrong', ['f(y) \\le f(x) - \\frac{1}{2L}\\|g(x)\\|^2']),
    proof(
      'gradient ascent',
      2.25,
      'wrong',
      [
        'y - x = \\frac{1}{L}\\nabla f(x)',
        step,
        'f(y) \\le f(x) - \\frac{1}{2L}\\|\\nabla f(x)\\|^2',
      ],
      'does not follow',
    ),
  ],
};

export const monotone: Golden = {
  part: monotonePart,
  points: 2,
  cases: [
    proof('added', 2, 'right', [
      'f(x) + f(y) \\ge f(x) + f(y) + \\nabla f(x)^T(y-x) + \\nabla f(y)^T(x-y)',
      '0 \\ge \\nabla f(x)^T(y-x) + \\nabla f(y)^T(x-y)',
      '0 \\ge -(\\nabla f(x) - \\nabla f(y))^T(x-y)',
      '(\\nabla f(x) - \\nabla f(y))^T(x-y) \\ge 0',
    ]),
    proof('two bounds, each on its line', 2, 'right', [
      '\\nabla f(x)^T(x-y) \\ge f(x) - f(y)',
      '\\nabla f(y)^T(x-y) \\le f(x) - f(y)',
      '(\\nabla f(x) - \\nabla f(y))^T(x-y) \\ge 0',
    ]),
    proof('as a chain with inner products', 2, 'right', [
      '\\langle \\nabla f(y), x - y\\rangle \\le f(x) - f(y) \\le \\langle \\nabla f(x), x - y\\rangle',
      '\\langle \\nabla f(x) - \\nabla f(y), x - y\\rangle \\ge 0',
    ]),
    proof(
      'the inequality turned',
      0,
      'wrong',
      ['f(y) \\le f(x) + \\nabla f(x)^T(y-x)', '(\\nabla f(x)-\\nabla f(y))^T(x-y) \\ge 0'],
      'With ',
    ),
    proof('strict', 1.5, 'wrong', [
      '0 \\ge \\nabla f(x)^T(y-x) + \\nabla f(y)^T(x-y)',
      '(\\nabla f(x) - \\nabla f(y))^T(x-y) > 0',
    ]),
  ],
};

export const contraction: Golden = {
  part: contractionPart,
  points: 2,
  cases: [
    proof('the bound, then the limit', 2, 'right', [
      '\\|x_{t+1} - x^*\\| = \\|T(x_t) - T(x^*)\\| \\le q\\|x_t - x^*\\|',
      '\\|x_t - x^*\\| \\to 0',
      'x_t \\to x^*',
    ]),
    proof('squared', 2, 'right', [
      '\\|x_{t+1} - x^*\\|^2 \\le q^2\\|x_t - x^*\\|^2',
      'x_t \\to x^*',
    ]),
    proof('the bare goal', 0, 'wrong', ['x_t \\to x^*']),
    proof('reached at once', 0, 'wrong', ['x_{t+1} = x^*', 'x_t \\to x^*'], 'does not follow'),
    proof(
      'another limit',
      0.5,
      'wrong',
      ['\\|x_{t+1} - x^*\\| \\le q\\|x_t - x^*\\|', 'x_t \\to 0'],
      'does not tend',
    ),
    proof(
      'the bound of another direction',
      0.5,
      'wrong',
      ['q\\|x_{t+1} - x^*\\| \\ge \\|x_t - x^*\\|', 'x_t \\to x^*'],
      'does not follow',
    ),
  ],
};

/** The same with its rate, from a first element on. */
const ratePart: ProofPart = {
  index: 't',
  symbols: {
    x: { latex: 'x_t', shape: ['n', 1] },
    x0: { latex: 'x_0', shape: ['n', 1] },
    xs: { latex: 'x^*', shape: ['n', 1] },
    T: { latex: 'T', from: ['n', 1], to: ['n', 1] },
    q: { latex: 'q', domain: '[0, 1)' },
  },
  hypotheses: CONTRACTION,
  goal: 'x_t \\to x^*',
  goal_points: 1,
  milestones: [
    { points: 1, claims: ['\\|x_{t+1} - x^*\\| \\le q\\|x_t - x^*\\|'] },
    { points: 1, claims: ['\\|x_t - x^*\\| \\le q^t\\|x_0 - x^*\\|'] },
  ],
};

const rateStep = '\\|x_{t+1} - x^*\\| \\le q\\|x_t - x^*\\|';
const rate = '\\|x_t - x^*\\| \\le q^t \\|x_0 - x^*\\|';

export const contractionRate: Golden = {
  part: ratePart,
  points: 3,
  cases: [
    proof('step, rate, limit', 3, 'right', [rateStep, rate, 'q^t \\to 0', 'x_t \\to x^*']),
    proof('one chain to zero', 3, 'right', [
      rateStep,
      `0 \\le ${rate} \\to 0`,
      '\\|x_t - x^*\\| \\to 0',
      'x_t \\to x^*',
    ]),
    proof('the rate without the step that it is of', 3, 'right', [rate, 'x_t \\to x^*']),
    proof('two steps, then the rate', 3, 'right', [
      '\\|x_{t+1} - x^*\\| = \\|T(x_t) - T(x^*)\\| \\le q\\|x_t - x^*\\| \\le q^2\\|x_{t-1} - x^*\\|',
      '\\|x_t - x^*\\| \\le q^t\\|x_0 - x^*\\|',
      'x_t \\to x^*',
    ]),
    proof('stopped at the rate', 2, 'wrong', [rateStep, rate], 'No line says what'),
    proof(
      'one power too many',
      2.25,
      'wrong',
      [rateStep, '\\|x_t - x^*\\| \\le q^{t+1}\\|x_0 - x^*\\|', 'x_t \\to x^*'],
      'does not follow',
    ),
    proof(
      'the first element for the limit',
      2.25,
      'wrong',
      [rateStep, 'x_0 = x^*', 'x_t \\to x^*'],
      'does not follow',
    ),
    proof('the goal alone', 0, 'wrong', ['x_t \\to x^*'], 'earns nothing'),
  ],
};
