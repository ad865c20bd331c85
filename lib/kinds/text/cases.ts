import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { TextAnswer } from './answer';
import type { authoredText } from './authoring';

export const golden: readonly GoldenPart<z.input<typeof authoredText>, TextAnswer>[] = [
  {
    part: { rubric: [{ text: 'names the vanishing gradient', points: 2 }] },
    points: 2,
    cases: [
      {
        name: 'any words wait for a person',
        answer: { text: 'The gradient vanishes.' },
        points: 0,
        verdict: 'review',
        says: 'person',
      },
    ],
  },
];
