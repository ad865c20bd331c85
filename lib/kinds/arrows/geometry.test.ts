import { expect, it } from 'vitest';
import type { Vector } from './answer';
import { freeCorner } from './geometry';

it.each<[Vector[], string]>([
  [[], 'below right'],
  [[[2, 1]], 'below left'],
  [[[-1, 1]], 'below right'],
  [
    [
      [1, 1],
      [-1, -1],
    ],
    'below right',
  ],
  [
    [
      [1, -1],
      [-1, -1],
    ],
    'above right',
  ],
  [[[0, 0]], 'below right'],
])('a name stands away from the arrows %j', (arrows, corner) => {
  expect(freeCorner(arrows)).toBe(corner);
});
