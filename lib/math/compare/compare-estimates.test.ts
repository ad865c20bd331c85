import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { symbolTable } from '@/lib/math/notation/symbol-table';
import { read } from '@/lib/math/reading/read';
import type { FunctionBody } from '@/lib/math/types/unfold';
import { compare } from './compare';
import { whyNoValue } from './witness/why-no-value';

const scalar = (id: string, latex: string, domain: string): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain },
});
const density = (id: string, latex: string, support: string): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'function', from: [[1, 1]], to: [1, 1], support },
});

const made = symbolTable(
  [
    scalar('lambda', '\\lambda', '(0, inf)'),
    scalar('mu', '\\mu', '(0, inf)'),
    scalar('m', 'm', 'real'),
    scalar('q', 'q', '(-1, 1)'),
    density('p', 'p_\\lambda', '(0, inf)'),
    density('poisson', '\\pi_\\mu', '0..inf'),
    { id: 'X', latex: 'X', type: { kind: 'scalar', domain: '(0, inf)', density: 'p' } },
    { id: 'g', latex: 'g', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
  ],
  { variable: 'x' },
);
if (!made.ok) throw new Error(JSON.stringify(made.error));
const table = made.value;

function tree(source: string, bound: readonly string[] = []) {
  const reading = read(source, table, { bound });
  if (!reading.ok) throw new Error(`${source}: ${reading.error.message}`);
  return reading.value.tree;
}

const functions = new Map<string, FunctionBody>([
  ['p', { parameters: ['x'], body: tree('\\lambda e^{-\\lambda x}', ['x']) }],
  ['poisson', { parameters: ['k'], body: tree('\\frac{\\mu^k e^{-\\mu}}{k!}', ['k']) }],
  ['g', { parameters: ['t'], body: tree('\\frac{d}{dt} t^3', ['t']) }],
]);

function verdict(left: string, right: string, seed = 'estimates') {
  return compare(tree(left), tree(right), table, { seed, functions, mostWork: 5_000_000 });
}

const RIGHT: readonly (readonly [string, string])[] = [
  ['\\int_0^\\infty \\lambda e^{-\\lambda x}dx', '1'],
  [
    '\\int_{-\\infty}^\\infty \\frac{1}{\\sqrt{2\\pi}\\lambda}e^{-(x-m)^2/(2\\lambda^2)} x^2 dx',
    'm^2+\\lambda^2',
  ],
  ['\\int_0^1 \\frac{1}{\\sqrt{1-x^2}} dx', '\\pi/2'],
  ['\\int_0^1 x^{-1/2}(1-x)^{-1/2}dx', '\\pi'],
  ['\\int_{-1}^{2} |x - m| dx', '\\int_{-1}^2 \\max(x-m, m-x)dx'],
  ['\\int_{-\\infty}^\\infty \\frac{1}{2\\lambda}e^{-|x-m|/\\lambda}|x-m|dx', '\\lambda'],
  ['\\int_{-\\infty}^\\infty \\frac{x^2 e^{x}}{(1+e^x)^2} dx', '\\pi^2/3'],
  ['\\int_0^3 \\lfloor x\\rfloor dx', '3'],
  ['\\int_0^\\infty [x<\\mu] e^{-x}dx', '1-e^{-\\mu}'],
  ['\\int_\\mu^0 2x\\,dx', '-\\mu^2'],
  ['\\int_0^1\\int_0^x x y\\,dy\\,dx', '1/8'],
  ['\\frac{d}{d\\lambda}\\int_0^\\infty e^{-\\lambda x}dx', '-1/\\lambda^2'],
  ['\\frac{d}{d\\lambda}\\int_0^{\\lambda^2} \\frac{1}{1+x}dx', '\\frac{2\\lambda}{1+\\lambda^2}'],
  ['\\sum_{k=1}^\\infty \\frac{1}{k^2}', '\\pi^2/6'],
  ['\\sum_{k=0}^\\infty q^k', '\\frac{1}{1-q}'],
  ['\\sum_{k=-\\infty}^{\\infty} 2^{-|k|}', '3'],
  ['\\frac{d}{dq}\\sum_{k=0}^\\infty q^k', '\\frac{1}{(1-q)^2}'],
  ['\\lim_{t\\to\\infty}(1+\\frac{m}{t})^t', 'e^m'],
  ['\\lim_{t\\to 0}\\frac{\\sin(m t)}{t}', 'm'],
  ['[-\\frac1\\lambda e^{-\\lambda x}]_0^\\infty', '1/\\lambda'],
  ['[x\\ln x - x]_0^1', '-1'],
  ['\\mathbb E_{x\\sim p_\\lambda}[x]', '1/\\lambda'],
  ['\\mathbb E_{p_\\lambda}[x^2]', '2/\\lambda^2'],
  ['E[X^2] - E[X]^2', '1/\\lambda^2'],
  ['\\mathbb E_{t\\sim p_\\lambda}[\\int_0^t x\\,dx]', '1/\\lambda^2'],
  ['\\mathbb E_{k\\sim \\pi_\\mu}[k]', '\\mu'],
  ['\\int_0^\\infty p_\\lambda(x)p_\\lambda(2x)dx', '\\lambda/3'],
  ["p_\\lambda'(m)", '-\\lambda^2 e^{-\\lambda m}'],
  ['g(\\mu)', '3\\mu^2'],
  ['\\int_0^m \\ln t\\,dt', 'm\\ln(2m)-m\\ln 2-m'],
  ['\\int_0^\\mu g(x)dx', '\\mu^3'],
  ['\\mathbb E[m]', 'm'],
];

const WRONG: readonly (readonly [string, string])[] = [
  ['\\int_0^\\infty x^2 e^{-x}dx', '2.000001'],
  ['\\int_0^\\infty e^{-\\lambda x}dx', '\\lambda'],
  ['\\int_1^\\infty \\frac1x dx', 'm'],
  ['\\int_{-1}^1 \\frac1x dx', '0'],
  ['\\int_0^\\mu \\ln x\\,dx', '\\mu\\ln\\mu'],
  ['\\sum_{k=1}^\\infty q^k', '\\frac{1}{1-q}'],
  ['\\lim_{t\\to 0}\\frac{|t|}{t}', '1'],
  ['\\mathbb E_{x\\sim p_\\lambda}[x]', '\\lambda'],
  ['[\\frac{-1}{x}]_0^1', '1'],
];

describe('comparing estimates', () => {
  it.each(RIGHT)('%s is %s', (left, right) => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      expect(verdict(left, right, seed)).toMatchObject({ verdict: 'right' });
      expect(verdict(right, left, seed)).toMatchObject({ verdict: 'right' });
    }
  });

  it.each(WRONG)('%s is not %s', (left, right) => {
    for (const seed of ['a', 'b', 'c', 'd'])
      expect(verdict(left, right, seed)).toMatchObject({ verdict: 'wrong' });
  });

  it.each([
    ['\\int_0^\\infty \\frac{\\sin x}{x}dx', '\\frac{\\pi}{2}'],
    ['\\sum_{k=2}^\\infty \\frac{1}{k (\\ln k)^2}', '2.1'],
  ])('leaves %s and %s to a person', (left, right) => {
    expect(verdict(left, right)).toMatchObject({ verdict: 'review' });
  });

  it('shows the values that differ', () => {
    const outcome = verdict('\\int_0^1 x\\,dx', '0.5 + 10^{-7}');
    expect(outcome).toMatchObject({ witness: { reference: '0.5', answer: '0.5000001' } });
  });

  it.each([
    // Its value is known to few digits only.
    ['\\int_0^\\infty \\frac{\\sin x}{x}dx', '\\frac{\\pi}{2}', 'precisely enough'],
    ['\\int_0^1 2t\\,dt ((m+10^{10})-10^{10})', 'm', 'precisely enough'],
    ['\\int_0^1 \\ln(-x)dx + m', '\\int_0^1 \\ln(-x)dx + m + 1', 'too few points'],
  ])('says why %s and %s are left to a person: %s', (left, right, why) => {
    expect(verdict(left, right)).toMatchObject({ reason: expect.stringContaining(why) });
  });

  it('says why there is no value', () => {
    const said = (source: string) => whyNoValue(tree(source), table, { seed: 's', functions });
    expect(said('1 + \\int_0^1 \\frac{1}{x}dx')).toContain('diverges');
    expect(said('\\int_0^1 \\frac{1}{1-x}dx')).toContain('diverges');
    expect(said('\\int_0^\\infty \\sin x\\,dx')).toContain('oscillates');
    expect(said('\\int_{-1}^1 \\ln x\\,dx')).toContain('not defined');
    expect(said('\\sum_{k=1}^\\infty \\frac1k')).toContain('diverges');
    expect(said('\\mathbb E_{x\\sim p_\\lambda}[e^{2\\lambda x}]')).toContain('diverges');
    expect(said('\\int_0^1 x\\,dx')).toBeNull();
  });
});

describe('the work that estimates take', () => {
  const judge = (options: { mostWork?: number; points?: number }) =>
    compare(tree('\\int_0^\\infty \\lambda e^{-\\lambda x}dx'), tree('1'), table, {
      seed: 'work',
      ...options,
    });
  const whole = judge({}).work;

  it('grows with the points that are asked for', () => {
    const [one, four] = [judge({ points: 1 }), judge({ points: 4 })];
    expect([one.verdict, four.verdict]).toEqual(['right', 'right']);
    expect(four.work / one.work).toBeCloseTo(4, 0);
    expect(four.work).toBeLessThan(whole);
  });

  it('may allow fewer points, if they are not too few', () => {
    const fewer = judge({ mostWork: Math.round(0.6 * whole) });
    expect(fewer.verdict).toBe('right');
    expect(fewer.work).toBeLessThan(0.6 * whole);
    expect(judge({ mostWork: Math.round(0.2 * whole) })).toMatchObject({
      verdict: 'review',
      reason: expect.stringContaining('too much work'),
    });
  });
});
