import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import { generalSolutionParts } from './asks/general-solution-cases';
import { growthParts } from './asks/growth-cases';
import { relationParts } from './asks/relation-cases';
import { setParts } from './asks/set-cases';
import type { authoredFormula } from './authoring';
import { elementwiseParts } from './elementwise-cases';
import { latitudeParts } from './latitude-cases';
import { optionParts } from './option-cases';
import { programParts } from './program-cases';

type Part = GoldenPart<z.input<typeof authoredFormula>, FieldsAnswer>;

const scalar: Part = {
  part: {
    symbols: {
      lambda: { latex: '\\lambda', domain: '(0, inf)' },
      mu: { latex: '\\mu', domain: '(0, inf)' },
    },
    fields: { D: { label: 'D', reference: 'ln(lambda/mu) + mu/lambda - 1' } },
    misconceptions: [
      {
        field: 'D',
        expression: 'ln(mu/lambda) + lambda/mu - 1',
        message: 'The arguments are swapped.',
        credit: 0.5,
      },
    ],
  },
  points: 2,
  cases: [
    ...[
      'log(lambda/mu) + mu/lambda - 1',
      '\\ln\\frac{\\lambda}{\\mu}+\\frac{\\mu-\\lambda}{\\lambda}',
      'D = \\log\\lambda - \\log\\mu + \\mu\\lambda^{-1} - 1',
      '-\\ln\\left(\\frac{\\mu}{\\lambda}\\right)+\\frac{\\mu}{\\lambda}-1',
      'ln(λ) - ln(μ) + μ/λ - 1',
    ].map((text) => ({
      name: text,
      answer: { fields: { D: text } },
      points: 2,
      verdict: 'right' as const,
    })),
    {
      name: 'a misconception with part credit',
      answer: { fields: { D: 'ln(mu/lambda) + lambda/mu - 1' } },
      points: 1,
      verdict: 'wrong',
      says: 'swapped',
    },
    {
      name: 'a dropped constant',
      answer: { fields: { D: 'ln(lambda/mu) + mu/lambda' } },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'off by 1e-12 is off',
      answer: { fields: { D: 'ln(lambda/mu) + mu/lambda - 1.000000000001' } },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'not readable, with the place',
      answer: { fields: { D: 'ln(lambda/mu' } },
      points: 0,
      verdict: 'review',
      says: 'could not be read',
    },
    {
      name: 'an undeclared symbol',
      answer: { fields: { D: 'ln(lambda/nu)' } },
      points: 0,
      verdict: 'review',
      says: 'could not be read',
    },
  ],
};

const matrices: Part = {
  part: {
    symbols: {
      A: { latex: 'A', shape: ['m', 'n'] },
      B: { latex: 'B', shape: ['n', 'k'] },
      x: { latex: 'x', shape: ['k', 1] },
      y: { latex: 'y', shape: ['m', 1] },
    },
    fields: {
      r: { label: 'r', reference: 'A B x - y' },
      g: { label: 'g', reference: '2 (A B x - y)^T A B', up_to: 'transpose' },
    },
  },
  points: 2,
  cases: [
    {
      name: 'as the reference',
      answer: { fields: { r: 'ABx-y', g: '2(ABx-y)^T A B' } },
      points: 2,
      verdict: 'right',
    },
    {
      name: 'the gradient as a column',
      answer: { fields: { r: '-y + A(Bx)', g: '2 B^\\top A^\\top (A B x - y)' } },
      points: 2,
      verdict: 'right',
      says: 'transposed',
    },
    {
      name: 'factors in an order that does not fit',
      answer: { fields: { r: 'BAx - y', g: '2 (A B x - y)^T B A' } },
      points: 0,
      verdict: 'wrong',
    },
    {
      name: 'a residual of the wrong shape',
      answer: { fields: { r: '(A B x - y)^T' } },
      points: 0,
      verdict: 'wrong',
      says: 'row vector',
    },
    {
      name: 'one field right, one empty',
      answer: { fields: { r: 'A B x - y', g: ' ' } },
      points: 1,
      verdict: 'wrong',
      says: 'left empty',
    },
  ],
};

const conditional: Part = {
  part: {
    symbols: {
      x: { latex: 'x', domain: 'real' },
      h: { latex: 'h', domain: 'real', definition: 'max(x, 0)' },
      forbidden: { latex: 'z', domain: 'real' },
    },
    not_allowed: { forbidden: '$z$ is to be eliminated.' },
    fields: {
      d: { label: "h'", reference: '1', where: 'h > 0', points: 1 },
      c: { label: 'C', reference: 'x^2', up_to: 'constant', points: 0.5 },
      z: { label: '0', reference: '0', points: 0 },
    },
  },
  points: 1.5,
  cases: [
    {
      name: 'an indicator where the condition makes it one; up to a constant',
      answer: { fields: { d: '[h > 0]', c: 'x^2 - 7', z: '0' } },
      points: 1.5,
      verdict: 'right',
    },
    {
      name: 'without points, judged and commented on',
      answer: { fields: { d: '1', c: 'x^2', z: '1' } },
      points: 1.5,
      verdict: 'right',
    },
    {
      name: 'a symbol that may not stay',
      answer: { fields: { d: 'z' } },
      points: 0,
      verdict: 'wrong',
      says: 'to be eliminated',
    },
  ],
};

const orientation: Part = {
  part: {
    symbols: {
      J: { latex: 'J', shape: ['n', 'k'] },
      g: { latex: '\\frac{\\partial l}{\\partial f}', shape: [1, 'n'] },
    },
    either_orientation: ['g'],
    fields: { d: { label: '\\nabla l', reference: 'g J', up_to: 'transpose' } },
  },
  points: 1,
  cases: [
    '\\frac{\\partial l}{\\partial f} J',
    'J^T \\frac{\\partial l}{\\partial f}^T',
    'J^T\\left(\\frac{\\partial l}{\\partial f}\\right)',
  ].map((text) => ({
    name: text,
    answer: { fields: { d: text } },
    points: 1,
    verdict: 'right' as const,
  })),
};

export const golden: readonly Part[] = [
  scalar,
  matrices,
  conditional,
  orientation,
  ...optionParts,
  ...latitudeParts,
  ...programParts,
  ...elementwiseParts,
  ...setParts,
  ...relationParts,
  ...generalSolutionParts,
  ...growthParts,
];
