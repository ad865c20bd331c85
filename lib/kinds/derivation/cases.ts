import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import { split } from '@/lib/kinds/derivation/golden/divergence';
import { divergenceCases } from '@/lib/kinds/derivation/golden/divergence-cases';
import { estimateParts } from '@/lib/kinds/derivation/golden/estimate-cases';
import { lawParts } from '@/lib/kinds/derivation/golden/law-cases';
import type { DerivationAnswer } from './answer';
import type { authoredDerivation } from './authoring';

type Part = z.input<typeof authoredDerivation>;
type Case = GoldenCase<DerivationAnswer>;

const divergence: Part = {
  symbols: {
    lambda: { latex: '\\lambda', domain: '(0, inf)' },
    mu: { latex: '\\mu', domain: '(0, inf)' },
    p: {
      latex: 'p_\\lambda',
      of: ['x'],
      definition: 'lambda * exp(-lambda * x)',
      support: '(0, inf)',
    },
    q: { latex: 'p_\\mu', of: ['x'], definition: 'mu * exp(-mu * x)', support: '(0, inf)' },
    X: { latex: 'X', density: 'p' },
  },
  variable: 'x',
  quantity: 'D_{KL}(p_\\lambda \\parallel p_\\mu)',
  left_sides: ['D_{KL}', 'D'],
  problem: '\\int_0^\\infty p_\\lambda(x) \\ln\\frac{p_\\lambda(x)}{p_\\mu(x)}\\,dx',
  steps: [split],
  result: '\\ln\\frac{\\lambda}{\\mu} + \\frac{\\mu}{\\lambda} - 1',
  shares: { setup: 1, steps: 2, result: 1 },
  misconceptions: [
    {
      expression: '\\int_0^\\infty p_\\mu(x) \\ln\\frac{p_\\mu(x)}{p_\\lambda(x)}\\,dx',
      message: 'This is $D_{KL}(p_\\mu \\parallel p_\\lambda)$, the arguments are exchanged.',
      result: 0.5,
    },
  ],
};

const cosine = (
  name: string,
  lines: string[],
  points: number,
  verdict: Case['verdict'],
  says?: string,
): Case => ({
  name,
  answer: { lines },
  points,
  verdict,
  ...(says !== undefined && { says }),
});

export const golden: readonly GoldenPart<Part, DerivationAnswer>[] = [
  { part: divergence, points: 4, cases: divergenceCases },
  {
    // A sum: the mean of a geometric law.
    part: {
      symbols: { q: { latex: 'q', domain: '(0, 1)' } },
      quantity: 'E',
      problem: '\\sum_{k=1}^\\infty k (1-q) q^{k-1}',
      result: '\\frac{1}{1-q}',
      shares: { setup: 1, steps: 1, result: 1 },
    },
    points: 3,
    cases: [
      cosine(
        'the derivative of the geometric series',
        [
          '\\sum_{k=1}^{\\infty} k(1-q)q^{k-1}',
          '(1-q)\\frac{d}{dq}\\sum_{k=0}^\\infty q^k',
          '(1-q)\\frac{d}{dq}\\frac{1}{1-q}',
          '\\frac{1-q}{(1-q)^2} = \\frac{1}{1-q}',
        ],
        3,
        'right',
      ),
      cosine(
        'a slip in the series',
        ['\\sum_{k=1}^{\\infty} k(1-q)q^{k-1}', '\\frac{q}{1-q}'],
        1,
        'wrong',
        'Line 2 is not equal to line 1',
      ),
      cosine(
        'a sum that diverges',
        ['\\sum_{k=1}^{\\infty} k(1-q)q^{-k}', '\\frac{1}{1-q}'],
        1,
        'wrong',
        'diverges',
      ),
      cosine(
        'a sum left standing',
        ['\\sum_{k=1}^{\\infty} k(1-q)q^{k-1}', '(1-q)\\sum_{k=1}^\\infty k q^{k-1}'],
        1,
        'wrong',
        'Nothing is derived yet',
      ),
    ],
  },
  {
    // Algebra: no integral to state, so the first line is any equal expression.
    part: {
      symbols: { x: { latex: 'x' }, y: { latex: 'y' } },
      quantity: 'A',
      problem: '(x + y)^2 - (x - y)^2',
      result: '4xy',
      shares: { setup: 0.5, steps: 1, result: 0.5 },
      follow_on: 0,
    },
    points: 2,
    cases: [
      cosine('multiplied out', ['(x+y)^2-(x-y)^2', 'x^2+2xy+y^2-(x^2-2xy+y^2)', '4xy'], 2, 'right'),
      cosine(
        'one chain',
        ['A = (x+y)^2-(x-y)^2 = (x+y-x+y)(x+y+x-y) = 2y\\cdot 2x = 4xy'],
        2,
        'right',
      ),
      cosine(
        'a bracket forgotten',
        ['(x+y)^2-(x-y)^2', 'x^2+2xy+y^2-x^2-2xy+y^2', '2y^2'],
        1,
        'wrong',
        'Line 2 is not equal to line 1',
      ),
      cosine('a copied line', ['(x+y)^2-(x-y)^2', '(x+y)^2-(x-y)^2', '4xy'], 2, 'right'),
    ],
  },
  ...estimateParts,
  ...lawParts,
];
