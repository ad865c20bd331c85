import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { ChoiceAnswer } from './answer';
import type { authoredChoice } from './authoring';

type Part = GoldenPart<z.input<typeof authoredChoice>, ChoiceAnswer>;

const options = { a: 'Batch normalisation', b: 'Dropout', c: 'Momentum' };

export const golden: readonly Part[] = [
  {
    part: { options, reference: ['c'] },
    points: 1,
    cases: [
      { name: 'the right one', answer: { selected: ['c'] }, points: 1, verdict: 'right' },
      {
        name: 'another one',
        answer: { selected: ['a'] },
        points: 0,
        verdict: 'wrong',
        says: 'Momentum',
      },
    ],
  },
  {
    part: { options, reference: ['a', 'b'], multiple: true },
    points: 2,
    cases: [
      { name: 'both, in any order', answer: { selected: ['b', 'a'] }, points: 2, verdict: 'right' },
      {
        name: 'picked twice is picked',
        answer: { selected: ['a', 'b', 'a'] },
        points: 2,
        verdict: 'right',
      },
      {
        name: 'one of two',
        answer: { selected: ['a'] },
        points: 0,
        verdict: 'wrong',
        says: 'Dropout',
      },
      {
        name: 'one too many',
        answer: { selected: ['a', 'b', 'c'] },
        points: 0,
        verdict: 'wrong',
        says: 'Not right: Momentum',
      },
    ],
  },
];
