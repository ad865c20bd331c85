import type { GoldenPart } from '@/lib/kinds/contract';
import type { DerivationAnswer } from '@/lib/kinds/derivation/answer';
import { type Case, type Part, right, unread, wrong } from './case';

/** The evidence lower bound. */
const bound: Part = {
  symbols: {},
  laws: {
    p: { latex: 'p_\\theta', of: ['x', 'z'] },
    q: { latex: 'q_\\phi', of: ['z'], given: ['x'] },
  },
  quantity: '\\ln p_\\theta(x)',
  left_sides: ['\\log p_\\theta(x)'],
  problem: '\\ln\\sum_z p_\\theta(x,z)',
  relation: '>=',
  steps: [
    '\\ln\\mathbb E_{z\\sim q_\\phi(z|x)}\\left[\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right]',
    '\\ge \\mathbb E_{z\\sim q_\\phi(z|x)}\\left[\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right]',
  ],
  result:
    '\\mathbb E_{z\\sim q_\\phi(z|x)}[\\ln p_\\theta(x|z)] - D_{KL}(q_\\phi(z|x)\\|p_\\theta(z))',
  shares: { setup: 1, steps: 2, result: 1 },
};

const stated = '\\ln p_\\theta(x) = \\ln\\sum_z p_\\theta(x,z)';
const last =
  '= \\mathbb E_{q_\\phi(z\\mid x)}[\\ln p_\\theta(x\\mid z)] - D_{KL}(q_\\phi(z\\mid x)\\parallel p_\\theta(z))';

const boundCases: readonly Case[] = [
  right(
    'by Jensen, with sums',
    stated,
    '= \\ln\\sum_z q_\\phi(z|x)\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}',
    '\\ge \\sum_z q_\\phi(z|x)\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)} \\quad\\text{(Jensen)}',
    '= \\sum_z q_\\phi(z|x)\\ln p_\\theta(x|z) + \\sum_z q_\\phi(z|x)\\ln\\frac{p_\\theta(z)}{q_\\phi(z|x)}',
    last,
  ),
  right(
    'by integrals and expectations',
    '\\log p_\\theta(x) = \\log\\int p_\\theta(x,z)\\,dz',
    '= \\log\\mathbb E_{q_\\phi}\\left[\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right]',
    '\\geq \\mathbb E_{z\\sim q_\\phi}\\left[\\log p_\\theta(x,z) - \\log q_\\phi(z|x)\\right]',
    last,
  ),
  right(
    'by the gap, which is a divergence',
    '\\ln p_\\theta(x) = \\mathbb E_{q_\\phi(z|x)}[\\ln p_\\theta(x)]',
    '= \\mathbb E_{q_\\phi(z|x)}\\left[\\ln\\frac{p_\\theta(x,z)}{p_\\theta(z|x)}\\right]',
    '= \\mathbb E_{q_\\phi(z|x)}\\left[\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right] + D_{KL}(q_\\phi(z|x)\\|p_\\theta(z|x))',
    '\\ge \\mathbb E_{q_\\phi(z|x)}\\left[\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right]',
    last,
  ),
  wrong(
    'Jensen the wrong way',
    2.75,
    'is not at most as large as',
    stated,
    '= \\ln\\sum_z q_\\phi(z|x)\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}',
    '\\le \\sum_z q_\\phi(z|x)\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}',
    last,
  ),
  wrong(
    'equal where it is a bound',
    2.75,
    'In line 2',
    stated,
    '= \\sum_z q_\\phi(z|x)\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}',
    '= \\sum_z q_\\phi(z|x)\\ln p_\\theta(x|z) - D_{KL}(q_\\phi(z|x)\\|p_\\theta(z))',
    last,
  ),
  wrong(
    'the joint law for the one of x given z',
    2.5,
    'not the one that is asked for',
    stated,
    '\\ge \\mathbb E_{q_\\phi(z|x)}\\left[\\ln\\frac{p_\\theta(x,z)}{q_\\phi(z|x)}\\right]',
    '= \\mathbb E_{q_\\phi(z|x)}[\\ln p_\\theta(x,z)] - D_{KL}(q_\\phi(z|x)\\|p_\\theta(z))',
  ),
  wrong(
    'definition and result alone',
    2,
    'Nothing stands between',
    stated,
    `\\ge ${last.slice(2)}`,
  ),
  wrong('the result alone', 1, 'is the result already', `\\ln p_\\theta(x) \\ge ${last.slice(2)}`),
  unread('a symbol that is not there', 1, 'could not be read', stated, '\\ge \\mathcal{F}(q)'),
];

/** The mutual information as a difference of entropies. */
const information: Part = {
  symbols: {},
  laws: { p: { latex: 'p', of: ['x', 'y'] } },
  quantity: 'I(X;Y)',
  problem: '\\sum_{x,y} p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
  steps: ['\\sum_{x,y} p(x,y)\\ln\\frac{p(x|y)}{p(x)}'],
  result: 'H(X) - H(X|Y)',
  shares: { setup: 1, steps: 2, result: 1 },
};

const informationCases: readonly Case[] = [
  right(
    'with sums',
    'I(X;Y) = \\sum_x\\sum_y p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
    '= \\sum_{x,y} p(x,y)\\ln p(x\\mid y) - \\sum_{x,y} p(x,y)\\ln p(x)',
    '= -H(X\\mid Y) + H(X)',
  ),
  right(
    'with expectations',
    '\\mathbb E\\left[\\ln\\frac{p(x,y)}{p(x)p(y)}\\right]',
    '\\mathbb E[\\ln p(x|y)] - \\mathbb E[\\ln p(x)]',
    'H(X) - H(X|Y)',
  ),
  wrong(
    'a sign lost',
    2.5,
    'In line 3',
    'I(X;Y) = \\sum_{x,y} p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
    '= \\sum_{x,y} p(x,y)\\ln p(x|y) - \\sum_{x,y} p(x,y)\\ln p(x)',
    '= H(X|Y) - H(X)',
  ),
  wrong(
    'in other terms',
    3,
    'not yet in the terms',
    'I(X;Y) = \\sum_{x,y} p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
    '= \\sum_{x,y} p(x,y)\\ln\\frac{p(x|y)}{p(x)}',
    '= H(X) + H(Y) - H(X,Y)',
  ),
  wrong(
    'as if they were independent',
    1,
    'In line 2',
    'I(X;Y) = \\sum_{x,y} p(x,y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
    '= \\sum_{x,y} p(x)p(y)\\ln\\frac{p(x,y)}{p(x)p(y)}',
  ),
];

/** The chain rule of entropy. */
const chain: Part = {
  symbols: {},
  laws: { p: { latex: 'p', of: ['x', 'y'] } },
  quantity: 'H(X,Y)',
  problem: '-\\sum_{x,y} p(x,y)\\ln p(x,y)',
  steps: ['-\\sum_{x,y} p(x,y)\\ln p(x) - \\sum_{x,y} p(x,y)\\ln p(y|x)'],
  result: 'H(X) + H(Y|X)',
  shares: { setup: 1, steps: 2, result: 1 },
};

const chainCases: readonly Case[] = [
  right(
    'by the product rule',
    'H(X,Y) = -\\sum_{x,y} p(x,y)\\ln p(x,y)',
    '= -\\sum_{x,y} p(x,y)\\ln\\left(p(x)p(y|x)\\right)',
    '= -\\sum_x p(x)\\ln p(x) - \\sum_{x,y} p(x,y)\\ln p(y|x)',
    '= H(Y|X) + H(X)',
  ),
];

export const lawParts: readonly GoldenPart<Part, DerivationAnswer>[] = [
  { part: bound, points: 4, cases: boundCases },
  { part: information, points: 4, cases: informationCases },
  { part: chain, points: 4, cases: chainCases },
];
