import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { OrderingAnswer } from './answer';
import type { authoredOrdering } from './authoring';

type Part = GoldenPart<z.input<typeof authoredOrdering>, OrderingAnswer>;

const items = {
  p: 'Backward pass',
  q: 'Loss $\\mathcal L$',
  r: 'Update $w \\leftarrow w - \\varepsilon g$',
  s: 'Forward pass',
  t: 'Draw a batch',
};
const reference = ['t', 's', 'q', 'p', 'r'];
type Case = Part['cases'][number];
const wrong = (name: string, order: string, points: number, says: string): Case => ({
  name,
  answer: { order: [...order] },
  points,
  verdict: 'wrong',
  says,
});

export const golden: readonly Part[] = [
  {
    part: { items, reference },
    points: 2,
    cases: [
      { name: 'right', answer: { order: reference }, points: 2, verdict: 'right' },
      wrong('the last two swapped', 'tsqrp', 1, '“Backward pass” comes before “Update'),
      wrong('the first one last', 'sqprt', 1.5, '4 of 5'),
      wrong('reversed', 'rpqst', 0, 'comes before'),
    ],
  },
  {
    part: { items, reference, credit: 'pairs' },
    points: 2,
    cases: [
      { name: 'right', answer: { order: reference }, points: 2, verdict: 'right' },
      wrong('neighbours swapped: one pair of ten', 'tsqrp', 1.5, 'comes before'),
      wrong('the first one last: four pairs of ten', 'sqprt', 0.5, 'comes before'),
      wrong('reversed', 'rpqst', 0, 'comes before'),
    ],
  },
  {
    part: {
      items: { b: 'Bias', d: 'Dropout', w: 'Weights', x: 'Input' },
      reference: ['x', ['b', 'w'], 'd'],
      credit: 'none',
    },
    points: 1,
    cases: [
      { name: 'as written', answer: { order: ['x', 'b', 'w', 'd'] }, points: 1, verdict: 'right' },
      {
        name: 'a group the other way round',
        answer: { order: ['x', 'w', 'b', 'd'] },
        points: 1,
        verdict: 'right',
      },
      wrong('one item too late', 'bxwd', 0, '“Input” comes before “Bias”'),
    ],
  },
];
