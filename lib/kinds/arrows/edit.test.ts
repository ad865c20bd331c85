import { describe, expect, it } from 'vitest';
import type { ArrowsAnswer } from './answer';
import {
  drawArrow,
  freePlace,
  inPlane,
  moveGrip,
  placePoint,
  placesIn,
  reachOf,
  removePoint,
  stepGrip,
  waitingWay,
} from './edit';

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

  it('keeps an arrow in the plane whose point is moved, as it was drawn', () => {
    const drawn = drawArrow(placePoint({}, 'a', [0, 0]), 'a', [2, 1]);
    expect(moveGrip(drawn, { id: 'a', isTip: false }, [4.5, 3.5])).toEqual({
      points: { a: [3, 3] },
      arrows: { a: [2, 1] },
    });
    expect(moveGrip(drawn, { id: 'a', isTip: true }, [9, 0]).arrows).toEqual({ a: [5, 0] });
  });

  it('steps over the point with the end of an arrow', () => {
    const drawn = drawArrow(placePoint({}, 'a', [0, 0]), 'a', [0.3, 0]);
    const answer = stepGrip(drawn, { id: 'a', isTip: true }, [-0.1, 0]);
    expect(answer.arrows).toEqual({ a: [-0.2, 0] });
  });

  it('makes the plane as large as what was typed', () => {
    const typed = drawArrow(placePoint({}, 'a', [4, 0]), 'a', [6, -2]);
    expect(reachOf(placesIn(typed))).toBe(2);
    expect(inPlane([12, 0], 2)).toEqual([10, 0]);
  });

  it('lets the end of an arrow wait where it can be reached', () => {
    for (const at of [
      [5, 4],
      [-5, -4],
      [0, 0],
      [5, -4],
    ] as const) {
      const [right, up] = waitingWay([at[0], at[1]]);
      const tip: [number, number] = [at[0] + right, at[1] + up];
      expect(inPlane(tip)).toEqual(tip);
    }
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
