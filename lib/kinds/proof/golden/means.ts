import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

type Golden = GoldenPart<ProofPart, ProofAnswer>;

/** Chebyshev's inequality, through an indicator. */
const chebyshevPart: ProofPart = {
  symbols: {
    X: { latex: 'X' },
    mu: { latex: '\\mu' },
    sigma: { latex: '\\sigma', domain: '(0, inf)' },
    a: { latex: 'a', domain: '(0, inf)' },
    p: { latex: 'p', definition: '\\mathbb{E}[\\mathbb{1}\\{|X - \\mu| \\ge a\\}]' },
  },
  random: ['X'],
  hypotheses: {
    mean: '\\mathbb{E}[X] = \\mu',
    variance: '\\mathbb{E}[X^2] - \\mu^2 = \\sigma^2',
  },
  goal: 'p \\le \\frac{\\sigma^2}{a^2}',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        'a^2 \\mathbb{1}\\{|X - \\mu| \\ge a\\} \\le (X - \\mu)^2',
        'a \\mathbb{1}\\{|X - \\mu| \\ge a\\} \\le |X - \\mu|',
      ],
    },
    {
      points: 1,
      claims: ['a^2 p \\le \\mathbb{E}[(X - \\mu)^2]', '\\mathbb{E}[(X - \\mu)^2] = \\sigma^2'],
    },
  ],
};

const indicated = 'a^2 \\mathbb{1}\\{|X - \\mu| \\ge a\\} \\le (X - \\mu)^2';
const chebyshevGoal = 'p \\le \\frac{\\sigma^2}{a^2}';

export const chebyshev: Golden = {
  part: chebyshevPart,
  points: 3,
  cases: [
    proof('through an indicator', 3, 'right', [
      indicated,
      'a^2 p \\le \\mathbb{E}[(X - \\mu)^2]',
      '\\mathbb{E}[(X - \\mu)^2] = \\mathbb{E}[X^2] - 2\\mu\\mathbb{E}[X] + \\mu^2 = \\sigma^2',
      chebyshevGoal,
    ]),
    proof('with a name for the deviation', 3, 'right', [
      'D = X - \\mu',
      '\\mathbb{E}[D] = 0',
      '\\mathbb{E}[D^2] = \\sigma^2',
      'a^2 p \\le \\mathbb{E}[D^2]',
      chebyshevGoal,
    ]),
    proof(
      'the square of the mean for the mean of the square',
      0.25,
      'wrong',
      [indicated, 'a^2 p \\le \\mathbb{E}[X - \\mu]^2', chebyshevGoal],
      'with equal chances',
    ),
    proof(
      'what is known of the mean only, said of X',
      0.25,
      'wrong',
      [indicated, 'X = \\mu', chebyshevGoal],
      'does not follow',
    ),
    proof('the first step alone', 1, 'wrong', [indicated], 'No line says what'),
    proof('the goal alone, which is too far for one step', 0, 'review', [chebyshevGoal]),
  ],
};

/** The mean of numbers is at most their quadratic mean: sums over entries. */
const quadraticPart: ProofPart = {
  symbols: {
    u: { latex: 'u', shape: ['n', 1] },
    m: { latex: 'm', definition: '\\frac{1}{n}\\sum_{i=1}^n u_i' },
    c: { latex: 'c', domain: '(0, inf)' },
  },
  hypotheses: { bound: '\\sum_{i=1}^n u_i^2 \\le n c^2' },
  goal: '|m| \\le c',
  goal_points: 1,
  milestones: [
    {
      points: 2,
      claims: [
        'm^2 \\le \\frac{1}{n}\\sum_{i=1}^n u_i^2',
        '(\\sum_{i=1}^n u_i)^2 \\le n \\sum_{i=1}^n u_i^2',
        '\\sum_{i=1}^n (u_i - m)^2 \\ge 0',
        '0 \\le \\frac{1}{n}\\sum_{i=1}^n u_i^2 - m^2',
      ],
    },
  ],
};

export const quadratic: Golden = {
  part: quadraticPart,
  points: 3,
  cases: [
    proof('by Cauchy and Schwarz', 3, 'right', [
      '(\\sum_{i=1}^n u_i)^2 \\le n\\sum_{i=1}^n u_i^2 \\le n^2 c^2',
      '|m| \\le c',
    ]),
    proof('by the variance', 3, 'right', [
      '0 \\le \\frac{1}{n}\\sum_{i=1}^n (u_i - m)^2 = \\frac{1}{n}\\sum_{i=1}^n u_i^2 - m^2',
      'm^2 \\le c^2',
      '|m| \\le c',
    ]),
    proof(
      'the number of summands forgotten',
      2.25,
      'wrong',
      [
        '(\\sum_{i=1}^n u_i)^2 \\le \\sum_{i=1}^n u_i^2',
        '(\\sum_{i=1}^n u_i)^2 \\le n\\sum_{i=1}^n u_i^2',
        '|m| \\le c',
      ],
      'With ',
    ),
    proof('the sum of squares as the square of the sum', 0, 'wrong', [
      '\\sum_{i=1}^n u_i^2 = (\\sum_{i=1}^n u_i)^2',
    ]),
    proof('the goal alone', 0, 'wrong', ['|m| \\le c'], 'earns nothing'),
  ],
};
