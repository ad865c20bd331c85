import { describe, expect, it } from 'vitest';
import { readClaim } from '@/lib/math/claims/read-claim';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { Atoms } from './atoms';
import { Elimination } from './elimination';
import { keyOfPolynomial } from './polynomial';
import { Translator } from './translate';
import { difference, type Value } from './value';
import { keyOfVector } from './vector-form';

const vectors = ['x_{t+1}', 'x_t', 'x_{t-1}', 'v_{t+1}', 'v_t', 'g', 'a', 'b'];
const table = tableOf([
  ...vectors.map((latex) => ({
    id: latex,
    latex,
    type: { kind: 'matrix' as const, shape: ['n', 1] as const },
  })),
  { id: 'mu', latex: '\\mu', type: { kind: 'scalar', domain: '(0, inf)' } },
  { id: 'eps', latex: '\\varepsilon', type: { kind: 'scalar', domain: '(0, inf)' } },
  { id: 's', latex: 's', type: { kind: 'scalar', domain: 'real' } },
]);

function atoms(): Atoms {
  return new Atoms({
    signOf: (id) => (id === 's' ? 0 : 1),
    isNotNegative: () => false,
    isConstant: () => true,
    isCount: () => false,
    isRandom: () => false,
  });
}

function keyOf(value: Value): string {
  return value.kind === 'scalar' ? keyOfPolynomial(value.polynomial) : keyOfVector(value.form);
}

describe('the algebra of proofs', () => {
  it.each([
    ['\\|a - b\\|', '\\|b - a\\|'],
    ['\\|\\varepsilon a\\|', '\\varepsilon \\|a\\|'],
    ['\\|-2a\\|', '2\\|a\\|'],
    ['\\|a - b\\|^2', 'a^T a - 2 a^T b + b^T b'],
    ['\\|a\\|^3', '\\|a\\| a^T a'],
    ['(a - b)^T (a + b)', '\\|a\\|^2 - \\|b\\|^2'],
    ['\\frac{\\varepsilon a + \\mu b}{\\varepsilon}', 'a + \\frac{\\mu}{\\varepsilon} b'],
    ['|\\mu s|', '\\mu |s|'],
    ['|-s|', '|s|'],
    ['\\sqrt{s}^2', 's'],
    ['(s + 1)^2 - 1', 's (s + 2)'],
    ['0.25 s', '\\frac{s}{4}'],
    ['\\max(s, 1)', '\\max(1, s)'],
  ])('%s is %s', (left, right) => {
    const translator = new Translator(table, atoms());
    const [a, b] = [left, right].map((text) => keyOf(translator.value(readOf(text, table).tree)));
    expect(a).toBe(b);
  });

  it.each([
    ['\\|a - b\\|', '\\|a + b\\|'],
    ['\\|s a\\|', 's \\|a\\|'],
    ['|s|', 's'],
    ['a', 'b'],
  ])('%s is not %s', (left, right) => {
    const translator = new Translator(table, atoms());
    const [a, b] = [left, right].map((text) => keyOf(translator.value(readOf(text, table).tree)));
    expect(a).not.toBe(b);
  });

  it('remembers what was divided by and may be zero', () => {
    const translator = new Translator(table, atoms());
    translator.value(readOf('\\frac{a}{\\mu}', table).tree);
    expect(translator.demands).toEqual([]);
    translator.value(readOf('\\frac{a}{s}', table).tree);
    expect(translator.demands).toHaveLength(1);
  });
});

describe('elimination', () => {
  function zero(text: string, translator: Translator) {
    const claim = readClaim(text, { table });
    if (!claim.ok) throw new Error(claim.error.message);
    const [left, right] = claim.value.chains[0]?.members ?? [];
    if (!left || !right) throw new Error('no equation');
    const gap = difference(translator.value(left), translator.value(right));
    if (gap.kind !== 'vector') throw new Error('no vectors');
    return gap.form;
  }

  it('proves that the velocity can be eliminated from momentum', () => {
    const shared = atoms();
    const translator = new Translator(table, shared);
    const elimination = new Elimination(shared);
    for (const text of [
      'v_{t+1} = \\mu v_t + g',
      'x_{t+1} = x_t - \\varepsilon v_{t+1}',
      'x_t = x_{t-1} - \\varepsilon v_t',
    ])
      elimination.add(zero(text, translator));
    const follows = (text: string) => elimination.reduced(zero(text, translator)).size === 0;
    expect(follows('\\varepsilon g = \\mu (x_t - x_{t-1}) - (x_{t+1} - x_t)')).toBe(true);
    expect(follows('g = \\frac{\\mu (x_t - x_{t-1}) - x_{t+1} + x_t}{\\varepsilon}')).toBe(true);
    expect(follows('\\varepsilon g = \\mu (x_t - x_{t-1}) + (x_{t+1} - x_t)')).toBe(false);
  });

  it('does not divide by what may be zero', () => {
    const shared = atoms();
    const translator = new Translator(table, shared);
    const elimination = new Elimination(shared);
    elimination.add(zero('s a = s b', translator));
    expect(elimination.reduced(zero('a = b', translator)).size).toBeGreaterThan(0);
    expect(elimination.open).toHaveLength(1);
    elimination.add(zero('a = b', translator));
    expect(elimination.open).toHaveLength(0);
  });
});
