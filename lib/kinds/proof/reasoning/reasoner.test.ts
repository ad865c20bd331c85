import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

const vector = ['n', 1] as ['n', 1];
const { statements, reasoner } = proofsWith({
  a: { latex: 'a', shape: vector },
  b: { latex: 'b', shape: vector },
  c: { latex: 'c', shape: vector },
  d: { latex: 'd', shape: vector },
  f: { latex: 'f', from: vector, to: [1, 1] },
  s: { latex: 's' },
  r: { latex: 'r' },
  alpha: { latex: '\\alpha', domain: '(0, inf)' },
});

async function decision(premises: readonly string[], claim: string) {
  const [statement] = statements(claim);
  if (!statement) throw new Error(claim);
  return { statement, decided: await reasoner().decide(statements(...premises), statement) };
}

describe('what follows', () => {
  it.each([
    [[], '\\|a + b + c + d\\| \\le \\|a\\| + \\|b\\| + \\|c\\| + \\|d\\|'],
    [[], '\\|a\\| - \\|b\\| \\le \\|a - b\\|'],
    [[], '|a^T b| \\le \\|a\\|\\,\\|b\\|'],
    [[], '2 a^T b \\le \\|a\\|^2 + \\|b\\|^2'],
    [[], '\\|a + b\\|^2 + \\|a - b\\|^2 = 2\\|a\\|^2 + 2\\|b\\|^2'],
    [[], '\\max(s, r) \\ge \\frac{s + r}{2}'],
    [['\\max(s, 0) = 0'], 's \\le 0'],
    [['s^2 = 0'], 's = 0'],
    [['\\|a\\| = 0'], 'a^T b = 0'],
    [['a = s b', 'b = r c'], 'a = s r c'],
    [['\\alpha a = b'], 'a = \\frac{b}{\\alpha}'],
    [['s \\ne 0', 's a = b'], 'a = \\frac{b}{s}'],
    [['a = b'], 'f(a) = f(b)'],
    [['s \\ge 1'], '\\frac1s \\le 1'],
    [['\\|a\\|^2 \\le \\|b\\|^2'], '\\|a\\| \\le \\|b\\|'],
    [
      [],
      '\\|s a - r b + \\alpha c\\|^2 \\le 3 s^2\\|a\\|^2 + 3 r^2\\|b\\|^2 + 3\\alpha^2\\|c\\|^2',
    ],
    [[], '\\sqrt{(a - b)^T (a - b)} = \\|a - b\\|'],
    [[], '\\sqrt{s^2} = |s|'],
    [['a \\ne b'], '\\|a - b\\| > 0'],
    [[], '2^{20} > 10^6'],
  ])('%s gives %s', async (premises, claim) => {
    expect((await decision(premises, claim)).decided.kind).toBe('follows');
  });
});

describe('what does not', () => {
  it.each([
    [[], '\\|a + b\\| = \\|a\\| + \\|b\\|'],
    [[], '\\|a - b\\| \\le \\|a\\| - \\|b\\|'],
    [[], 'a^T b \\ge 0'],
    [['\\max(s, 0) = 0'], 's = 0'],
    [['s \\le r'], 's < r'],
    [['s a = s b'], 'a = b'],
    [['a^T b = 0'], 'a = 0'],
    [['\\|a\\| < \\|b\\|'], 'a = 0'],
    [['s^2 \\le r^2'], 's \\le r'],
    [['s = r'], 's^2 = r'],
    [['f(a) = f(b)'], 'a = b'],
    [['\\|a\\|^2 = 2'], '\\|a\\| = 1'],
    [[], '\\|s a - r b\\|^2 \\le s^2\\|a\\|^2 + r^2\\|b\\|^2'],
    [[], '\\sqrt{s^2} = s'],
    [['a \\ne b'], 'a \\ne c'],
  ])('%s does not give %s', async (premises, claim) => {
    const { decided, statement } = await decision(premises, claim);
    if (decided.kind !== 'fails') throw new Error(decided.kind);
    for (const premise of statements(...premises))
      expect(decided.model.satisfies(premise)).toBe(true);
    expect(decided.model.satisfies(statement)).toBe(false);
  });
});

describe('what has no meaning', () => {
  it.each([
    [[], '\\frac{s}{r} r = s'],
    [[], '\\frac{s}{0} = \\frac{s}{0}'],
    [[], '\\frac{\\|a\\|^2}{\\|a\\|} = \\|a\\|'],
    [[], '\\sqrt{s}^2 = s'],
  ])('%s: %s', async (premises, claim) => {
    expect((await decision(premises, claim)).decided.kind).toBe('undefined');
  });
});

describe('what is beyond it', () => {
  it.each([
    [[], '\\sin s \\le 1'],
    [[], 'a \\le b'],
    [['s > 0'], 's^{100} > 0'],
    [[], '2^{100} > 0'],
  ])('%s: %s is left to a person', async (premises, claim) => {
    expect((await decision(premises, claim)).decided.kind).toBe('undecided');
  });
});
