import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

const vector = ['n', 1] as ['n', 1];
const { statements, reasoner } = proofsWith(
  {
    x: { latex: 'x_t', shape: vector },
    y: { latex: 'y_t', shape: vector },
    c: { latex: 'c', shape: vector },
    a: { latex: 'a_t' },
    b: { latex: 'b_t' },
    f: { latex: 'f', from: vector, to: [1, 1] },
    g: { latex: 'g', from: vector, to: vector },
    mu: { latex: '\\mu', domain: '(0, inf)' },
    q: { latex: 'q', domain: '(0, 1)' },
    s: { latex: 's' },
  },
  't',
);

async function decided(premises: readonly string[], claim: string): Promise<string> {
  const [statement] = statements(claim);
  if (!statement) throw new Error(claim);
  return (await reasoner().decide(statements(...premises), statement)).kind;
}

describe('null sequences', () => {
  it.each([
    ['a constant combination', ['x_t \\to 0', 'y_t \\to 0'], '\\mu x_t - 3 y_t \\to 0'],
    ['another moment', ['x_t \\to 0'], 'x_{t+1} - x_{t-1} \\to 0'],
    ['norms both ways', ['\\|x_t\\| \\to 0'], 'x_t \\to 0'],
    ['norms both ways', ['x_t \\to c'], '\\|x_t - c\\| \\to 0'],
    ['a product with a bounded sequence', ['x_t \\to 0', 'y_t \\to c'], 'x_t^T y_t \\to 0'],
    ['powers', ['a_t \\to 0'], 'a_t^2 \\to 0'],
    ['roots of powers', ['\\|x_t\\|^2 \\to 0'], '\\|x_t\\| \\to 0'],
    ['a constant factor', ['\\mu \\|x_t\\| \\to 0'], 'x_t \\to 0'],
    ['terms of a sum that cannot cancel', ['\\|x_t\\|^2 + \\mu\\|y_t\\| \\to 0'], 'y_t \\to 0'],
    ['the largest of several', ['\\max(\\|x_t\\|, \\|y_t\\|) \\to 0'], 'y_t \\to 0'],
    ['the squeeze', ['\\|y_t\\| \\le \\mu\\|x_t\\|', 'x_t \\to 0'], 'y_t \\to 0'],
    ['the squeeze of a number', ['0 \\le a_t', 'a_t \\le b_t', 'b_t \\to 0'], 'a_t \\to 0'],
    ['the squeeze, rearranged', ['\\|y_t\\| - \\mu\\|x_t\\| \\le 0', 'x_t \\to 0'], 'y_t \\to 0'],
    ['contraction', ['\\|x_{t+1}\\| \\le q\\|x_t\\|'], 'x_t \\to 0'],
    ['contraction of squares', ['\\|x_{t+1} - c\\|^2 \\le q\\|x_t - c\\|^2'], 'x_t \\to c'],
    [
      'contraction with errors',
      ['\\|x_{t+1}\\| \\le \\frac{1}{2}\\|x_t\\| + \\|y_t\\|', 'y_t \\to 0'],
      'x_t \\to 0',
    ],
    ['values of a function', ['f(x_t) - s \\to 0'], '2 f(x_t) - 2 s \\to 0'],
    ['differences of limits', ['f(x_t) \\to s'], 'f(x_{t+1}) - f(x_t) \\to 0'],
  ])('%s: %s give %s', async (_, premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    ['what only comes closer', ['\\|x_{t+1}\\| \\le \\|x_t\\|'], 'x_t \\to 0'],
    ['steps that vanish', ['x_{t+1} - x_t \\to 0'], 'x_t \\to 0'],
    ['a product with what may grow', ['x_t \\to 0'], 'x_t^T y_t \\to 0'],
    ['a sum that may cancel', ['a_t + b_t \\to 0'], 'a_t \\to 0'],
    ['a bound of the wrong side', ['\\|x_t\\| \\le \\|y_t\\|', 'x_t \\to 0'], 'y_t \\to 0'],
    ['the largest of what has a sign', ['\\max(a_t, b_t) \\to 0'], 'a_t \\to 0'],
    ['the smallest of several', ['\\min(\\|x_t\\|, \\|y_t\\|) \\to 0'], 'y_t \\to 0'],
    ['a bound below', ['a_t \\le b_t', 'b_t \\to 0'], 'a_t \\to 0'],
    ['a factor that may be zero', ['s a_t \\to 0'], 'a_t \\to 0'],
    ['a value where the argument is null', ['x_t \\to 0'], 'g(x_t) \\to 0'],
    ['a value of a function as a constant', ['x_t \\to 0'], '\\|x_t\\| f(x_t) \\to 0'],
    ['a factor that may grow', ['x_t \\to 0'], 'a_t x_t \\to 0'],
    ['a factor that may grow', ['y_t = a_t x_t', 'x_t \\to 0'], 'y_t \\to 0'],
    ['a factor that may vanish', ['a_t x_t \\to 0'], 'x_t \\to 0'],
    ['a sum with one', ['x_t + a_t y_t \\to 0', 'y_t \\to 0'], 'x_t \\to 0'],
    ['the power of zero', ['a_t \\to 0'], 'a_t^0 \\to 0'],
  ])('not %s: %s and %s', async (_, premises, claim) => {
    expect(await decided(premises, claim)).not.toBe('follows');
  });

  it('shows a sequence for which the limit is another', async () => {
    expect(await decided(['\\|x_{t+1} - x_t\\| \\to 0'], 'x_t \\to 0')).toBe('diverges');
    expect(await decided(['\\|x_{t+1}\\| \\le \\|x_t\\|'], 'x_{t+1} - x_t \\to 0')).toBe(
      'diverges',
    );
  });
});
