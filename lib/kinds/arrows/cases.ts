import type { z } from 'zod';
import type { GoldenCase, GoldenPart } from '@/lib/kinds/contract';
import type { ArrowsAnswer } from './answer';
import type { authoredArrows } from './authoring';

type Part = z.input<typeof authoredArrows>;
type Case = GoldenCase<ArrowsAnswer>;

const triplet: Part = {
  symbols: {
    fa: { latex: 'f_a', shape: [2, 1] },
    fp: { latex: 'f_p', shape: [2, 1] },
    fn: { latex: 'f_n', shape: [2, 1] },
  },
  directions: { fa: 'f_p - f_n', fp: 'f_a - f_p', fn: 'f_n - f_a' },
  opposite: { message: 'Along the gradient the loss grows; it is to decrease.', credit: 0.25 },
  misconceptions: [
    { point: 'fa', direction: 'f_p - f_a', message: 'The negative pushes too.', credit: 0.5 },
  ],
  shares: { position: 0.25, arrows: 0.75 },
};

const points: ArrowsAnswer['points'] = { fa: [0, 0], fp: [2, 1], fn: [-1, 2] };
/** The steepest decrease at those points. */
const right: ArrowsAnswer['arrows'] = { fa: [3, -1], fp: [-2, -1], fn: [-1, 2] };

function turned([x, y]: readonly [number, number], degrees: number): [number, number] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [x * cos - y * sin, x * sin + y * cos];
}

function drawn(name: string, answer: ArrowsAnswer, score: number, says?: string): Case {
  const verdict = score === 1 ? 'right' : 'wrong';
  return { name, answer, points: score, verdict, ...(says !== undefined && { says }) };
}

const tripletCases: readonly Case[] = [
  drawn('the steepest decrease', { points, arrows: right }, 1),
  drawn(
    'short arrows of other lengths',
    { points, arrows: { fa: [0.3, -0.1], fp: [-1, -0.5], fn: [-0.5, 1] } },
    1,
  ),
  drawn(
    'ten degrees off',
    { points, arrows: { fa: turned([3, -1], 10), fp: turned([-2, -1], -10), fn: [-1, 2] } },
    1,
  ),
  drawn(
    'one arrow forty degrees off',
    { points, arrows: { ...right, fp: turned([-2, -1], 40) } },
    0.75,
    'The arrow at $f_p$ is off by 40°; it should point down and to the left (at 207°).',
  ),
  drawn(
    'just beyond the tolerance',
    { points, arrows: { ...right, fn: turned([-1, 2], 15.2) } },
    0.75,
    'off by 15.2°',
  ),
  drawn(
    'the gradient instead of the descent',
    { points, arrows: { fa: [-3, 1], fp: [2, 1], fn: [1, -2] } },
    0.5,
    'Along the gradient the loss grows',
  ),
  drawn(
    'the anchor moves to the positive only',
    { points, arrows: { ...right, fa: [2, 1] } },
    0.75,
    'The negative pushes too.',
  ),
  drawn('points without arrows', { points }, 0.25, 'No arrow starts at $f_a$.'),
  drawn(
    'an arrow of no length',
    { points, arrows: { ...right, fa: [0, 0] } },
    0.75,
    'No arrow starts',
  ),
  drawn('arrows without points', { arrows: right }, 0, 'Not placed: $f_a$, $f_p$, $f_n$.'),
  drawn(
    'a point is missing',
    { points: { fa: [0, 0], fp: [2, 1] }, arrows: { fa: [3, -1], fp: [-2, -1] } },
    0.25,
    'Where the arrow at $f_a$ should point cannot be told',
  ),
  drawn(
    'on one line',
    {
      points: { fa: [0, 0], fp: [2, 0], fn: [-2, 0] },
      arrows: { fa: [1, 0], fp: [-1, 0], fn: [-1, 0] },
    },
    0.75,
    'lie on one line',
  ),
  drawn(
    'at one place',
    {
      points: { fa: [0, 0], fp: [2, 1], fn: [0, 0] },
      arrows: { fa: [2, 1], fp: [-2, -1], fn: [1, 0] },
    },
    0.5,
    'lie at the same place',
  ),
  drawn(
    'far away and large',
    {
      points: { fa: [1000, 1000], fp: [3000, 2000], fn: [0, 3000] },
      arrows: { fa: [3, -1], fp: [-2000, -1000], fn: [-1000, 2000] },
    },
    0.75,
    'No arrow starts at $f_a$.',
  ),
];

export const golden: readonly GoldenPart<Part, ArrowsAnswer>[] = [
  { part: triplet, points: 1, cases: tripletCases },
  {
    // Lengths count: Newton's step in a bowl, with the minimum as a point without an arrow.
    part: {
      symbols: {
        m: { latex: 'm', shape: [2, 1] },
        a: { latex: 'a', shape: [2, 1] },
        b: { latex: 'b', shape: [2, 1] },
        H: {
          latex: 'H',
          shape: [2, 2],
          definition: '\\begin{pmatrix} 2 & 0 \\\\ 0 & 1 \\end{pmatrix}',
        },
      },
      directions: { a: '-H(a - m)', b: '-H(b - m)' },
      lengths: 0.2,
      tolerance: 10,
      shares: { position: 0.5, arrows: 1, lengths: 0.5 },
    },
    points: 2,
    cases: [
      {
        name: 'to scale',
        answer: {
          points: { m: [0, 0], a: [2, 0], b: [1, 2] },
          arrows: { a: [-2, 0], b: [-1, -1] },
        },
        points: 2,
        verdict: 'right',
      },
      {
        name: 'one too long',
        answer: {
          points: { m: [0, 0], a: [2, 0], b: [1, 2] },
          arrows: { a: [-2, 0], b: [-2, -2] },
        },
        points: 1.5,
        verdict: 'wrong',
        says: 'times as long',
      },
      {
        name: 'the curvature forgotten',
        answer: {
          points: { m: [0, 0], a: [2, 0], b: [1, 2] },
          arrows: { a: [-4, 0], b: [-1, -2] },
        },
        points: 1,
        verdict: 'wrong',
        says: 'off by 18°',
      },
      {
        name: 'lengths without one of the arrows',
        answer: { points: { m: [0, 0], a: [2, 0], b: [1, 2] }, arrows: { a: [-4, 0] } },
        points: 1,
        verdict: 'wrong',
        says: 'only where every arrow is drawn',
      },
    ],
  },
];
