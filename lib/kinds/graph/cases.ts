import type { z } from 'zod';
import type { GoldenPart } from '@/lib/kinds/contract';
import type { GraphAnswer } from './answer';
import type { authoredGraph } from './authoring';

const part = {
  palette: {
    x: { latex: 'x' },
    w: { latex: 'w' },
    f: { latex: 'f' },
    L: { latex: '\\mathcal{L}' },
    y: { latex: 'y' },
  },
  reference: {
    edges: [
      ['x', 'f'],
      ['w', 'f'],
      ['f', 'L'],
    ],
  },
} satisfies z.input<typeof authoredGraph>;

export const golden: readonly GoldenPart<z.input<typeof authoredGraph>, GraphAnswer>[] = [
  {
    part,
    points: 1.5,
    cases: [
      {
        name: 'every arrow, in another order and with positions',
        answer: {
          nodes: ['L', 'f', 'w', 'x'],
          edges: [
            ['f', 'L'],
            ['x', 'f'],
            ['w', 'f'],
          ],
          positions: { f: [10, 20] },
        },
        points: 1.5,
        verdict: 'right',
      },
      {
        name: 'one arrow reversed is one mistake',
        answer: {
          edges: [
            ['x', 'f'],
            ['w', 'f'],
            ['L', 'f'],
          ],
        },
        points: 1,
        verdict: 'wrong',
        says: 'wrong way',
      },
      {
        name: 'every arrow reversed',
        answer: {
          edges: [
            ['f', 'x'],
            ['f', 'w'],
            ['L', 'f'],
          ],
        },
        points: 0.75,
        verdict: 'wrong',
        says: 'right but for its direction',
      },
      {
        name: 'every arrow in both directions',
        answer: {
          edges: [
            ['x', 'f'],
            ['f', 'x'],
            ['w', 'f'],
            ['f', 'w'],
            ['f', 'L'],
            ['L', 'f'],
          ],
        },
        points: 0.75,
        verdict: 'wrong',
        says: 'Drawn in both directions',
      },
      {
        name: 'two nodes exchanged',
        answer: {
          edges: [
            ['x', 'L'],
            ['w', 'L'],
            ['L', 'f'],
          ],
        },
        points: 0.75,
        verdict: 'wrong',
        says: '$f$ and $\\mathcal{L}$ are exchanged',
      },
      {
        name: 'one arrow missing',
        answer: {
          edges: [
            ['x', 'f'],
            ['f', 'L'],
          ],
        },
        points: 1,
        verdict: 'wrong',
        says: 'Missing: $w \\to f$',
      },
      {
        name: 'a superfluous arrow takes one share away',
        answer: {
          edges: [
            ['x', 'f'],
            ['w', 'f'],
            ['f', 'L'],
            ['x', 'L'],
          ],
        },
        points: 1,
        verdict: 'wrong',
        says: 'Not part of the graph',
      },
      {
        name: 'a distractor left lying about',
        answer: {
          nodes: ['x', 'w', 'f', 'L', 'y'],
          edges: [
            ['x', 'f'],
            ['w', 'f'],
            ['f', 'L'],
          ],
        },
        points: 1,
        verdict: 'wrong',
        says: 'do not belong',
      },
      {
        name: 'drawing every arrow earns nothing',
        answer: {
          edges: ['x', 'w', 'f', 'L', 'y'].flatMap((from) =>
            ['x', 'w', 'f', 'L', 'y']
              .filter((to) => to !== from)
              .map((to): [string, string] => [from, to]),
          ),
        },
        points: 0,
        verdict: 'wrong',
      },
      {
        name: 'a circle is named',
        answer: {
          edges: [
            ['x', 'f'],
            ['f', 'w'],
            ['w', 'x'],
          ],
        },
        points: 0,
        verdict: 'wrong',
        says: 'in a circle',
      },
      { name: 'nodes alone', answer: { nodes: ['x', 'f'] }, points: 0, verdict: 'wrong' },
    ],
  },
];
