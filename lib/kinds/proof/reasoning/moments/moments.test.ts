import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

const vector = ['n', 1] as ['n', 1];
const { statements, reasoner } = proofsWith(
  {
    x: { latex: 'x_t', shape: vector },
    x0: { latex: 'x_0', shape: vector },
    c: { latex: 'c', shape: vector },
    a: { latex: 'a_t' },
    a0: { latex: 'a_0' },
    b: { latex: 'b_t' },
    q: { latex: 'q', domain: '(0, 1)' },
    r: { latex: 'r', domain: '[0, 1)' },
    s: { latex: 's' },
    p: { latex: 'p', domain: '(0, inf)' },
  },
  't',
);

async function decided(premises: readonly string[], claim: string): Promise<string> {
  const [statement] = statements(claim);
  if (!statement) throw new Error(claim);
  return (await reasoner().decide(statements(...premises), statement)).kind;
}

describe('powers of the index', () => {
  it.each([
    [[], 'q^{t+1} = q \\cdot q^t'],
    [[], 'r^{t+1} = r \\cdot r^t'],
    [[], '0 < q^t'],
    [[], 'q^t \\le 1'],
    [[], 'r^t \\le 1'],
    [[], 'q^{t+1} \\le q'],
    [[], 'q^{t+1} < 1'],
    [[], '(2q)^t = 2^t q^t'],
    [[], '\\ln q^t = t \\ln q'],
    [[], '2^t \\ge 1 + t'],
    [[], '(1 + p)^t \\ge 1 + p t'],
    [['p \\le q'], 'p^t \\le q^t'],
    [[], 'q^t \\to 0'],
    [[], 'r^t \\to 0'],
    [['-1 < s', 's < 1'], 's^t \\to 0'],
    [['|s| < 1'], 's^t \\to 0'],
    [[], 'p q^t \\to 0'],
    [[], 't q^t \\to 0'],
    [[], 't^2 q^{t+1} + 3 q^t \\to 0'],
    [[], '\\frac{1}{2^t} \\to 0'],
    [[], '2^{-t} \\to 0'],
    [[], 'e^{-p t} \\to 0'],
    [[], '\\frac{1}{t+1} \\to 0'],
    [['a_{t+1} \\le q a_t'], 'a_t \\le q^t a_0'],
    [['a_{t} \\le q a_{t-1}'], 'a_t \\le q^t a_0'],
    [['a_{t+1} \\le q a_t'], 'a_{t+1} \\le q^{t+1} a_0'],
    [['a_{t+1} = s a_t'], 'a_t = s^t a_0'],
    [['a_{t+1} \\le q a_t', 'a_t \\ge 0'], 'a_t \\le a_0'],
    [['a_{t+1} \\le a_t'], 'a_t \\le a_0'],
    [['a_{t+1} = a_t + p'], 'a_t = a_0 + p t'],
    [['a_{t+1} \\le q a_t + p'], 'a_t \\le q^t a_0 + p \\frac{1 - q^t}{1 - q}'],
    [['a_{t+1} \\le \\frac{1}{2} a_t', 'a_0 = 3'], 'a_t \\le \\frac{3}{2^t}'],
    [['\\|x_{t+1} - c\\| \\le q \\|x_t - c\\|'], '\\|x_t - c\\| \\le q^t \\|x_0 - c\\|'],
    [['0 \\le a_t', 'a_t \\le q^t a_0'], 'a_t \\to 0'],
    [['\\|x_t - c\\| \\le q^t \\|x_0 - c\\|'], 'x_t \\to c'],
    [['a_t \\le b_t'], 'a_{t+1} \\le b_{t+1}'],
    [['a_t \\ge 1'], 'a_0 \\ge 1'],
    [['a_t = q^t'], 'a_0 = 1'],
  ])('%s gives %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    [[], 'q^{t+1} = q^t'],
    [[], 'q^t \\le q'],
    [[], 'p^t \\le 1'],
    [['a_{t+1} \\le q a_t'], 'a_t \\le q^{t+1} a_0'],
    [['a_{t+1} \\le q a_t'], 'a_t \\ge q^t a_0'],
    [['a_{t+1} \\le q a_t'], 'a_{t-1} \\le a_t'],
    [['a_{t+1} = a_t + p'], 'a_t = a_0 + p'],
    [['a_t \\le 1'], 'a_0 \\le 0'],
    [['a_0 \\ge 1'], 'a_t \\ge 1'],
    [['t \\ge 0'], 't \\ge 1'],
    [['a_{t+1} \\le q a_t', 'a_t \\le 1'], 'a_t \\le q'],
  ])('%s does not give %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('fails');
  });

  it.each([
    [[], 't x_t \\to 0'],
    [['x_t \\to 0'], 't x_t \\to 0'],
    [[], 's^t \\to 0'],
    [[], 'p^t q^t \\to 0'],
    [[], '\\frac{t}{t+1} \\to 0'],
    [['a_{t+1} \\le s a_t'], 'a_t \\le s^t a_0'],
    [['a_{t+1} \\le q a_t'], 'a_{t} \\to 0'],
    [['x_0 = c'], 'x_t = c'],
    [['x_t \\to c'], 'x_0 = c'],
  ])('%s: it is not concluded that %s', async (premises, claim) => {
    expect(await decided(premises, claim)).not.toBe('follows');
  });
});

describe('induction', () => {
  it.each([
    [['a_0 = 1', 'a_{t+1} = 2 a_t + 1'], 'a_t = 2^{t+1} - 1'],
    [['a_0 = 0', 'a_{t+1} = a_t + t + 1'], 'a_t = \\frac{t (t + 1)}{2}'],
    [['a_0 \\le 2', 'a_{t+1} = \\frac{a_t + 2}{2}'], 'a_t \\le 2'],
    [['a_0 = 2', 'a_{t+1} = a_t^2'], 'a_t \\ge 2'],
    [['a_0 = 1', 'a_{t+1} = \\sqrt{a_t + 2}'], 'a_t \\le 2'],
    [['a_0 > 0', 'a_{t+1} = a_t e^{-a_t}'], 'a_t > 0'],
    [['x_0 = c', 'x_{t+1} = \\frac{1}{2}(x_t + c)'], 'x_t = c'],
  ])('%s gives %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    [['a_{t+1} = a_t^2'], 'a_t \\ge 2'],
    [['a_0 = 2', 'a_{t+1} = a_t^2 - 1'], 'a_t \\le 3'],
    [['a_0 = 0', 'a_{t+1} = a_t + t'], 'a_t = \\frac{t (t + 1)}{2}'],
    [['a_0 = 0', 'b_{t+1} \\ge b_t'], 'b_t \\ge 0'],
  ])('%s does not give %s', async (premises, claim) => {
    expect(await decided(premises, claim)).not.toBe('follows');
  });

  it('is not made from what is so of one moment', async () => {
    const [claim] = statements('a_t \\ge 0');
    const given = statements('a_0 \\ge 0', 'a_{t+1} \\ge b_t');
    const ofOne = statements('b_t \\ge 0').map((each) => ({
      ...each,
      isOfOneMoment: true as const,
    }));
    if (!claim) throw new Error('no claim');
    expect((await reasoner().decide([...given, ...ofOne], claim)).kind).not.toBe('follows');
  });
});
