import { describe, expect, it } from 'vitest';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { EXAMPLE_SYMBOLS, readOf, tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const table = tableOf(EXAMPLE_SYMBOLS);

/** A tree without the places it was read at. */
function bare(tree: Tree): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}

describe('what nobody should have to guess', () => {
  it.each([
    ['2 3', 'side by side'],
    ['2_3', 'index does not fit'],
    ['(a)_2', 'index does not fit'],
    ["a'", 'derivative'],
    ['a^T', 'not a symbol'],
  ])('%s is an error: %s', (source, says) => {
    const reading = read(source, table);
    if (reading.ok) throw new Error(`${source} was read`);
    expect(reading.error.message).toContain(says);
  });

  it('takes T for a transposition only where it can be one', () => {
    const free = tableOf([], { defaultScalar: { domain: 'real' } });
    expect(bare(readOf('x^T', free).tree)).toMatchObject({ right: { kind: 'symbol', id: 'T' } });
    expect(bare(readOf('M^T', table).tree)).toMatchObject({ kind: 'transpose' });
  });

  it('reads an inner product with a matrix behind the sign', () => {
    const reading = readOf('x_t \\cdot M x_{t-1}', table);
    expect(shapeOf(reading.tree, table)).toEqual({ ok: true, value: [1, 1] });
  });

  it('leaves typing around a formula alone', () => {
    expect(bare(readOf('$a + b.$', table).tree)).toEqual(bare(readOf('a+b', table).tree));
    expect(readOf('(a/b)\\lambda', table).hints).toEqual([]);
  });

  it('reads 1 with a condition below it as an indicator', () => {
    expect(bare(readOf('1_{a>0}', table).tree)).toEqual(bare(readOf('[a>0]', table).tree));
  });
});

describe('a base in parentheses', () => {
  it.each([
    ['(a^2)^3', 'a^{6}', false],
    ['(a^2)^(1/2)', '(a^{2})^{1/2}', true],
    ['a^{2}^3', 'a^(2^3)', true],
    ['2^3^2', '2^(3^2)', true],
  ])('%s against %s', (source, meant, same) => {
    const [left, right] = [source, meant].map((text) => bare(readOf(text, table).tree));
    if (same) expect(left).toEqual(right);
    else expect(left).toMatchObject({ kind: 'power', left: { kind: 'power' } });
  });
});

describe('an edit that mends', () => {
  it.each([
    ['lamda + 1', '\\lambda  + 1'],
    ['a + lambd', 'a + \\lambda '],
    ['2(a + b', '2(a + b)'],
    ['|a + b', '|a + b|'],
    ['\\frac{a}{b', '\\frac{a}{b}'],
  ])('%s becomes %s', (source, mended) => {
    const reading = read(source, table);
    if (reading.ok || !reading.error.edit) throw new Error(`${source} needs no edit`);
    const { start, end, text } = reading.error.edit;
    const again = source.slice(0, start) + text + source.slice(end);
    expect(again).toBe(mended);
    expect(read(again, table).ok).toBe(true);
  });
});

describe('what a visual field and hurried hands write', () => {
  const scalars = tableOf([
    { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
    { id: 'y', latex: 'y', type: { kind: 'scalar', domain: 'real' } },
    { id: 'eps', latex: '\\varepsilon_0', type: { kind: 'scalar', domain: 'real' } },
    { id: 'f', latex: 'f', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
  ]);
  it.each([
    ['f^{\\prime\\prime}(x)', "f''(x)"],
    ["f^{''}(x)", "f''(x)"],
    ['f^{(2)}(x)', "f''(x)"],
    ['\\frac{df}{dx}(2)', "f'(2)"],
    ['\\frac{\\differentialD}{\\differentialD x}x^2', '\\frac{d}{dx} x^2'],
    ['\\int_0^1 x\\differentialD x', '\\int_0^1 x dx'],
    ['\\mathbb{1}_{\\{y>0\\}}', '[y>0]'],
    ['lg x', 'log10(x)'],
    ['arctg x', '\\arctan x'],
    ['\\epsilon_0 x', '\\varepsilon_0 x'],
    ['x:(1+x)', 'x/(1+x)'],
    ['\\(x^2\\)', 'x^2'],
    ['x^2;', 'x^2'],
  ])('%s is %s', (source, meant) => {
    expect(bare(readOf(source, scalars).tree)).toEqual(bare(readOf(meant, scalars).tree));
  });

  it.each([
    ['(1,5', '“)” is missing'],
    ['\u0436', 'U+0436'],
    ['\u202ex', 'U+202E'],
  ])('%s is named: %s', (source, says) => {
    const reading = read(source, scalars);
    if (reading.ok) throw new Error(`${source} was read`);
    expect(reading.error.message).toContain(says);
  });
});

describe('the name of what is asked for, alone', () => {
  it.each(['\\nabla_q h', 'd_q', '$d_q$'])('%s is read, and is no answer', (source) => {
    const reading = read(source, table, { leftSides: ['\\nabla_q h', 'd_q'] });
    if (reading.ok) throw new Error(`${source} was read`);
    expect(reading.error).toMatchObject({ isFault: true, start: 0, end: source.length });
    expect(reading.error.message).toContain('only the name of what is asked for');
  });

  it('is a value where it is a symbol of the part', () => {
    expect(read('a', table, { leftSides: ['a'] })).toMatchObject({ ok: true });
  });
});

it('quotes an unknown name so that it can be typeset', () => {
  const reading = read('\\frac{\\partial q}{\\partial w_2}', tableOf([]));
  if (reading.ok) throw new Error('it was read');
  expect(reading.error.message).not.toMatch(/\\partial[A-Za-z]/);
});
