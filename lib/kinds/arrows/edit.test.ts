import { describe, expect, it } from 'vitest';
import { drawArrow, freePlace, inPlane, placePoint, removePoint } from './edit';
import type { ArrowsAnswer } from './schema';

describe('drawing', () => {
  it('moves a point with its arrow, which is a way and not a place', () => {
    const drawn = drawArrow(placePoint({}, 'a', [1, 1]), 'a', [2, -1]);
    expect(placePoint(drawn, 'a', [0, 3])).toEqual({
      points: { a: [0, 3] },
      arrows: { a: [2, -1] },
    });
  });

  it('takes an arrow away that ends at its point, and a point with its arrow', () => {
    const drawn = drawArrow(placePoint({}, 'a', [1, 1]), 'a', [2, -1]);
    expect(drawArrow(drawn, 'a', [0.1, 0]).arrows).toEqual({});
    expect(removePoint(drawn, 'a')).toEqual({ points: {}, arrows: {} });
  });

  it('keeps hundredths, and points in the plane', () => {
    expect(placePoint({}, 'a', [1 / 3, -2 / 3])).toEqual({ points: { a: [0.33, -0.67] } });
    expect(inPlane([9, -9])).toEqual([5, -4]);
  });

  it('places points apart from each other, however many', () => {
    let answer: ArrowsAnswer = {};
    for (const id of ['a', 'b', 'c', 'd', 'e']) answer = placePoint(answer, id, freePlace(answer));
    const places = Object.values(answer.points ?? {});
    for (const [index, [x, y]] of places.entries()) {
      expect(inPlane([x, y])).toEqual([x, y]);
      for (const [a, b] of places.slice(index + 1))
        expect(Math.hypot(a - x, b - y)).toBeGreaterThan(0.5);
    }
  });
});
