import type { GoldenPart } from '@/lib/kinds/contract';
import type { DerivationAnswer } from '@/lib/kinds/derivation/answer';
import { type Case, type Part, right, unread, wrong } from './case';

/** The rate of an exponential law, from a sample. */
const rate: Part = {
  symbols: {
    lambda: { latex: '\\lambda', domain: '(0, inf)' },
    x: { latex: 'x', shape: ['n', 1] },
  },
  quantity: '\\hat\\lambda',
  left_sides: ['\\lambda_{ML}'],
  problem: 'n \\ln\\lambda - \\lambda\\sum_{i=1}^n x_i',
  steps: ["\\ell'(\\lambda) = \\frac{n}{\\lambda} - \\sum_{i=1}^n x_i = 0"],
  estimate: {
    objective: ['\\ell(\\lambda)', '\\ell', 'L(\\lambda)', '\\ln L(\\lambda)'],
    parameters: { lambda: '\\frac{n}{\\sum_{i=1}^n x_i}' },
  },
  shares: { setup: 1, steps: 2, result: 1 },
};

const objective = '\\ell(\\lambda) = n\\ln\\lambda - \\lambda\\sum_i x_i';
const derivative = "\\ell'(\\lambda) = \\frac n\\lambda - \\sum_i x_i = 0";
const result = '\\lambda = \\frac{n}{\\sum_i x_i}';

const rateCases: readonly Case[] = [
  right('objective, derivative, solution', objective, derivative, result),
  right(
    'spaces and colons as visual fields store them',
    '\\ell\\left(\\lambda\\right)\\coloneq n\\ln\\lambda-\\lambda\\sum_{i}x_{i}',
    "\\ell'\\left(\\lambda\\right)\\:=\\:\\frac{n}{\\lambda}-\\sum_{i}x_{i}\\:=\\:0",
    '\\lambda\\:=\\:\\frac{n}{\\sum_{i}x_{i}}',
  ),
  right(
    'the likelihood first, its logarithm, and the equation by itself',
    'L(\\lambda) = \\prod_{i=1}^n \\lambda e^{-\\lambda x_i}',
    '\\ln L(\\lambda) = n\\ln\\lambda - \\lambda\\sum x_i',
    '\\frac{d\\ell}{d\\lambda} = \\frac n\\lambda - \\sum x_i',
    '\\frac n\\lambda = \\sum x_i',
    '\\hat\\lambda = \\frac{n}{\\sum x_i}',
  ),
  right(
    'the mean of the log-likelihood, negative, and a second derivative',
    '\\ell(\\lambda) = \\frac{\\lambda}{n}\\sum_i x_i - \\ln\\lambda',
    "\\ell'(\\lambda) = \\frac1n\\sum_i x_i - \\frac1\\lambda",
    "\\ell'(\\lambda) = 0",
    "\\ell''(\\lambda) = \\frac{1}{\\lambda^2} > 0",
    result,
  ),
  right(
    'the derivative left standing in the equation',
    objective,
    '\\frac{d}{d\\lambda}\\left(n\\ln\\lambda - \\lambda\\sum_i x_i\\right) = 0',
    'n = \\lambda \\sum_i x_i',
    result,
  ),
  right(
    'one chain of equations',
    objective,
    `${derivative}`,
    '\\Rightarrow n - \\lambda\\sum_i x_i = 0',
    result,
  ),
  wrong('the result alone', 1, 'Nothing shows how the result is found', result),
  wrong('no objective', 3.5, 'no line says of what', derivative, result),
  wrong(
    'a slip in the derivative, carried on',
    2.5,
    'follow-on',
    objective,
    "\\ell'(\\lambda) = \\frac n\\lambda + \\sum_i x_i",
    '\\frac n\\lambda + \\sum_i x_i = 0',
    '\\lambda = -\\frac{n}{\\sum_i x_i}',
  ),
  wrong(
    'the reciprocal in the end',
    3,
    'does not have the right',
    objective,
    derivative,
    '\\lambda = \\frac1n\\sum_i x_i',
  ),
  wrong(
    'another objective',
    2,
    'not what is to be made extreme',
    '\\ell(\\lambda) = n\\ln\\lambda - \\lambda^2\\sum_i x_i',
    "\\ell'(\\lambda) = \\frac n\\lambda - 2\\lambda\\sum_i x_i = 0",
    result,
  ),
  wrong(
    'another objective, carried on to the end',
    1.5,
    'right given your objective',
    '\\ell(\\lambda) = \\ln\\lambda - \\lambda\\sum_i x_i',
    "\\ell'(\\lambda) = \\frac1\\lambda - \\sum_i x_i = 0",
    '\\lambda = \\frac{1}{\\sum_i x_i}',
  ),
  wrong(
    'a derivative that is not right, solved',
    1.5,
    'right given your equation',
    objective,
    "\\ell'(\\lambda) = n\\lambda - \\sum_i x_i = 0",
    '\\lambda = \\frac1n\\sum_i x_i',
  ),
  wrong('not solved', 3, 'No line says what', objective, derivative),
  wrong(
    'no derivative but its name',
    2.5,
    'no line says what the derivative is',
    objective,
    "\\ell'(\\lambda) = 0",
    result,
  ),
  unread(
    'an equation that cannot be read',
    2,
    'could not be read',
    objective,
    'q(\\lambda) = 0',
    result,
  ),
];

/** The slope of a line through the origin, by least squares. */
const slope: Part = {
  symbols: {
    a: { latex: 'a' },
    x: { latex: 'x', shape: ['n', 1] },
    y: { latex: 'y', shape: ['n', 1] },
  },
  quantity: '\\hat a',
  problem: '\\sum_{i=1}^n (y_i - a x_i)^2',
  steps: ['\\sum_{i=1}^n x_i (y_i - a x_i) = 0'],
  estimate: {
    objective: ['S(a)', 'S'],
    parameters: { a: '\\frac{\\sum_{i=1}^n x_i y_i}{\\sum_{i=1}^n x_i^2}' },
  },
  shares: { setup: 1, steps: 2, result: 1 },
};

const slopeCases: readonly Case[] = [
  right(
    'with sums',
    'S(a) = \\sum_i (y_i - a x_i)^2',
    "S'(a) = -2\\sum_i x_i (y_i - a x_i) = 0",
    'a = \\frac{\\sum_i x_i y_i}{\\sum_i x_i^2}',
  ),
  right(
    'with norms and inner products, half of the squares',
    'S = \\frac12\\|y - a x\\|^2',
    '\\frac{dS}{da} = a\\,x^\\top x - x^\\top y',
    'a\\,x^\\top x = x^\\top y',
    '\\hat a = \\frac{x^\\top y}{x^\\top x}',
  ),
  wrong(
    'a factor lost in the solution',
    3,
    'does not have the right',
    'S(a) = \\sum_i (y_i - a x_i)^2',
    '\\sum_i x_i y_i = a\\sum_i x_i^2',
    'a = \\frac{\\sum_i x_i y_i}{2\\sum_i x_i^2}',
  ),
];

/** Mean and variance of a normal law. */
const normal: Part = {
  symbols: {
    mu: { latex: '\\mu' },
    v: { latex: '\\sigma^2', domain: '(0, inf)' },
    x: { latex: 'x', shape: ['n', 1] },
  },
  quantity: '(\\hat\\mu, \\hat\\sigma^2)',
  problem: '-\\frac n2 \\ln \\sigma^2 - \\frac{1}{2\\sigma^2}\\sum_{i=1}^n (x_i - \\mu)^2',
  steps: [
    '\\frac{\\partial\\ell}{\\partial\\mu} = \\frac{1}{\\sigma^2}\\sum_{i=1}^n (x_i - \\mu) = 0',
    '-\\frac{n}{2\\sigma^2} + \\frac{1}{2(\\sigma^2)^2}\\sum_{i=1}^n (x_i - \\mu)^2 = 0',
  ],
  estimate: {
    objective: ['\\ell(\\mu, \\sigma^2)', '\\ell'],
    parameters: {
      mu: '\\frac1n\\sum_{i=1}^n x_i',
      v: '\\frac1n\\sum_{i=1}^n \\left(x_i - \\frac1n\\sum_{j=1}^n x_j\\right)^2',
    },
  },
  shares: { setup: 1, steps: 2, result: 1 },
};

const normalCases: readonly Case[] = [
  right(
    'both parameters',
    '\\ell = -\\frac n2\\ln(2\\pi\\sigma^2) - \\frac{1}{2\\sigma^2}\\sum_i (x_i-\\mu)^2',
    '\\frac{\\partial\\ell}{\\partial\\mu} = \\frac{1}{\\sigma^2}\\left(\\sum_i x_i - n\\mu\\right) = 0',
    '\\mu = \\frac1n\\sum_i x_i',
    'n\\sigma^2 = \\sum_i (x_i-\\mu)^2',
    '\\sigma^2 = \\frac1n\\sum_i x_i^2 - \\left(\\frac1n\\sum_i x_i\\right)^2',
  ),
  wrong(
    'one of two',
    3.5,
    'No line says what $\\sigma^2$ is',
    '\\ell = -\\frac n2\\ln\\sigma^2 - \\frac{1}{2\\sigma^2}\\sum_i (x_i-\\mu)^2',
    '\\sum_i (x_i - \\mu) = 0',
    '\\mu = \\frac1n\\sum_i x_i',
  ),
];

export const estimateParts: readonly GoldenPart<Part, DerivationAnswer>[] = [
  { part: rate, points: 4, cases: rateCases },
  { part: slope, points: 4, cases: slopeCases },
  { part: normal, points: 4, cases: normalCases },
];
