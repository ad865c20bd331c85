import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { ReparametrizationAnswer } from './answer';
import type { authoredReparametrization } from './authoring';
import { exponentialCases } from './exponential-cases';

type Part = z.input<typeof authoredReparametrization>;
type Case = GoldenCase<ReparametrizationAnswer>;

/** A part about a law on the line or a half-line with one parameter. */
function part(
  parameter: { latex: string; domain: string },
  density: string,
  domain: string,
  reference: Part['reference'],
): Part {
  return {
    symbols: {
      lambda: parameter,
      u: { latex: 'u', aliases: ['\\varepsilon'], domain: 'real' },
      y: { latex: 'y', domain },
      ell: { latex: '\\ell', aliases: ['l'], from: [1, 1], to: [1, 1] },
      p: { latex: 'p_\\lambda', of: ['y'], definition: density, support: domain },
      T: {
        latex: 'T',
        from: [
          [1, 1],
          [1, 1],
        ],
        to: [1, 1],
      },
      dT: {
        latex: '\\frac{\\partial T}{\\partial\\lambda}',
        aliases: ['\\frac{\\partial y}{\\partial\\lambda}'],
        domain: 'real',
      },
      grad: {
        latex: '\\nabla_w f',
        aliases: ['\\frac{\\partial f}{\\partial w}', '\\nabla_w \\lambda'],
        shape: ['n_w', 1],
      },
    },
    roles: {
      lambda: 'parameter',
      u: 'base',
      y: 'sample',
      ell: 'loss',
      grad: 'network',
      T: 'transform',
      dT: 'slope',
    },
    density,
    domain,
    T: { label: 'T(u, \\lambda)', left_sides: ['y'] },
    gradient: { label: '\\nabla_w L' },
    reference,
    shares: { T: 2, gradient: 2 },
  };
}

const positive = { latex: '\\lambda', domain: '(0, inf)' };
const real = { latex: '\\lambda', domain: 'real' };

/** A right pair for some law. */
function right(
  name: string,
  base: ReparametrizationAnswer['base'],
  T: string,
  gradient: string,
): Case {
  return { name, answer: { base, fields: { T, gradient } }, points: 4, verdict: 'right' };
}

const chain = "\\ell'(y)\\frac{\\partial T}{\\partial\\lambda}\\nabla_w f";

export const golden: readonly GoldenPart<Part, ReparametrizationAnswer>[] = [
  {
    part: part(positive, 'lambda * exp(-lambda * y)', '(0, inf)', {
      base: 'uniform',
      T: '-\\frac{\\ln u}{\\lambda}',
      gradient: "-\\ell'(y) \\frac{y}{\\lambda} \\nabla_w f",
    }),
    points: 4,
    cases: exponentialCases,
  },
  {
    part: part(real, '\\frac{1}{\\sqrt{2\\pi}} e^{-(y-\\lambda)^2/2}', 'real', {
      base: 'normal',
      T: '\\lambda + u',
      gradient: "\\ell'(y) \\nabla_w f",
    }),
    points: 4,
    cases: [
      right('a normal law shifted', 'normal', '\\lambda + u', "\\ell'(y)\\nabla_w f"),
      right('its mirror image', 'normal', '\\lambda - u', "\\ell'(\\lambda - u)\\nabla_w f"),
      {
        name: 'a normal law scaled where it is to be shifted',
        answer: {
          base: 'normal',
          fields: { T: '\\lambda u', gradient: "\\ell'(y)\\,u\\,\\nabla_w f" },
        },
        points: 1,
        verdict: 'wrong',
        says: 'follow-on',
      },
    ],
  },
  {
    part: part(positive, '\\frac{1}{\\lambda\\sqrt{2\\pi}} e^{-y^2/(2\\lambda^2)}', 'real', {
      base: 'normal',
      T: '\\lambda u',
      gradient: "\\ell'(y)\\,u\\,\\nabla_w f",
    }),
    points: 4,
    cases: [
      right(
        'a normal law scaled',
        'normal',
        '\\lambda u',
        "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f",
      ),
      {
        name: 'variance for standard deviation',
        answer: { base: 'normal', fields: { T: '\\sqrt\\lambda u', gradient: chain } },
        points: 1,
        verdict: 'wrong',
      },
    ],
  },
  {
    part: part(positive, '\\frac{1}{2\\lambda} e^{-|y|/\\lambda}', 'real', {
      base: 'uniform',
      T: '-\\lambda \\operatorname{sign}(u - 1/2) \\ln(1 - |2u - 1|)',
      gradient: "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f",
    }),
    points: 4,
    cases: [
      right(
        'a Laplace law from a uniform one',
        'uniform',
        '-\\lambda \\operatorname{sign}(u - 1/2) \\ln(1 - 2|u - 1/2|)',
        "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f",
      ),
      right(
        'a Laplace law in two pieces',
        'uniform',
        '\\begin{cases}\\lambda\\ln(2u) & u < 1/2 \\\\ -\\lambda\\ln(2 - 2u) & \\text{otherwise}\\end{cases}',
        chain,
      ),
      right(
        'a Laplace law from one of its own',
        { density: 'e^{-|u|}/2', domain: '(-inf, inf)' },
        '\\lambda u',
        "\\ell'(y)\\,u\\,\\nabla_w f",
      ),
    ],
  },
  {
    part: part(real, 'e^{-(y-\\lambda) - e^{-(y-\\lambda)}}', 'real', {
      base: 'uniform',
      T: '\\lambda - \\ln(-\\ln u)',
      gradient: "\\ell'(y)\\nabla_w f",
    }),
    points: 4,
    cases: [
      right('a Gumbel law', 'uniform', '\\lambda - \\ln(-\\ln u)', "\\ell'(y)\\nabla_w f"),
      right('a Gumbel law from an exponential one', 'exponential', '\\lambda - \\ln u', chain),
      {
        name: 'a Gumbel law mirrored',
        answer: { base: 'uniform', fields: { T: '\\lambda + \\ln(-\\ln u)', gradient: chain } },
        points: 1,
        verdict: 'wrong',
        says: 'does not have the law',
      },
    ],
  },
  {
    part: part(positive, '\\frac{2}{\\lambda}\\frac{y}{\\lambda} e^{-(y/\\lambda)^2}', '(0, inf)', {
      base: 'uniform',
      T: '\\lambda\\sqrt{-\\ln u}',
      gradient: "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f",
    }),
    points: 4,
    cases: [
      right('a Weibull law', 'uniform', '\\lambda(-\\ln(1-u))^{1/2}', chain),
      right(
        'a Weibull law from an exponential one',
        'exponential',
        '\\lambda\\sqrt u',
        "\\ell'(y)\\sqrt u\\,\\nabla_w f",
      ),
    ],
  },
  {
    part: part(positive, '\\frac{1}{\\pi\\lambda(1 + (y/\\lambda)^2)}', 'real', {
      base: 'uniform',
      T: '\\lambda\\tan(\\pi(u - 1/2))',
      gradient: "\\ell'(y)\\frac{y}{\\lambda}\\nabla_w f",
    }),
    points: 4,
    cases: [
      right('a Cauchy law', 'uniform', '\\lambda\\tan(\\pi(u - 1/2))', chain),
      right(
        'a Cauchy law by another branch',
        'uniform',
        '\\lambda\\tan(\\pi u)',
        "\\ell'(y)\\tan(\\pi u)\\nabla_w f",
      ),
      {
        name: 'a Cauchy law with half its width',
        answer: {
          base: 'uniform',
          fields: { T: '\\frac{\\lambda}{2}\\tan(\\pi u)', gradient: chain },
        },
        points: 1,
        verdict: 'wrong',
      },
    ],
  },
];
