import type { GoldenCase } from '@/lib/kinds/contract';
import type { DerivationAnswer } from './answer';

type Case = GoldenCase<DerivationAnswer>;

const stated =
  '\\int_0^\\infty \\lambda e^{-\\lambda x}\\ln\\frac{\\lambda e^{-\\lambda x}}{\\mu e^{-\\mu x}}\\,dx';
const split =
  '\\ln\\frac{\\lambda}{\\mu}+(\\mu-\\lambda)\\int_0^\\infty x\\lambda e^{-\\lambda x}\\,dx';
const result = '\\ln\\frac{\\lambda}{\\mu}+\\frac{\\mu}{\\lambda}-1';

function right(name: string, ...lines: string[]): Case {
  return { name, answer: { lines }, points: 4, verdict: 'right' };
}

function wrong(name: string, points: number, says: string, ...lines: string[]): Case {
  return { name, answer: { lines }, points, verdict: 'wrong', says };
}

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
  wrong(
    'a slip at the start of a chain that is the last line',
    2.5,
    'Line 2 is not equal to line 1',
    stated,
    '\\ln\\lambda-\\ln\\mu+\\frac{\\mu+\\lambda}{\\lambda} = \\ln\\lambda-\\ln\\mu+\\frac\\mu\\lambda+1',
  ),
  wrong(
    'a slip at the start of a chain that one goes on from',
    2.75,
    'Line 2 is not equal to line 1',
    stated,
    '\\ln\\lambda-\\ln\\mu+\\frac{\\mu+\\lambda}{\\lambda} = \\ln\\lambda-\\ln\\mu+\\frac\\mu\\lambda+1',
    '\\ln\\frac\\lambda\\mu+\\frac\\mu\\lambda+1',
  ),
  wrong(
    'a slip after the equals sign of a chain, mended by the next line',
    3.25,
    'Line 2 is not equal to line 1',
    stated,
    '= \\ln\\frac\\lambda\\mu+\\frac{\\mu+\\lambda}{\\lambda} = \\ln\\frac\\lambda\\mu+\\frac\\mu\\lambda+1',
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
  wrong(
    'a line that cannot be read and that the next one needs',
    2.75,
    'Line 2 could not be read',
    stated,
    'F(b) - F(a)',
    '\\ln\\frac\\mu\\lambda+\\frac\\mu\\lambda-1',
    result,
  ),
  wrong(
    'the result within an integral that leaves nothing to work out',
    1,
    'begins with a closed form',
    `\\int_0^1 \\left(${result}\\right)dt`,
    result,
  ),
  wrong(
    'the result beside work that has no value of its own',
    1,
    'has the result in it already',
    `${result}+\\mathbb{E}[X]-\\frac1\\lambda`,
    result,
  ),
  wrong(
    'the result under a density',
    1,
    'has the result in it already',
    `\\int_0^\\infty \\left(${result}\\right)p_\\lambda(x)\\,dx`,
    result,
  ),
  wrong(
    'the name with the symbols exchanged',
    3.5,
    'with the symbols exchanged',
    `D_{KL}(p_\\mu\\parallel p_\\lambda) = ${stated}`,
    result,
  ),
  wrong(
    'a step that is off by less than an estimate shows',
    1,
    'Line 2 is not equal to line 1',
    stated,
    `${result}+e^{-10\\lambda-40}`,
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
  wrong(
    'a first line that cannot be read',
    1,
    'Line 1 could not be read',
    'H(p_\\lambda, p_\\mu)',
    result,
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
  wrong('the result alone', 1, 'the result stands alone', result),
  wrong(
    'closed forms only',
    1,
    'begins with a closed form',
    '\\ln\\lambda-\\ln\\mu+\\frac{\\mu-\\lambda}{\\lambda}',
    result,
  ),
  wrong('not worked out', 2, 'still to be worked out', stated, split),
  wrong('only the set-up', 1, 'Nothing is derived yet', stated),
  wrong(
    'a slip that is mended',
    3,
    'Line 2 is not equal to line 1',
    stated,
    '\\ln\\frac\\lambda\\mu-(\\mu-\\lambda)\\int_0^\\infty x\\lambda e^{-\\lambda x}dx',
    result,
  ),
  wrong(
    'a slip that is carried on',
    2.5,
    'follow-on',
    stated,
    '\\ln\\frac\\lambda\\mu+(\\mu+\\lambda)\\int_0^\\infty x\\lambda e^{-\\lambda x}dx',
    '\\ln\\frac\\lambda\\mu+\\frac\\mu\\lambda+1',
  ),
  wrong(
    'a slip in the last line',
    2,
    'The term $1$ seems to have the wrong sign',
    stated,
    split,
    '\\ln\\frac\\lambda\\mu+\\frac\\mu\\lambda+1',
  ),
  wrong(
    'the arguments exchanged',
    1.5,
    'exchanged',
    '\\int_0^\\infty p_\\mu(x)\\ln\\frac{p_\\mu(x)}{p_\\lambda(x)}dx',
    '\\ln\\frac\\mu\\lambda+\\frac\\lambda\\mu-1',
  ),
  wrong(
    'an integral that diverges',
    1,
    'diverges',
    '\\int_0^\\infty\\ln\\frac{\\lambda e^{-\\lambda x}}{\\mu e^{-\\mu x}}\\,dx',
    result,
  ),
  wrong(
    'another logarithm',
    1,
    'does not state',
    '\\int_0^\\infty p_\\lambda(x)\\log_2\\frac{p_\\lambda(x)}{p_\\mu(x)}dx',
    result,
  ),
  wrong(
    'a line that cannot be read',
    3,
    'Line 2 could not be read',
    stated,
    '\\ln\\frac{\\lambda}{\\mu}+(\\mu-\\lambda',
    result,
  ),
  wrong(
    'a symbol that is not there',
    3,
    'is not a symbol',
    stated,
    '\\ln\\frac{\\lambda}{\\mu}+\\theta',
    result,
  ),
  wrong('nothing that can be read', 0, 'could not be read', '\\frac{', '((('),
  wrong('nothing but the name', 0, 'There is no result', 'D_{KL}'),
];
