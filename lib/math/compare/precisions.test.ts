import { describe, expect, it } from 'vitest';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import type { ExactValue, Sample } from '@/lib/math/evaluate/sample';
import { readStatement } from '@/lib/math/reading/read';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import type { Pair, PairExpressions } from './pair';
import { estimatedPair, floatPair, precisePair } from './precisions';

const table = tableOf([
  { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
  { id: 'y', latex: 'y', type: { kind: 'scalar', domain: 'real' } },
  { id: 'd', latex: 'd', type: { kind: 'scalar', domain: 'real' } },
  { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
]);
const complex = tableOf([{ id: 'w', latex: 'w', type: { kind: 'matrix', shape: [2, 1] } }], {
  defaultScalar: { domain: 'complex' },
});

const number = (re: number, im?: number): ExactValue => ({
  rows: 1,
  columns: 1,
  re: [re],
  im: im === undefined ? [] : [im],
});
const column = (...re: number[]): ExactValue => ({ rows: re.length, columns: 1, re, im: [] });
/** A point; a column of n numbers makes n that large. */
const at = (values: Record<string, ExactValue>): Sample => ({
  values: new Map(Object.entries(values)),
  sizes: new Map([['n', values.v?.rows ?? 1]]),
});

function between(
  reference: string,
  answer: string,
  options: Partial<PairExpressions> = {},
): PairExpressions {
  const { table: own = table } = options;
  return {
    reference: readOf(reference, own).tree,
    answer: readOf(answer, own).tree,
    where: null,
    definitions: new Map(),
    table: own,
    seed: 'test',
    meter: new Meter(1e9),
    functions: new Map(),
    ...options,
  };
}

type Row = readonly [reference: string, answer: string, x: number, relation: string];
const relationOf = (pair: Pair, x: number) => pair.judge(at({ x: number(x) }));

describe('a point in Float64 with proved errors', () => {
  it.each<Row>([
    ['(x+1)^2', 'x^2+2x+1', 3, 'equal'],
    ['x', 'x', 0.1, 'equal'],
    ['x', 'x+1', 3, 'different'],
    ['\\frac{x}{3}', '\\frac{x}{3}(1+10^{-9})', 1, 'different'],
    // The difference of large numbers has the errors of large numbers.
    ['(x+0.1)-x', '0.1', 1e10, 'close'],
    ['e^x', '2e^x', 1000, 'unclear'],
    // Of what may be zero there is no logarithm, or a large one.
    ['\\ln((x+0.1)-x-0.1)', '1', 1e10, 'unclear'],
    ['\\ln x', 'x\\ln x', -1, 'undefined'],
    ['x', '\\ln x', -1, 'one-sided'],
    ['\\ln x', 'x', -1, 'one-sided'],
    // Whether e^1000 is there Float64 does not say, so nothing is missing for certain.
    ['e^x', '\\ln(-x)', 1000, 'unclear'],
  ])('%s and %s at %d: %s', (reference, answer, x, relation) => {
    expect(relationOf(floatPair(between(reference, answer)), x)).toBe(relation);
  });
});

describe('a point in Float64 with estimated errors', () => {
  it.each<Row>([
    ['x', '(1+5\\cdot 10^{-10})x', 1, 'equal'],
    ['x', '(1+5\\cdot 10^{-10})x', 10_000, 'equal'],
    ['x', '(1+5\\cdot 10^{-10})x', 0.5, 'equal'],
    ['x', '(1+2\\cdot 10^{-9})x', 1, 'different'],
    ['x', '(1+2\\cdot 10^{-9})x', 10_000, 'different'],
    // Beside what may be 0, differences are measured against a hundredth.
    ['x', '2x', 5e-12, 'equal'],
    ['x', '2x', 5e-11, 'different'],
    // The error is a hundredth: ten times as much it takes to differ.
    ['(x+0.1)-x', '0.1', 1e10, 'close'],
    ['(x+0.1)-x', '0.12', 1e10, 'close'],
    ['(x+0.1)-x', '0.3', 1e10, 'different'],
  ])('%s and %s at %d: %s', (reference, answer, x, relation) => {
    expect(relationOf(estimatedPair(between(reference, answer)), x)).toBe(relation);
  });
});

describe('a point with many digits', () => {
  it.each<readonly [...Row, 50 | 110]>([
    ['\\frac{x}{3}', '\\frac{2x}{6}', 1, 'equal', 50],
    ['x', 'x+10^{-40}', 1, 'different', 50],
    ['\\sin x', '\\sin x+10^{-60}', 1, 'equal', 50],
    ['\\sin x', '\\sin x+10^{-60}', 1, 'different', 110],
    // Thirty digits of fifty are lost, and what is left does not settle it.
    ['\\sin x+10^{30}-10^{30}', '\\sin x', 1, 'unclear', 50],
    ['\\sin x+10^{30}-10^{30}', '\\sin x', 1, 'equal', 110],
    ['\\ln x', 'x', -1, 'one-sided', 50],
  ])('%s and %s at %d: %s to %d digits', (reference, answer, x, relation, digits) => {
    expect(relationOf(precisePair(between(reference, answer), digits), x)).toBe(relation);
  });
});

describe('the entries of matrices', () => {
  const judge = (reference: string, answer: string, x: number) =>
    relationOf(floatPair(between(reference, answer)), x);
  const pair = (a: string, b: string) => `\\begin{pmatrix}${a}\\\\${b}\\end{pmatrix}`;

  it.each<Row>([
    [pair('x', '2'), pair('x', '2'), 3, 'equal'],
    [pair('x', '2'), pair('x', '2x'), 3, 'different'],
    [pair('x', '(x+0.1)-x'), pair('x', '0.1'), 1e10, 'close'],
    // One entry that differs is enough, whatever noise there is in another.
    [pair('(x+0.1)-x', '2'), pair('0.1', '3'), 1e10, 'different'],
    [pair('e^x', '2'), pair('2', '2'), 1000, 'unclear'],
    [pair('\\ln x', '2'), pair('x', '2'), -1, 'one-sided'],
    [pair('x', '2'), pair('x', '\\ln x'), -1, 'one-sided'],
    [pair('e^{-x}', '2'), pair('x', '\\ln x'), -1000, 'unclear'],
    [pair('\\ln x', '2'), pair('x', '\\ln x'), -1, 'undefined'],
  ])('%s and %s at %d: %s', (reference, answer, x, relation) => {
    expect(judge(reference, answer, x)).toBe(relation);
  });

  it('are compared with those of the zero matrix beside a literal 0, on either side', () => {
    const relation = (reference: string, answer: string, ...v: number[]) =>
      floatPair(between(reference, answer)).judge(at({ v: column(...v) }));
    for (const [a, b] of [
      ['v', '0'],
      ['0', 'v'],
    ] as const) {
      expect(relation(a, b, 0, 0, 0)).toBe('equal');
      expect(relation(a, b, 0, 0, 1)).toBe('different');
    }
  });

  it('have differences and sizes of their own', () => {
    const point = at({ v: column(1, 2, -4) });
    const both = floatPair(between('v', '3v'));
    expect(both.offset(point)?.map(({ re }) => re)).toEqual([-2, -4, 8]);
    expect(both.gaps(point)).toEqual([
      { gap: 2, size: 1 },
      { gap: 4, size: 2 },
      { gap: 8, size: 4 },
    ]);
    expect(precisePair(between('v', '3v'), 50).offset(point)).toEqual([
      { re: -2, im: 0 },
      { re: -4, im: 0 },
      { re: 8, im: 0 },
    ]);
  });
});

describe('a pair', () => {
  it.each([
    ['x', '\\ln x'],
    ['\\ln x', 'x'],
  ])('has no difference where one of %s and %s has no value', (reference, answer) => {
    const both = floatPair(between(reference, answer));
    expect(both.offset(at({ x: number(-1) }))).toBeNull();
    expect(both.gaps(at({ x: number(-1) }))).toBeNull();
    expect(both.gaps(at({ x: number(2) }))).not.toBeNull();
  });

  it('is looked at where its condition is certain to hold', () => {
    const where = readStatement('x + 0.1 > y', table);
    if (!where.ok) throw new Error(where.error.message);
    const both = floatPair(between('x', 'x', { where: where.value }));
    const holds = (x: number, y: number) => both.holds(at({ x: number(x), y: number(y) }));
    expect([holds(1, 0), holds(1, 2), holds(1e10, 1e10 + 0.099)]).toEqual([true, false, false]);
    expect(floatPair(between('x', 'x')).holds(at({}))).toBe(true);
  });

  it('computes what is defined, and has no value for what is neither defined nor given', () => {
    const definitions = new Map([['d', readOf('x^2', table).tree]]);
    const point = at({ x: number(3) });
    expect(floatPair(between('d', '9', { definitions })).judge(point)).toBe('equal');
    expect(floatPair(between('d', '9')).judge(point)).toBe('one-sided');
  });

  it('computes a definition once, however often its symbol is used', () => {
    const definitions = new Map([['d', readOf('\\sin(\\cos(\\sin(\\cos x)))', table).tree]]);
    const workOf = (reference: string) => {
      const meter = new Meter(1e9);
      floatPair(between(reference, '0', { definitions, meter })).judge(at({ x: number(3) }));
      return meter.spent;
    };
    const [once, twice, thrice] = [workOf('d'), workOf('d+d'), workOf('d+d+d')];
    // One addition more is all.
    expect(thrice - twice).toBeLessThan(once / 2);
    expect(twice - once).toBeLessThan(once / 2);
  });

  it('stops where the work that it may take is spent', () => {
    const tight = floatPair(between('\\sin x', '\\cos x', { meter: new Meter(5) }));
    expect(() => tight.judge(at({ x: number(1) }))).toThrow(WorkSpent);
  });

  it('has the same offset at two points where it differs by a constant', () => {
    const [here, there] = [at({ x: number(2) }), at({ x: number(7) })];
    expect(precisePair(between('x', 'x+5'), 50).judgeOffset(here, there)).toBe('equal');
    expect(precisePair(between('x', '2x'), 50).judgeOffset(here, there)).toBe('different');
  });
});

describe('complex numbers', () => {
  it.each([
    [2, 3, '2+3i'],
    [2, -3, '2-3i'],
    [2, 1, '2+i'],
    [2, -1, '2-i'],
    [0, 3, '3i'],
    [0, 1, 'i'],
    [0, -1, '-i'],
    [2, 0, '2'],
    [0, 0, '0'],
  ])('%d and %d i are written %s', (re, im, text) => {
    const both = floatPair(between('z', '0', { table: complex }));
    expect(both.latex(at({ z: number(re, im) }), 6).reference).toBe(text);
  });

  it('differ where their real or their imaginary parts do', () => {
    const relation = (answer: string) =>
      floatPair(between('z', answer, { table: complex })).judge(at({ z: number(2, 3) }));
    expect(relation('2+3i')).toBe('equal');
    expect(relation('2+4i')).toBe('different');
    expect(relation('1+3i')).toBe('different');
  });

  it('have differences with both parts', () => {
    const both = precisePair(between('z', 'conj(z)', { table: complex }), 50);
    expect(both.offset(at({ z: number(2, 3) }))).toEqual([{ re: 0, im: 6 }]);
    const vectors = precisePair(between('w', '0', { table: complex }), 50);
    const w = { rows: 2, columns: 1, re: [1, 2], im: [3, 4] };
    expect(vectors.offset(at({ w }))).toEqual([
      { re: 1, im: 3 },
      { re: 2, im: 4 },
    ]);
  });
});
