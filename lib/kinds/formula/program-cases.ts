import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredFormula } from './authoring';

/** Golden answers for fields of which a program works out the right value. */

type Part = GoldenPart<z.input<typeof authoredFormula>, FieldsAnswer>;

function answer(
  text: string,
  points: number,
  verdict: 'right' | 'wrong' | 'review',
  says?: string,
): GoldenCase<FieldsAnswer> {
  return { name: text, answer: { fields: { y: text } }, points, verdict, ...(says && { says }) };
}

/** A count that nobody has to know in closed form: the pairs of a set, one by one. */
const counted: Part = {
  part: {
    symbols: { n: { latex: 'n', domain: '1..12' } },
    fields: {
      y: {
        label: 'y',
        program: 'found(i) = sum(map(1:n, pair(j) = number(i < j)))\nsum(map(1:n, found))',
      },
    },
  },
  points: 2,
  cases: [
    answer('\\frac{n(n-1)}{2}', 2, 'right'),
    answer('\\binom n2', 2, 'right'),
    answer('\\sum_{k=1}^{n-1} k', 2, 'right'),
    answer('\\frac{n(n+1)}{2}', 0, 'wrong', 'not equal'),
    answer('n^2', 0, 'wrong'),
    answer('0', 0, 'wrong'),
    answer('1/(n-n)', 0, 'wrong'),
    answer('\\frac{n(n-1}{2}', 0, 'review', 'could not be read'),
  ],
};

const matrices: Part = {
  part: {
    symbols: {
      A: { latex: 'A', shape: ['n', 'n'] },
      x: { latex: 'x', shape: ['n', 1] },
    },
    fields: {
      // A difference quotient, where a student differentiates by hand.
      y: {
        label: '\\nabla_x x^T A x',
        shape: ['n', 1],
        program: [
          'f(z) = z * A * z',
          'unit(k) = map(1:n, at(j) = number(j == k))',
          'map(1:n, slope(k) = (f(x + unit(k)) - f(x - unit(k))) / 2)',
        ].join('\n'),
      },
    },
  },
  points: 1,
  cases: [
    answer('(A + A^T) x', 1, 'right'),
    answer('A x + (x^T A)^T', 1, 'right'),
    answer('2 A x', 0, 'wrong'),
    answer('x^T (A + A^T)', 0, 'wrong', 'should be'),
    answer('0', 0, 'wrong'),
  ],
};

const both: Part = {
  part: {
    symbols: {
      x: { latex: 'x', domain: '(0, 3)' },
      q: { latex: 'q', definition: 'x^2 + 1' },
    },
    fields: {
      y: {
        label: 'y',
        reference: 'sqrt(q)',
        program:
          '# Newton, a few steps\nz = q\nnext(k) = (z = (z + q / z) / 2)\nforEach(1:30, next)\nz',
      },
    },
    misconceptions: [{ field: 'y', expression: 'q', message: 'The root is lost.', credit: 0.5 }],
  },
  points: 2,
  cases: [
    answer('\\sqrt{x^2+1}', 2, 'right'),
    answer('q^{1/2}', 2, 'right'),
    answer('x^2+1', 1, 'wrong', 'The root is lost.'),
    answer('x+1', 0, 'wrong'),
  ],
};

const simulated: Part = {
  part: {
    symbols: { p: { latex: 'p', domain: '[0.3, 0.9]' } },
    fields: {
      y: {
        label: '\\mathbb E[X]',
        tolerance: { relative: 0.2 },
        program: 'wait(k) = random() < p ? 1 : 1 + wait(k)\nmean(map(1:1500, wait))',
      },
    },
  },
  points: 1,
  cases: [answer('1/p', 1, 'right'), answer('\\frac{1-p}{p}', 0, 'wrong'), answer('p', 0, 'wrong')],
};

const constant: Part = {
  part: {
    symbols: {},
    fields: {
      y: { label: 'y', tolerance: { absolute: 0.005 }, program: 'sum(map(1:20, f(k) = 1 / k^2))' },
    },
  },
  points: 1,
  cases: [answer('1.596', 1, 'right'), answer('1.6', 1, 'right'), answer('\\pi^2/6', 0, 'wrong')],
};

const complex: Part = {
  part: {
    symbols: { z: { latex: 'z', domain: 'complex' } },
    fields: { y: { label: 'y', program: 'z * conj(z) + i * z' } },
  },
  points: 1,
  cases: [answer('|z|^2 + i z', 1, 'right'), answer('z^2 + i z', 0, 'wrong')],
};

export const programParts: readonly Part[] = [
  counted,
  matrices,
  both,
  simulated,
  constant,
  complex,
];
