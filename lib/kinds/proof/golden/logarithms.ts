import type { GoldenPart } from '@/lib/kinds/contract';
import type { ProofAnswer } from '@/lib/kinds/proof/answer';
import { type ProofPart, proof } from './case';

type Golden = GoldenPart<ProofPart, ProofAnswer>;

/** Chernoff's bound for what is sub-Gaussian: exponentials that are multiplied and compared. */
const tailPart: ProofPart = {
  symbols: {
    P: { latex: 'P', domain: '[0, 1]' },
    M: { latex: 'M', domain: '(0, inf)' },
    lambda: { latex: '\\lambda', domain: '(0, inf)' },
    a: { latex: 'a', domain: '(0, inf)' },
  },
  hypotheses: {
    tail: 'P \\le e^{-\\lambda a} M',
    moment: '\\ln M \\le \\frac{\\lambda^2}{2}',
    choice: '\\lambda = a',
  },
  goal: 'P \\le e^{-\\frac{a^2}{2}}',
  goal_points: 1,
  milestones: [
    { points: 1, claims: ['M \\le e^{\\frac{\\lambda^2}{2}}', 'M \\le e^{\\frac{a^2}{2}}'] },
    {
      points: 1,
      claims: [
        'P \\le e^{\\frac{\\lambda^2}{2} - \\lambda a}',
        'P \\le e^{-a^2} e^{\\frac{a^2}{2}}',
        '\\ln P \\le \\frac{\\lambda^2}{2} - \\lambda a',
      ],
    },
  ],
};

const tailGoal = 'P \\le e^{-\\frac{a^2}{2}}';

export const tail: Golden = {
  part: tailPart,
  points: 3,
  cases: [
    proof('step by step', 3, 'right', [
      'M \\le e^{\\lambda^2/2}',
      'P \\le e^{-\\lambda a} e^{\\lambda^2/2} = e^{\\lambda^2/2 - \\lambda a}',
      'P \\le e^{a^2/2 - a^2} = e^{-a^2/2}',
    ]),
    proof('with exp, and one line between', 3, 'right', [
      'P \\le \\exp(\\frac{\\lambda^2}{2} - \\lambda a)',
      tailGoal,
    ]),
    proof('a logarithm of what is supposed to be positive', 3, 'right', [
      'M \\le e^{\\lambda^2/2}',
      { claim: 'P > 0', role: 'case', level: 0 },
      {
        claim: '\\ln P \\le -\\lambda a + \\ln M \\le \\frac{\\lambda^2}{2} - \\lambda a',
        level: 1,
      },
      { claim: `P \\le e^{-\\lambda a + \\frac{\\lambda^2}{2}}`, level: 0 },
      { claim: tailGoal, level: 0 },
    ]),
    proof('the sign of the exponent', 2.25, 'wrong', [
      'M \\le e^{\\lambda^2/2}',
      'P \\le e^{\\lambda^2/2 + \\lambda a}',
      'P \\le e^{-\\lambda a + \\lambda^2 / 4}',
      tailGoal,
    ]),
    proof(
      'a square forgotten in the exponent',
      0.25,
      'wrong',
      ['M \\le e^{\\lambda^2/2}', 'P \\le e^{-\\lambda a + \\lambda/2}'],
      'With ',
    ),
    proof(
      'the logarithm of what may be zero',
      2.25,
      'wrong',
      [
        'M \\le e^{\\lambda^2/2}',
        '\\ln P \\le -\\lambda a + \\ln M',
        'P \\le e^{-\\lambda a + \\lambda^2/2}',
        tailGoal,
      ],
      'has no value',
    ),
    proof('the goal alone', 0, 'wrong', [tailGoal], 'earns nothing'),
  ],
};

/** Gibbs' inequality for two outcomes: nothing is given, and ln x ≤ x − 1 is used twice. */
const gibbsPart: ProofPart = {
  symbols: {
    p: { latex: 'p', domain: '(0, 1)' },
    q: { latex: 'q', domain: '(0, 1)' },
  },
  hypotheses: {},
  goal: 'p \\ln\\frac{p}{q} + (1 - p) \\ln\\frac{1 - p}{1 - q} \\ge 0',
  goal_points: 1,
  milestones: [
    {
      points: 1,
      claims: [
        'p \\ln\\frac{p}{q} \\ge p - q',
        '\\ln\\frac{q}{p} \\le \\frac{q}{p} - 1',
        '\\ln\\frac{p}{q} \\ge 1 - \\frac{q}{p}',
      ],
    },
    {
      points: 1,
      claims: [
        '(1 - p) \\ln\\frac{1 - p}{1 - q} \\ge q - p',
        '\\ln\\frac{1 - q}{1 - p} \\le \\frac{1 - q}{1 - p} - 1',
        '\\ln\\frac{1 - p}{1 - q} \\ge 1 - \\frac{1 - q}{1 - p}',
      ],
    },
  ],
};

const gibbsGoal = 'p\\ln\\frac{p}{q} + (1-p)\\ln\\frac{1-p}{1-q} \\ge 0';

export const gibbs: Golden = {
  part: gibbsPart,
  points: 3,
  cases: [
    proof('two tangents, added', 3, 'right', [
      '-p\\ln\\frac{p}{q} = p\\ln\\frac{q}{p} \\le p(\\frac{q}{p} - 1) = q - p',
      '(1-p)\\ln\\frac{1-p}{1-q} \\ge q - p',
      gibbsGoal,
    ]),
    proof('in logarithms of quotients', 3, 'right', [
      '\\log\\frac{q}{p} \\le \\frac{q}{p} - 1',
      '\\log\\frac{1-q}{1-p} \\le \\frac{1-q}{1-p} - 1',
      'p\\log\\frac{q}{p} + (1-p)\\log\\frac{1-q}{1-p} \\le q - p + (1 - q) - (1 - p) = 0',
      gibbsGoal,
    ]),
    proof('half of it', 1, 'wrong', ['p\\ln\\frac{p}{q} \\ge p - q']),
    proof(
      'each term by itself',
      2.25,
      'wrong',
      ['p\\ln\\frac{p}{q} \\ge p - q', '\\ln\\frac{p}{q} \\ge 0', gibbsGoal],
      'does not follow',
    ),
    proof(
      'the logarithm of a difference',
      0,
      'wrong',
      ['\\ln(p - q) = \\ln p - \\ln q', gibbsGoal],
      'has no value',
    ),
    proof('the goal alone', 0, 'wrong', [gibbsGoal], 'earns nothing'),
  ],
};
