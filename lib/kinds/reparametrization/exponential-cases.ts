import type { GoldenCase } from '@/lib/kinds/contract';
import type { ReparametrizationAnswer } from './answer';

type Case = GoldenCase<ReparametrizationAnswer>;

const T = '-\\frac{\\ln u}{\\lambda}';
const gradient = "-\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f";

function answer(
  base: ReparametrizationAnswer['base'] | null,
  transform: string,
  estimator: string,
): ReparametrizationAnswer {
  const fields = { T: transform, gradient: estimator };
  return base === null ? { fields } : { base, fields };
}

function right(name: string, ...written: Parameters<typeof answer>): Case {
  return { name, answer: answer(...written), points: 4, verdict: 'right' };
}

function wrong(
  name: string,
  written: Parameters<typeof answer>,
  points: number,
  says: string,
): Case {
  return { name, answer: answer(...written), points, verdict: 'wrong', says };
}

/** What cannot be read waits for a person. */
function unread(...args: Parameters<typeof wrong>): Case {
  return { ...wrong(...args), verdict: 'review' };
}

/** Answers about the exponential law with rate λ, for four points. */
export const exponentialCases: readonly Case[] = [
  right('the inverse distribution function', 'uniform', T, gradient),
  right('with 1 − u', 'uniform', 'y = -ln(1-u)/lambda', "l'(y) ln(1-u)/lambda^2 \\nabla_w f"),
  right(
    'an exponential base',
    'exponential',
    'u/\\lambda',
    "-\\ell'(u/\\lambda)\\frac{u}{\\lambda^2}\\nabla_w f",
  ),
  right('a logarithm of the reciprocal', 'uniform', '\\frac1\\lambda\\ln\\frac1u', gradient),
  right('a power in the logarithm', 'uniform', '-\\ln(u^{1/\\lambda})', gradient),
  right('an own base', { density: '2u', domain: '(0, 1)' }, '-\\frac{2\\ln u}{\\lambda}', gradient),
  right(
    'an own base on a half-line',
    { density: '\\frac{1}{(1+u)^2}', domain: '(0, inf)' },
    '\\frac{\\ln(1+u)}{\\lambda}',
    gradient,
  ),
  right(
    'an average over samples',
    'uniform',
    'y_i = -\\frac{\\ln u_i}{\\lambda}',
    "\\frac1N\\sum_{i=1}^N \\ell'(y_i)\\frac{\\ln u_i}{\\lambda^2}\\nabla_w f",
  ),
  right(
    'an average whose range is not said',
    'uniform',
    T,
    "\\frac1M\\sum_j \\ell'(T(u_j))\\frac{\\ln u_j}{\\lambda^2}\\nabla_w f",
  ),
  right(
    'a mean of samples in front',
    'uniform',
    T,
    "\\mathbb E_{u\\sim U(0,1)}\\left[\\ell'(T)\\frac{\\ln u}{\\lambda^2}\\right]\\nabla_w f",
  ),
  right('the base beside the transformation', null, `${T},\\quad u \\sim U(0, 1)`, gradient),
  right(
    'the loss differentiated at a point',
    'uniform',
    T,
    '\\frac{d\\ell}{dy}\\Big|_{y=T}\\frac{\\ln u}{\\lambda^2}\\nabla_w f',
  ),
  wrong(
    'a sum over samples for their mean',
    ['uniform', T, "-\\sum_{i=1}^N \\ell'(y_i)\\frac{y_i}{\\lambda}\\nabla_w f"],
    2,
    'not unbiased',
  ),
  wrong(
    'a derivative by the weights that is not carried out',
    ['uniform', T, '\\nabla_w \\ell(T(u,\\lambda))'],
    3,
    'is not carried out',
  ),
  wrong(
    'the slope in the base by its name',
    ['uniform', T, "\\ell'(y)\\frac{\\partial T}{\\partial u}\\nabla_w f"],
    2,
    'differentiated by $u$',
  ),
  right(
    'the chain rule left standing',
    'uniform',
    T,
    "\\ell'(T(u,\\lambda))\\frac{\\partial T}{\\partial\\lambda}\\nabla_w f",
  ),
  right(
    'a derivative of the transformation',
    'exponential',
    'u/\\lambda',
    "\\ell'(y)\\frac{\\partial}{\\partial\\lambda}T(u,\\lambda)\\frac{\\partial f}{\\partial w}",
  ),
  right('a row', 'uniform', T, "-\\ell'(y)\\frac{y}{\\lambda}(\\nabla_w f)^\\top"),
  right(
    'a mean around it',
    'uniform',
    T,
    "\\mathbb E_u\\left[-\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f\\right]",
  ),
  right(
    'two branches that jump',
    'uniform',
    '-\\frac1\\lambda\\ln(u + [u > 1/2](3/2 - 2u))',
    gradient,
  ),
  wrong(
    'a scale for a rate',
    ['uniform', '-\\lambda\\ln u', "-\\ell'(y)\\ln u\\,\\nabla_w f"],
    1,
    'a scale was taken for a rate',
  ),
  wrong(
    'negative samples',
    ['uniform', '\\frac{\\ln u}{\\lambda}', gradient],
    2,
    'negative samples',
  ),
  wrong('a base that does not fit', ['exponential', T, gradient], 1, 'right for the base uniform'),
  wrong('no base', [null, T, gradient], 3, 'No base distribution'),
  wrong(
    'a base that knows the parameter',
    [{ density: '\\lambda e^{-\\lambda u}', domain: '(0, inf)' }, 'u', gradient],
    1,
    'must not depend on $\\lambda$',
  ),
  wrong(
    'a base that is no density',
    [{ density: '3u', domain: '(0, 1)' }, T, gradient],
    1,
    'integrates to',
  ),
  wrong(
    'a base that is negative',
    [{ density: '6u - 2', domain: '(0, 1)' }, T, gradient],
    1,
    'negative somewhere',
  ),
  unread(
    'a domain that is none',
    [{ density: '2u', domain: 'everywhere' }, T, gradient],
    1,
    'could not be read',
  ),
  wrong(
    'a transformation without the parameter',
    ['uniform', '-\\ln u', gradient],
    1,
    'does not depend on $\\lambda$',
  ),
  wrong(
    'a transformation without the base',
    ['uniform', '1/\\lambda', gradient],
    1,
    'does not depend on $u$',
  ),
  wrong(
    'a transformation with the sample in it',
    ['uniform', 'y', gradient],
    1,
    'does not belong there',
  ),
  wrong(
    'a percent too much',
    [
      'uniform',
      '-1.01\\frac{\\ln u}{\\lambda}',
      "1.01\\ell'(y)\\frac{\\ln u}{\\lambda^2}\\nabla_w f",
    ],
    1,
    'does not have the law',
  ),
  wrong(
    'a missing minus',
    ['uniform', T, "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f"],
    3,
    'right but for its sign',
  ),
  wrong(
    'the loss for its derivative',
    ['uniform', T, '-\\ell(y)\\frac{y}{\\lambda}\\nabla_w f'],
    2,
    "where $\\ell'$ belongs",
  ),
  wrong(
    'no slope of the transformation',
    ['uniform', T, "\\ell'(y)\\nabla_w f"],
    2,
    '\\partial T/\\partial \\lambda',
  ),
  wrong(
    'no slope of the loss',
    ['uniform', T, '-\\frac{y}{\\lambda}\\nabla_w f'],
    2,
    "The factor $\\ell'(y)$",
  ),
  wrong(
    'no gradient of the network',
    ['uniform', T, "-\\ell'(y)\\frac{y}{\\lambda}"],
    3,
    'is missing',
  ),
  wrong(
    'the slope in the base',
    ['exponential', 'u/\\lambda', "\\ell'(y)\\frac1\\lambda\\nabla_w f"],
    2,
    'differentiated by $u$',
  ),
  wrong(
    'a score-function estimator',
    ['uniform', T, '\\ell(y)\\left(\\frac1\\lambda - y\\right)\\nabla_w f'],
    2.5,
    'score-function',
  ),
  wrong(
    'a score-function estimator with the density',
    ['uniform', T, '\\ell(y)\\nabla_\\lambda\\ln p_\\lambda(y)\\,\\nabla_w f'],
    2.5,
    'score-function',
  ),
  wrong(
    'the gradient as an integral over all samples',
    [
      'uniform',
      T,
      "\\int_0^1 \\ell'(-\\ln u/\\lambda)\\frac{\\ln u}{\\lambda^2}\\,du\\,\\nabla_w f",
    ],
    2.5,
    'is to be estimated from a sample',
  ),
  right(
    'the loss at the sample, differentiated by the parameter',
    'uniform',
    T,
    '\\frac{\\partial}{\\partial\\lambda}\\ell(T(u,\\lambda))\\,\\nabla_w f',
  ),
  right(
    'the slope of the loss as a gradient',
    'uniform',
    T,
    '\\nabla_y\\ell(y)\\frac{\\ln u}{\\lambda^2}\\nabla_w f',
  ),
  right('its mean', 'uniform', T, `\\mathbb{E}_u\\left[${gradient}\\right]`),
  right(
    'a domain in LaTeX',
    { density: 'e^{-u}', domain: '\\left(0, \\infty\\right)' },
    'u/\\lambda',
    gradient,
  ),
  right(
    'a domain as a set',
    { density: 'e^{-u}', domain: '\\mathbb{R}_+' },
    'u/\\lambda',
    gradient,
  ),
  wrong('only the transformation', ['uniform', T, ''], 2, 'left empty'),
  wrong('only the estimator', [null, '', gradient], 1, 'for a sample $y$ of the law itself'),
  unread('nothing that can be read', ['uniform', '\\frac{1', '((('], 0, 'could not be read'),
  wrong(
    'an estimator of another shape',
    ['uniform', T, "\\ell'(y)\\nabla_w f(\\nabla_w f)^\\top"],
    2,
    'no multiple',
  ),
];
