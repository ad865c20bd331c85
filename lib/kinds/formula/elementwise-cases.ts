import { answer, type Part } from './asks/cases';

/** Golden answers for functions and conditions that are taken of vectors entry by entry. */

const vectors = {
  z: { latex: 'z', shape: ['n', 1] as [string, number] },
  delta: { latex: '\\delta', shape: ['m', 1] as [string, number] },
  W: { latex: 'W', shape: ['m', 'n'] as [string, string] },
};
const numbers: [number, number] = [1, 1];

/** Of the author's function nothing is known. */
const unknownFunction: Part = {
  part: {
    symbols: { ...vectors, phi: { latex: '\\phi', from: numbers, to: numbers, elementwise: true } },
    fields: {
      y: {
        label: '\\nabla_z L',
        reference: "\\phi'(z) \\odot (W^\\top \\delta)",
        up_to: 'transpose',
      },
    },
  },
  points: 1,
  cases: [
    answer("(W^T \\delta) \\odot \\phi'(z)", 1, 'right'),
    answer("\\operatorname{diag}(\\phi'(z)) W^\\top \\delta", 1, 'right'),
    answer("\\delta^T W \\operatorname{diag}(\\phi'(z))", 1, 'right', 'transposed'),
    answer('\\frac{\\partial \\phi(z)}{\\partial z} W^\\top \\delta', 0, 'wrong', 'not worked out'),
    answer('J_\\phi(z) W^\\top \\delta', 1, 'right'),
    answer('\\frac{\\partial \\phi}{\\partial z} W^\\top \\delta', 0, 'wrong', 'not worked out'),
    answer('\\phi(z) \\odot W^\\top \\delta', 0, 'wrong'),
    answer("\\phi''(z) \\odot W^\\top \\delta", 0, 'wrong'),
    answer("\\phi'(z) W^\\top \\delta", 0, 'wrong'),
    answer("\\phi'(W z) \\odot W^\\top \\delta", 0, 'wrong'),
    answer("\\psi'(z) \\odot W^\\top \\delta", 0, 'review', 'could not be read'),
  ],
};

/** It is defined, and its derivative follows from that. */
const knownFunction: Part = {
  part: {
    symbols: {
      ...vectors,
      sigma: {
        latex: '\\sigma',
        of: ['t'],
        definition: '\\frac{1}{1 + e^{-t}}',
        elementwise: true,
      },
    },
    fields: { y: { label: "\\sigma'(z)", reference: "\\sigma'(z)" } },
  },
  points: 1,
  cases: [
    answer('\\sigma(z) \\odot (\\mathbf 1 - \\sigma(z))', 1, 'right'),
    answer('\\sigma(z) - \\sigma(z) \\odot \\sigma(z)', 1, 'right'),
    answer('\\operatorname{diag}(\\sigma(z)) \\sigma(-z)', 1, 'right'),
    answer('\\sigma(z)', 0, 'wrong'),
    answer('\\mathbf 1 - \\sigma(z)', 0, 'wrong'),
    answer("\\sigma'(z)^\\top", 0, 'wrong', 'row vector'),
  ],
};

const indicators: Part = {
  part: {
    symbols: vectors,
    elementwise: true,
    fields: { y: { label: 'r', reference: '\\mathbb 1[z > 0]' } },
  },
  points: 1,
  cases: [
    answer('[z > 0]', 1, 'right'),
    answer('I(z > 0)', 1, 'right'),
    answer('\\mathbf 1 - \\mathbb 1[z \\le 0]', 1, 'right'),
    answer('\\mathbb 1[0 < z]', 1, 'right'),
    answer('\\mathbb{1}_{z > 0}', 1, 'right'),
    answer('\\mathbb 1[z > 0 \\wedge z > -1]', 1, 'right'),
    answer('\\mathbb 1[z < 0]', 0, 'wrong'),
    answer('\\mathbb 1[z > 1]', 0, 'wrong'),
    answer('\\mathbb 1[\\max(z, 0) > 0]', 1, 'right'),
    answer('\\mathbb 1[z > \\delta]', 0, 'wrong', 'one shape'),
  ],
};

/** The slope of `\\max(z, 0)` as an indicator. */
const rectifier: Part = {
  part: {
    symbols: vectors,
    elementwise: true,
    fields: { y: { label: '\\nabla_z L', reference: '[z > 0] \\odot (W^\\top \\delta)' } },
  },
  points: 1,
  cases: [
    answer('\\operatorname{diag}(\\mathbb 1[z > 0]) W^\\top \\delta', 1, 'right'),
    answer('W^T \\delta \\odot I(z > 0)', 1, 'right'),
    answer('W^\\top \\delta', 0, 'wrong'),
    answer('[z > 0] W^\\top \\delta', 0, 'wrong'),
  ],
};

/** The column of ones. */
const ones: Part = {
  part: {
    symbols: vectors,
    fields: { y: { label: 's', reference: '\\mathbf 1^\\top z' } },
  },
  points: 1,
  cases: [
    answer('z^\\top \\mathbf 1', 1, 'right'),
    answer('\\mathbf{1}_n^T z', 1, 'right'),
    answer('\\mathbf 1_n^\\top \\mathbf 1_n', 0, 'wrong'),
    answer('\\mathbf 1^\\top \\mathbf 1', 0, 'review', 'size'),
    answer('\\mathbf 1 z', 0, 'wrong'),
  ],
};

export const elementwiseParts: readonly Part[] = [
  unknownFunction,
  knownFunction,
  indicators,
  rectifier,
  ones,
];
