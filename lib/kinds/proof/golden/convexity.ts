import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

type Golden = GoldenPart<ProofPart, ProofAnswer>;

/** What lies below a level of a convex function is convex. */
const levelPart: ProofPart = {
  symbols: {
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
    f: { latex: 'f', from: ['n', 1], to: [1, 1] },
    lambda: { latex: '\\lambda', domain: '[0, 1]' },
    c: { latex: 'c' },
  },
  functions: { f: { convex: true } },
  hypotheses: { 'x is in it': 'f(x) \\le c', 'y is in it': 'f(y) \\le c' },
  goal: 'f(\\lambda x + (1-\\lambda) y) \\le c',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: ['f(\\lambda x + (1-\\lambda) y) \\le \\lambda f(x) + (1-\\lambda) f(y)'],
    },
  ],
};

const between = 'f(\\lambda x + (1-\\lambda) y)';
const chord = '\\lambda f(x) + (1-\\lambda) f(y)';

export const level: Golden = {
  part: levelPart,
  points: 2,
  cases: [
    proof('in one chain', 2, 'right', [
      `${between} \\le ${chord} \\le \\lambda c + (1-\\lambda) c = c`,
    ]),
    proof('with the larger value', 2, 'right', [
      `${between} \\le ${chord}`,
      `${chord} \\le \\max(f(x), f(y))`,
      '\\max(f(x), f(y)) \\le c',
      `${between} \\le c`,
    ]),
    proof('with a name for the point between', 2, 'right', [
      'z = \\lambda x + (1-\\lambda) y',
      `f(z) \\le ${chord}`,
      'f(z) \\le c',
    ]),
    proof(
      'the inequality turned',
      0.5,
      'wrong',
      [`${between} \\ge ${chord}`, `${between} \\le ${chord}`, `${chord} \\ge c`],
      'does not follow',
    ),
    proof(
      'as if it were linear',
      0.5,
      'wrong',
      [`${between} = ${chord}`, `${between} \\le c`],
      'With ',
    ),
    proof('a point that is not between', 1.5, 'wrong', [
      'f(2x - y) \\le 2 f(x) - f(y)',
      `${between} \\le ${chord}`,
      `${between} \\le c`,
    ]),
    proof('the goal alone', 0, 'wrong', [`${between} \\le c`], 'earns nothing'),
  ],
};

/** A gradient step on a smooth convex function does not lead away from the least point. */
const stepPart: ProofPart = {
  index: 't',
  symbols: {
    x: { latex: 'x_t', shape: ['n', 1] },
    xs: { latex: 'x^*', shape: ['n', 1] },
    f: { latex: 'f', from: ['n', 1], to: [1, 1] },
    grad: { latex: '\\nabla f', from: ['n', 1], to: ['n', 1] },
    L: { latex: 'L', domain: '(0, inf)' },
  },
  functions: { f: { convex: true, smooth: 'L', gradient: 'grad' } },
  hypotheses: {
    step: 'x_{t+1} = x_t - \\frac{1}{L}\\nabla f(x_t)',
    'least point': '\\nabla f(x^*) = 0',
  },
  goal: '\\|x_{t+1} - x^*\\| \\le \\|x_t - x^*\\|',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{L}\\|\\nabla f(x_t)\\|^2',
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{2L}\\|\\nabla f(x_t)\\|^2',
      ],
    },
  ],
};

const expanded =
  '\\|x_{t+1} - x^*\\|^2 = \\|x_t - x^*\\|^2 - \\frac{2}{L}\\langle \\nabla f(x_t), x_t - x^*\\rangle + \\frac{1}{L^2}\\|\\nabla f(x_t)\\|^2';
const stepGoal = '\\|x_{t+1} - x^*\\| \\le \\|x_t - x^*\\|';

export const gradientStep: Golden = {
  part: stepPart,
  points: 2,
  cases: [
    proof('by cocoercivity', 2, 'right', [
      expanded,
      '\\langle \\nabla f(x_t) - \\nabla f(x^*), x_t - x^*\\rangle \\ge \\frac{1}{L}\\|\\nabla f(x_t) - \\nabla f(x^*)\\|^2',
      '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{L}\\|\\nabla f(x_t)\\|^2',
      '\\|x_{t+1} - x^*\\|^2 \\le \\|x_t - x^*\\|^2 - \\frac{1}{L^2}\\|\\nabla f(x_t)\\|^2',
      stepGoal,
    ]),
    proof('by two bounds on the values', 2, 'right', [
      'f(x^*) \\ge f(x_t) + \\langle \\nabla f(x_t), x^* - x_t\\rangle',
      'f(x^*) \\le f(x_{t+1}) \\le f(x_t) - \\frac{1}{2L}\\|\\nabla f(x_t)\\|^2',
      '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{2L}\\|\\nabla f(x_t)\\|^2',
      expanded,
      stepGoal,
    ]),
    proof(
      'more than a step gains',
      1.5,
      'wrong',
      [
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{2}{L}\\|\\nabla f(x_t)\\|^2',
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{L}\\|\\nabla f(x_t)\\|^2',
        stepGoal,
      ],
      'does not follow',
    ),
    proof(
      'strongly convex, which is not given',
      1.5,
      'wrong',
      [
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{L}{2}\\|x_t - x^*\\|^2',
        '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge \\frac{1}{L}\\|\\nabla f(x_t)\\|^2',
        stepGoal,
      ],
      'does not follow',
    ),
  ],
};

/** The same of a strongly convex one, with a rate and the limit. */
const ratePart: ProofPart = {
  ...stepPart,
  symbols: { ...stepPart.symbols, mu: { latex: '\\mu', domain: '(0, inf)' } },
  functions: { f: { strongly_convex: 'mu', smooth: 'L', gradient: 'grad' } },
  goal: 'x_t \\to x^*',
  milestones: [
    {
      points: 1,
      claims: ['\\|x_{t+1} - x^*\\|^2 \\le (1 - \\frac{\\mu}{L})\\|x_t - x^*\\|^2'],
    },
  ],
};

const strongRate = '\\|x_{t+1} - x^*\\|^2 \\le (1 - \\frac{\\mu}{L})\\|x_t - x^*\\|^2';

export const gradientRate: Golden = {
  part: ratePart,
  points: 2,
  cases: [
    proof('in steps', 2, 'right', [
      expanded,
      '\\langle \\nabla f(x_t), x_t - x^*\\rangle \\ge f(x_t) - f(x^*) + \\frac{\\mu}{2}\\|x_t - x^*\\|^2',
      'f(x_t) - f(x^*) \\ge \\frac{1}{2L}\\|\\nabla f(x_t)\\|^2',
      strongRate,
      'x_t \\to x^*',
    ]),
    proof('the better rate', 2, 'right', [
      '\\|x_{t+1} - x^*\\|^2 \\le (1 - \\frac{\\mu}{L})^2\\|x_t - x^*\\|^2',
      strongRate,
      'x_t \\to x^*',
    ]),
    proof(
      'a rate that is too good',
      0.5,
      'wrong',
      ['\\|x_{t+1} - x^*\\|^2 \\le (1 - \\frac{\\mu}{L})^3\\|x_t - x^*\\|^2', strongRate],
      'does not follow',
    ),
    proof('the goal alone', 0, 'review', ['x_t \\to x^*']),
  ],
};

/** A strictly convex function has one least point. */
const uniquePart: ProofPart = {
  symbols: {
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
    f: { latex: 'f', from: ['n', 1], to: [1, 1] },
    m: { latex: 'm' },
  },
  functions: { f: { convex: 'strictly' } },
  hypotheses: {
    'least at x': 'f(x) = m',
    'least at y': 'f(y) = m',
    'least of all': 'm \\le f(\\frac{x+y}{2})',
  },
  goal: 'x = y',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: ['f(\\frac{x+y}{2}) < m', 'f(\\frac{x+y}{2}) < \\frac{f(x) + f(y)}{2}'],
    },
  ],
};

const middle = 'f(\\frac{x+y}{2})';

export const unique: Golden = {
  part: uniquePart,
  points: 2,
  cases: [
    proof('by contradiction', 2, 'right', [
      '\\text{Suppose } x \\ne y',
      `${middle} < \\frac{f(x) + f(y)}{2} = m`,
      '\\text{contradiction, so } x = y',
    ]),
    proof(
      'convexity that is not strict',
      0,
      'wrong',
      [`${middle} \\le \\frac{f(x) + f(y)}{2} = m`, `${middle} = m`],
      'No line says',
    ),
    proof('strict without a reason', 0, 'wrong', [`${middle} < m`], 'does not follow'),
  ],
};

/** Jensen's inequality, by a tangent. */
const jensenPart: ProofPart = {
  symbols: {
    X: { latex: 'X' },
    m: { latex: 'm', definition: '\\mathbb{E}[X]' },
    f: { latex: 'f', from: [1, 1], to: [1, 1] },
    slope: { latex: "f'", from: [1, 1], to: [1, 1] },
  },
  random: ['X'],
  functions: { f: { convex: true, gradient: 'slope' } },
  hypotheses: {},
  goal: 'f(\\mathbb{E}[X]) \\le \\mathbb{E}[f(X)]',
  goal_points: 1,
  milestones: [{ points: 1, claims: ["f(X) \\ge f(m) + f'(m)(X - m)"] }],
};

export const jensen: Golden = {
  part: jensenPart,
  points: 2,
  cases: [
    proof('by the tangent at the mean', 2, 'right', [
      "f(X) \\ge f(m) + f'(m)(X - m)",
      "\\mathbb{E}[f(X)] \\ge f(m) + f'(m)(\\mathbb{E}[X] - m) = f(m)",
    ]),
    proof(
      'the tangent above',
      0.5,
      'wrong',
      ["f(X) \\le f(m) + f'(m)(X - m)", "f(X) \\ge f(m) + f'(m)(X - m)"],
      'does not follow',
    ),
  ],
};
