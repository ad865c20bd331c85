import { type Case, REST, right, unread, wrong } from './case-of';

const tooLong: Case = {
  name: 'a program that is too long to be run',
  answer: {
    steps: [
      's_{0} = J_g^L (J_g^L)^T',
      ...Array.from({ length: 36 }, (_, k) => `s_{${k + 1}} =${` s_{${k}}`.repeat(29)}`),
      'd_v = s_{36} J_g^L J_v^g',
    ],
  },
  points: 0,
  verdict: 'review',
  says: 'too long to be run',
};

/** Plans for the gradients of which something cannot be run. */
export const brokenPlans: readonly Case[] = [
  wrong(
    'one output missing',
    2,
    'is not computed',
    'a = J_g^L J_f^g',
    'd_w = a J_w^f',
    'd_x = a J_x^f',
  ),
  wrong(
    'one output of the wrong shape',
    2,
    'should be a row vector',
    'a = J_g^L J_f^g',
    'd_w = a J_x^f',
    ...REST,
  ),
  wrong(
    'one output of the wrong value',
    2,
    'line 2',
    'a = J_g^L J_f^g',
    'd_w = 2 a J_w^f',
    ...REST,
  ),
  wrong('factors that do not fit', 0, 'inner dimensions', 'd_v = J_v^g J_g^L'),
  wrong(
    'used above where it is computed',
    2,
    'only in line 2',
    'd_w = a J_w^f',
    'a = J_g^L J_f^g',
    ...REST,
  ),
  wrong('computed from itself', 1, 'from itself', 'a = a J_f^g', 'd_w = a J_w^f', ...REST),
  wrong(
    'a name given twice',
    2,
    'from line 1 already',
    'a = J_g^L J_f^g',
    'a = a J_w^f',
    'd_w = a',
    ...REST,
  ),
  unread('a name that is given', 1, 'is given', 'J_g^L = J_g^L J_f^g', 'd_w = a J_w^f', ...REST),
  unread('an unknown name', 1, 'is not a symbol', 'd_w = b J_w^f', ...REST),
  unread(
    'not readable, with the place',
    1,
    'could not be read',
    'a = (J_g^L J_f^g',
    'd_w = a J_w^f',
    ...REST,
  ),
  unread('no name in front', 1, 'in front', 'J_g^L J_f^g', 'd_w = a J_w^f', ...REST),
  right('numbered by hand', '1. a = J_g^L J_f^g', '2) d_w = a J_w^f', ...REST),
  unread(
    'an output known by its name, unreadable behind it',
    2,
    'has no meaning',
    'a = J_g^L J_f^g',
    'd_w = a @ J_w^f',
    ...REST,
  ),
  wrong(
    'a beginning of the other outputs is no waste',
    1,
    'is not computed',
    'a = J_g^L J_f^g',
    'd_v = J_g^L J_v^g',
  ),
  unread('words', 0, 'could not be read', 'first a, then reuse it'),
  unread('what cannot be counted', 0, 'made of products', 'd_v = \\sum_{i=1}^{3} J_g^L J_v^g'),
  wrong(
    'a program that doubles in every line',
    0,
    'not computed',
    's = J_g^L (J_g^L)^T',
    ...Array.from(
      { length: 38 },
      (_, k) => `s_{${k + 1}} = ${k === 0 ? 's s' : `s_{${k}} s_{${k}}`}`,
    ),
  ),
  tooLong,
];
