import { type Case, result, right, split, stated } from './divergence';
import { divergenceSlips } from './divergence-slips';

/** Derivations of the divergence of two exponential laws, for four points. */
export const divergenceCases: readonly Case[] = [
  right('the integral, then the result', stated, result),
  right(
    'with its steps',
    stated,
    split,
    '\\ln\\frac\\lambda\\mu+\\frac{\\mu-\\lambda}{\\lambda}',
    result,
  ),
  right(
    'the differential in front',
    'D_{KL} = \\int_0^\\infty dx\\, p_\\lambda(x)\\log\\frac{p_\\lambda(x)}{p_\\mu(x)}',
    result,
  ),
  right(
    'an expectation under a density',
    '\\mathbb{E}_{p_\\lambda}\\left[\\ln \\frac{p_\\lambda(x)}{p_\\mu(x)}\\right]',
    result,
  ),
  right(
    'an expectation with its variable',
    '\\mathbb{E}_{x\\sim p_\\lambda}\\left[\\ln \\frac{p_\\lambda(x)}{p_\\mu(x)}\\right]',
    result,
  ),
  right(
    'an expectation of the random variable',
    'E[\\ln p_\\lambda(X)] - E[\\ln p_\\mu(X)]',
    '\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)E[X]',
    result,
  ),
  right(
    'an expectation by its parameter',
    '\\mathbb{E}_{\\lambda}\\left[\\ln \\frac{p_\\lambda(x)}{p_\\mu(x)}\\right]',
    result,
  ),
  right(
    'the fraction upside down with a minus',
    '-\\int_0^\\infty p_\\lambda(x)\\ln\\frac{p_\\mu(x)}{p_\\lambda(x)}dx',
    result,
  ),
  right(
    'entropy and cross entropy',
    '\\int_0^\\infty p_\\lambda(x)\\ln p_\\lambda(x)dx-\\int_0^\\infty p_\\lambda(x)\\ln p_\\mu(x)dx',
    '\\ln\\lambda - 1 - \\ln\\mu + \\mu/\\lambda',
  ),
  right(
    'by parts',
    stated,
    '\\ln\\frac\\lambda\\mu\\int_0^\\infty\\lambda e^{-\\lambda x}dx+(\\mu-\\lambda)\\int_0^\\infty x\\lambda e^{-\\lambda x}dx',
    '\\ln\\frac\\lambda\\mu\\left[-e^{-\\lambda x}\\right]_0^\\infty+(\\mu-\\lambda)\\left(\\left[-xe^{-\\lambda x}\\right]_0^\\infty+\\int_0^\\infty e^{-\\lambda x}dx\\right)',
    '\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)\\left[-\\frac1\\lambda e^{-\\lambda x}\\right]_0^\\infty',
    result,
  ),
  right(
    'an evaluation bar',
    stated,
    '\\ln\\frac\\lambda\\mu\\left(-e^{-\\lambda x}\\right)\\Big|_0^\\infty+(\\mu-\\lambda)/\\lambda',
    result,
  ),
  right(
    'a limit',
    stated,
    '\\lim_{t\\to\\infty}\\int_0^t \\lambda e^{-\\lambda x}\\left(\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)x\\right)dx',
    result,
  ),
  right(
    'plain text',
    'int_0^inf lambda e^(-lambda x) ln(lambda e^(-lambda x)/(mu e^(-mu x))) dx',
    'ln(lambda/mu) + mu/lambda - 1',
  ),
  right(
    'another variable',
    '\\int_0^\\infty p_\\lambda(t)\\ln\\frac{p_\\lambda(t)}{p_\\mu(t)}dt',
    result,
  ),
  right(
    'a substitution',
    stated,
    '\\int_0^\\infty e^{-u}\\left(\\ln\\frac\\lambda\\mu+\\frac{\\mu-\\lambda}{\\lambda}u\\right)du',
    result,
  ),
  right(
    'an aside',
    stated,
    '\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)\\mathbb E[X]',
    '\\mathbb E[X]=\\int_0^\\infty x\\lambda e^{-\\lambda x}dx=\\frac1\\lambda',
    result,
  ),
  right(
    'by parts, with a bar over a variable of its own',
    '\\int_0^\\infty \\lambda e^{-\\lambda t}\\left(\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)t\\right)dt',
    '\\ln\\frac\\lambda\\mu+(\\mu-\\lambda)\\left.\\left(-te^{-\\lambda t}-\\frac{e^{-\\lambda t}}{\\lambda}\\right)\\right|_0^\\infty',
    result,
  ),
  right(
    'integrals without limits, densities without arguments',
    '\\int p_\\lambda \\ln\\frac{p_\\lambda}{p_\\mu}\\,dx',
    '\\mathbb E_{p_\\lambda}[\\ln p_\\lambda] - \\mathbb E_{p_\\lambda}[\\ln p_\\mu]',
    '\\ln\\frac{\\lambda}{\\mu}+(\\mu-\\lambda)\\mathbb E X',
    result,
  ),
  right(
    'a substitution said between the lines',
    stated,
    'u = \\lambda X',
    '\\int_0^\\infty e^{-u}\\left(\\ln\\frac\\lambda\\mu+\\frac{\\mu-\\lambda}{\\lambda}u\\right)du',
    result,
  ),
  {
    ...right('words that nothing depends on', stated, 'by parts!', split, result),
    says: 'It is passed over: line 3 goes on from line 1.',
  },
  right(
    'the differential of a substitution said too',
    stated,
    'u = \\lambda x, du = \\lambda\\,dx',
    '\\int_0^\\infty e^{-u}\\left(\\ln\\frac\\lambda\\mu+\\frac{\\mu-\\lambda}{\\lambda}u\\right)du',
    result,
  ),
  right(
    'over all numbers, where the density is zero on one side',
    '\\int_{-\\infty}^{\\infty} p_\\lambda(x)\\ln\\frac{p_\\lambda(x)}{p_\\mu(x)}\\,dx',
    result,
  ),
  right(
    'as an aligned block with a box',
    `\\begin{aligned} D_{KL} &= ${stated} \\\\ &= ${split} \\end{aligned}`,
    `\\boxed{${result}}\\quad\\square`,
  ),
  right(
    'the quantity named first',
    'D_{KL}(p_\\lambda\\parallel p_\\mu)',
    `= ${stated}`,
    `= ${result}`,
  ),
  right('a blank line between', stated, '', split, ' ', result),
  right('one chain', `D = ${stated} = ${split} = ${result}`),
  right('another closed form', stated, '\\frac{\\mu}{\\lambda}-1-\\ln\\frac{\\mu}{\\lambda}'),
  ...divergenceSlips,
];
