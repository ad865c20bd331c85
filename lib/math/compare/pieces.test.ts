import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { Meter } from '@/lib/math/core/meter';
import type { Sample } from '@/lib/math/evaluate/sample';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { compare } from './compare';
import { crossings } from './cut-crossings';
import { otherPieces, type PiecePoint } from './pieces';
import { lineAlong, type SearchLine, scalingLine } from './search-lines';

const scalar = (id: string, domain: string): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain },
});
const tableWith = (domain: string) => tableOf([scalar('x', domain), scalar('y', domain)]);
const at = (x: number, y: number): Sample => {
  const value = (re: number) => ({ rows: 1, columns: 1, re: [re], im: [] });
  return { values: new Map(Object.entries({ x: value(x), y: value(y) })), sizes: new Map() };
};

/** The points that are looked at for an expression, starting from some. */
function piecesOf(text: string, points: readonly Sample[], domain = 'real'): PiecePoint[] {
  const table = tableWith(domain);
  const expressions = {
    reference: readOf('0', table).tree,
    answer: readOf(text, table).tree,
    where: null,
    definitions: new Map(),
    table,
    seed: 'test',
    meter: new Meter(1e9),
    functions: new Map(),
  };
  return otherPieces(expressions, points);
}

const xOf = ({ sample }: PiecePoint) => sample.values.get('x')?.re[0] ?? Number.NaN;
const yOf = ({ sample }: PiecePoint) => sample.values.get('y')?.re[0] ?? Number.NaN;

describe('points on other pieces', () => {
  it('are none where nothing is cut', () => {
    expect(piecesOf('x^2 + y', [at(2, 3)])).toEqual([]);
  });

  it('lie on a cut, on both sides of it and close to it', () => {
    const pieces = piecesOf('abs(x - 3)', [at(1, 2)]).filter((point) => yOf(point) === 2);
    const places = (place: PiecePoint['place']) =>
      pieces.filter((point) => point.place === place).map(xOf);
    expect(places('on')).toContain(3);
    expect(places('inside')).toEqual(expect.arrayContaining([1.5, 4.5]));
    const beside = places('beside').map((x) => Math.abs(x - 3) / 3);
    expect(Math.min(...beside.filter((share) => share > 0))).toBeLessThan(2 ** -43);
    expect(Math.max(...beside)).toBeGreaterThan(2 ** -3);
    for (const side of [1, -1])
      expect(places('beside').some((x) => Math.sign(x - 3) === side)).toBe(true);
  });

  it('lie between two cuts', () => {
    const inside = piecesOf('[x > 3] [x < 3.5]', [at(1, 2)]).filter(
      ({ place }) => place === 'inside',
    );
    expect(inside.map(xOf).some((x) => x > 3.2 && x < 3.3)).toBe(true);
  });

  it('are found on lines through each of the last two points, and of no earlier one', () => {
    const pieces = piecesOf('abs(x - 30)', [at(1, 5), at(1, 7), at(1, 9)]);
    const near = pieces.filter(
      (point) => Math.abs(xOf(point) - 30) < 1 && point.place !== 'special',
    );
    const heights = new Set(near.map(yOf));
    expect([5, 7, 9].filter((y) => heights.has(y))).toEqual([7, 9]);
  });

  it('are found along each symbol of a cut', () => {
    const pieces = piecesOf('abs(x - 30) + abs(y - 50)', [at(1, 7)]);
    expect(pieces.some((point) => Math.abs(xOf(point) - 30) < 1 && yOf(point) === 7)).toBe(true);
    expect(pieces.some((point) => Math.abs(yOf(point) - 50) < 1 && xOf(point) === 1)).toBe(true);
  });

  it('are found where everything is scaled, though no single symbol crosses the cut', () => {
    const pieces = piecesOf('[x^2 + y^2 < 0.001]', [at(2, 3)]);
    const inside = pieces.filter((point) => xOf(point) ** 2 + yOf(point) ** 2 < 0.001);
    expect(inside.some((point) => Math.abs(yOf(point) / xOf(point) - 1.5) < 1e-9)).toBe(true);
  });

  it('are found in a dip between two places of the grid', () => {
    const pieces = piecesOf('[(x - 5.3)^2 < 10^{-8}]', [at(1, 2)]);
    const inside = pieces.filter((point) => Math.abs(xOf(point) - 5.3) < 1e-4);
    // Both of its ends, and what is between them.
    expect(inside.length).toBeGreaterThan(3);
    const edges = pieces.filter(({ place }) => place === 'on').map(xOf);
    expect(edges.some((x) => Math.abs(x - 5.2999) < 1e-9)).toBe(true);
    expect(edges.some((x) => Math.abs(x - 5.3001) < 1e-9)).toBe(true);
  });

  it('are found just inside the ends of a domain, and nowhere outside', () => {
    const pieces = piecesOf('abs(x - 9.9999999) + abs(x - 0.0000001)', [at(1, 2)], '(0, 10)');
    expect(pieces.some((point) => xOf(point) > 9.9999999)).toBe(true);
    expect(pieces.some((point) => xOf(point) < 0.0000001)).toBe(true);
    for (const point of pieces) {
      expect(xOf(point)).toBeGreaterThan(0);
      expect(xOf(point)).toBeLessThan(10);
    }
  });

  it('are whole where the domain is, and found by whole steps', () => {
    const pieces = piecesOf('abs(x - 100)', [at(1, 2)], 'integer');
    for (const point of pieces) expect(Number.isInteger(xOf(point))).toBe(true);
    // Where y stays, x alone was moved.
    const on = pieces.filter((point) => point.place === 'on' && yOf(point) === 2);
    expect(on.map(xOf)).toContain(100);
  });

  it('meet a short number exactly where rounding hides which of its neighbours it is', () => {
    const on = piecesOf('[x + 10^6 = 10^6 + 5]', [at(1, 2)]).filter(({ place }) => place === 'on');
    expect(on.map(xOf)).toContain(5);
  });

  it('are found in a step that begins and ends between two sizes, where the domain is bounded', () => {
    const pieces = piecesOf('floor(0.5 + e^{-40(x - 5.6)^2})', [at(1, 2)], '(0, 10)');
    expect(pieces.some((point) => Math.abs(xOf(point) - 5.6) < 0.1)).toBe(true);
  });

  it('of a cut with many places are those next to zero', () => {
    const on = piecesOf('floor(x)', [at(1, 2)])
      .filter(({ place }) => place === 'on')
      .map(xOf);
    expect(on).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(Math.max(...on.map(Math.abs))).toBeLessThan(100);
  });

  it('have special values of each symbol besides, of the last point', () => {
    const special = piecesOf('abs(x)', [at(7, 8), at(9, 11)]).filter(
      ({ place }) => place === 'special',
    );
    expect(special.some((point) => xOf(point) === -1.5 && yOf(point) === 11)).toBe(true);
    expect(special.some((point) => xOf(point) === 9 && yOf(point) === -4)).toBe(true);
    expect(special.some((point) => yOf(point) === 8)).toBe(false);
  });
});

describe('a line that is searched', () => {
  const coordinates = (sample: Sample | null) =>
    sample && ['x', 'y'].map((id) => sample.values.get(id)?.re[0]);

  it('moves one symbol over its domain, and leaves the others', () => {
    const line = lineAlong('x', at(1, 2), tableWith('(0, 10)'));
    expect(coordinates(line.at(7))).toEqual([7, 2]);
    expect([line.at(0), line.at(10), line.at(-3)]).toEqual([null, null, null]);
  });

  it('has small and large numbers of both signs to look at, and zero', () => {
    const { grid } = lineAlong('x', at(1, 2), tableWith('real'));
    for (const x of [0, 1, 2 ** -66, 2 ** 50, 2 ** 236])
      expect(grid).toEqual(expect.arrayContaining([x, -x || 0]));
    expect(grid).toEqual([...new Set(grid)].sort((a, b) => a - b));
  });

  it('has those of a bounded domain only, its 32nds among them, and some close to its ends', () => {
    const { grid } = lineAlong('x', at(5, 5), tableWith('(3, 15)'));
    const steps = Array.from({ length: 31 }, (_, k) => 3 + ((k + 1) * 3) / 8);
    expect(grid).toEqual(expect.arrayContaining(steps));
    expect(grid).toEqual(expect.arrayContaining([3 + 2 ** -20, 15 - 2 ** -20]));
    expect(grid.every((x) => 3 < x && x < 15)).toBe(true);
  });

  it('has some close to the only end of a domain', () => {
    const { grid } = lineAlong('x', at(5, 5), tableWith('(3, inf)'));
    expect(grid).toEqual(expect.arrayContaining([3 + 2 ** -20, 4, 2 ** 50]));
    expect(grid.every((x) => x > 3 && Number.isFinite(x))).toBe(true);
  });

  it('may scale everything, as far as every domain allows', () => {
    const inside = scalingLine(at(1, 2), tableWith('(0, 10)'));
    expect(coordinates(inside.at(4))).toEqual([4, 8]);
    // The second leaves its domain where the first does not.
    expect([inside.at(6), inside.at(-1)]).toEqual([null, null]);
    const whole = scalingLine(at(3, -5), tableWith('integer'));
    expect(coordinates(whole.at(0.5))).toEqual([2, -2]);
  });

  it('scales a vector where it is along one, and leaves what has no type', () => {
    const v: SymbolDeclaration = { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } };
    const column = { rows: 2, columns: 1, re: [1, -2], im: [] };
    const values = new Map([...at(3, 4).values, ['v', column], ['other', column]]);
    const table = tableOf([scalar('x', 'real'), scalar('y', 'real'), v]);
    const scaled = (line: SearchLine) => line.at(-3)?.values;
    const along = scaled(lineAlong('v', { values, sizes: new Map() }, table));
    expect([along?.get('v')?.re, along?.get('x')?.re]).toEqual([[-3, 6], [3]]);
    const all = scaled(scalingLine({ values, sizes: new Map() }, table));
    expect([all?.get('x')?.re, all?.get('other')?.re]).toEqual([[-9], [1, -2]]);
  });
});

describe('places where a cut is crossed', () => {
  /** The places at which a function changes its sign, seen from some numbers. */
  const placesOf = (f: (x: number) => number, grid: readonly number[]) =>
    crossings({ at: (x) => at(x, 0), grid }, (sample) => {
      const value = f(sample.values.get('x')?.re[0] ?? Number.NaN);
      return Number.isNaN(value) ? null : { label: Math.sign(value), size: Math.abs(value) };
    });

  it('are found between two numbers, up to neighbours of Float64', () => {
    const places = placesOf((x) => x - 5.3, [1, 2, 5, 8, 9]);
    expect(places).toHaveLength(1);
    for (const { low, high } of places) {
      expect(low).toBeLessThan(5.3);
      expect(high).toBeGreaterThanOrEqual(5.3);
      expect(high - low).toBeLessThan(1e-14);
    }
  });

  it('are found on both sides of a dip, from low to high', () => {
    const places = placesOf((x) => (x - 5.3) ** 2 - 1e-8, [4, 5, 6]);
    expect(places.map(({ high }) => high)).toEqual([
      expect.closeTo(5.2999, 9),
      expect.closeTo(5.3001, 9),
    ]);
    for (const { low, high } of places) expect(low).toBeLessThan(high);
  });

  it('are found where it jumps between two numbers that tell nothing', () => {
    const hole = (x: number) => (0.7 < x && x < 0.8 ? -100 : 1);
    expect(placesOf(hole, [0, 1, 2]).map(({ high }) => high)).toEqual([
      expect.closeTo(0.7, 9),
      expect.closeTo(0.8, 9),
    ]);
  });

  it.each<[string, (x: number) => number]>([
    ['it only comes near', (x) => (x - 5.3) ** 2 + 1e-8],
    ['it has no value', () => Number.NaN],
    [
      'it has no value on the way down',
      (x) => (x < 5 && x > 4.5 ? Number.NaN : (x - 5.3) ** 2 - 1e-8),
    ],
  ])('are none where %s', (_, f) => {
    expect(placesOf(f, [4, 5, 6])).toEqual([]);
  });
});

describe('a difference on one piece only is found', () => {
  const judge = (answer: string, domain = 'real') => {
    const table = tableWith(domain);
    const [reference, answerTree] = ['0', answer].map((text) => readOf(text, table).tree);
    if (!reference || !answerTree) throw new Error(answer);
    return compare(reference, answerTree, table, { seed: 'test' }).verdict;
  };

  it.each([
    ['[x > 10^9]', 'real'],
    ['[x < -10^{12}]', 'real'],
    ['[x^2 + y^2 < 0.001]', 'real'],
    ['[(x - 5.3)^2 < 10^{-8}]', 'real'],
    ['[x > 0.999999]', '(0, 1)'],
    ['[x > 3.1][x < 3.2]', 'real'],
    ['[x + y = 3]', 'real'],
    ['[x = -1.5]', 'real'],
    ['max(0, x - 10^6)', 'real'],
    ['floor(x/1000) - floor(x/1000 - 10^{-9})', '(0, inf)'],
  ])('%s, %s', (answer, domain) => {
    expect(judge(answer, domain)).toBe('wrong');
  });
});

describe('points at which nothing can be told', () => {
  /** Beyond about 6.5 the whole part of e^(e^x) has more digits than are tried. */
  const judge = (to: number, seed: string, answer = 'x + floor(e^(e^x)) - floor(e^(e^x))') => {
    const table = tableOf([], { defaultScalar: { domain: `(0, ${to})` } });
    const [x, same] = ['x', answer].map((text) => readOf(text, table).tree);
    if (!x || !same) throw new Error('no trees');
    return compare(x, same, table, { seed, mostWork: 1e9 });
  };
  const seeds = ['0', '1', '2', '3', '4', '5'];

  it('do not keep from a verdict where they are few beside those that agree', () => {
    for (const seed of seeds) expect(judge(7.5, seed)).toMatchObject({ verdict: 'right' });
  });

  it('do not matter where nothing is cut, for what agrees here agrees everywhere', () => {
    for (const seed of seeds)
      expect(judge(10, seed, 'x + e^(e^x) - e^(e^x)')).toMatchObject({ verdict: 'right' });
  });

  it('leave it to a person where they are many, though enough points agree', () => {
    for (const seed of seeds)
      expect(judge(10, seed)).toMatchObject({
        verdict: 'review',
        reason: expect.stringContaining('too large or too close'),
      });
  });
});
