import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { FieldsAnswer } from '@/lib/kinds/fields/answer';
import type { authoredRecurrence } from './authoring';
import { programParts } from './program-cases';

type Part = GoldenPart<z.input<typeof authoredRecurrence>, FieldsAnswer>;

const count = { domain: '(0, inf)' };

const receptiveField: Part['part'] = {
  model: 'convolution',
  symbols: {
    R_before: { latex: 'R_{k-1}', ...count },
    S_before: { latex: 'S_{k-1}', ...count },
    r_k: { latex: 'r_k', ...count },
    s_k: { latex: 's_k', ...count },
    R_k: { latex: 'R_k', ...count },
    S_k: { latex: 'S_k', ...count },
  },
  roles: {
    R_before: 'size_before',
    S_before: 'stride_before',
    r_k: 'kernel',
    s_k: 'stride',
    R_k: 'size',
    S_k: 'stride_after',
  },
  fields: {
    R: { label: 'R_k', quantity: 'size', reference: 'R_{k-1} + (r_k - 1) S_{k-1}', points: 2 },
    S: { label: 'S_k', quantity: 'stride_after', reference: 's_k S_{k-1}', points: 1 },
  },
};

const right = (R: string, S: string) => ({
  name: `${R}; ${S}`,
  answer: { fields: { R, S } },
  points: 3,
  verdict: 'right' as const,
});

export const golden: readonly Part[] = [
  {
    part: receptiveField,
    points: 3,
    cases: [
      right('R_{k-1} + (r_k - 1) S_{k-1}', 's_k S_{k-1}'),
      right('R_k = R_{k-1} - S_{k-1} + r_k S_{k-1}', 'S_k = S_{k-1}\\cdot s_k'),
      right('R_{k-1}+\\left(r_k-1\\right)\\frac{S_k}{s_k}', 'S_{k-1}s_k'),
      right('R_{k-1} + (r_k - 1) S_{k-1} \\quad (R_0 = 1)', 'S_{k-1}s_k (S_0 = 1)'),
      {
        name: 'half a kernel to each side',
        answer: {
          fields: { R: 'R_{k-1} + 2\\lfloor\\frac{r_k}{2}\\rfloor S_{k-1}', S: 's_k S_{k-1}' },
        },
        points: 2,
        verdict: 'wrong',
        says: 'right for odd kernels',
      },
      {
        name: 'the stride of the wrong layer',
        answer: { fields: { R: 'R_{k-1} + (r_k - 1) S_k', S: 's_k S_{k-1}' } },
        points: 1,
        verdict: 'wrong',
        says: 'counting the pixels',
      },
      {
        name: 'no minus one',
        answer: { fields: { R: 'R_{k-1} + r_k S_{k-1}' } },
        points: 0,
        verdict: 'wrong',
        says: 'counting the pixels',
      },
      {
        name: 'holds for stride one only',
        answer: { fields: { R: 'R_{k-1} + r_k - 1', S: 'S_{k-1}' } },
        points: 0,
        verdict: 'wrong',
      },
      {
        name: 'through itself',
        answer: { fields: { R: 'R_k', S: 'S_k' } },
        points: 0,
        verdict: 'wrong',
        says: 'through itself',
      },
      {
        name: 'not readable',
        answer: { fields: { R: 'R_{k-1} + (r_k - 1', S: 's_k S_{k-1}' } },
        points: 1,
        verdict: 'review',
        says: 'could not be read',
      },
    ],
  },
  ...programParts,
];
