import type { z } from 'zod';
import type { GoldenPart } from '../contract';
import type { authoredReparametrization, ReparametrizationAnswer } from './schema';

const part = {
  symbols: {
    lambda: { latex: '\\lambda', domain: '(0, inf)' },
    u: { latex: 'u', domain: 'real' },
    y: { latex: 'y', domain: '(0, inf)' },
    ell: { latex: '\\ell', aliases: ['l'], from: [1, 1], to: [1, 1] },
    grad: { latex: '\\nabla_w f', shape: ['n_w', 1] },
  },
  roles: { lambda: 'parameter', u: 'base', y: 'sample', ell: 'loss', grad: 'network' },
  density: 'lambda * exp(-lambda * y)',
  domain: '(0, inf)',
  T: { label: 'T(u, \\lambda)', left_sides: ['y'] },
  gradient: { label: '\\nabla_w L' },
  reference: {
    base: 'uniform',
    T: '-\\frac{\\ln u}{\\lambda}',
    gradient: "-\\ell'(y) \\frac{y}{\\lambda} \\nabla_w f",
  },
  shares: { T: 2, gradient: 2 },
} satisfies z.input<typeof authoredReparametrization>;

export const golden: readonly GoldenPart<
  z.input<typeof authoredReparametrization>,
  ReparametrizationAnswer
>[] = [
  {
    part,
    points: 4,
    cases: [
      {
        name: 'inverse distribution function',
        answer: {
          base: 'uniform',
          fields: { T: '-ln(u)/lambda', gradient: "-l'(y) y/lambda \\nabla_w f" },
        },
        points: 4,
        verdict: 'right',
      },
    ],
  },
];
