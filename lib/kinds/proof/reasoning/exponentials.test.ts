import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

const { statements, reasoner } = proofsWith({
  x: { latex: 'x' },
  y: { latex: 'y' },
  z: { latex: 'z' },
  p: { latex: 'p', domain: '(0, inf)' },
  q: { latex: 'q', domain: '(0, inf)' },
  n: { latex: 'n', domain: '1..inf' },
  u: { latex: 'u', shape: ['d', 1] },
  v: { latex: 'v', shape: ['d', 1] },
});

async function decided(premises: readonly string[], claim: string): Promise<string> {
  const [statement] = statements(claim);
  if (!statement) throw new Error(claim);
  return (await reasoner().decide(statements(...premises), statement)).kind;
}

describe('exponentials and logarithms', () => {
  it.each([
    [[], 'e^{x + y} = e^x e^y'],
    [[], 'e^{-x} = \\frac{1}{e^x}'],
    [[], 'e^{2x} = (e^x)^2'],
    [[], 'e^{x} = (e^{x/2})^2'],
    [[], '\\ln(pq) = \\ln p + \\ln q'],
    [[], '\\ln\\frac{p}{q} = \\ln p - \\ln q'],
    [[], '\\ln p^3 = 3 \\ln p'],
    [[], '\\ln \\sqrt{p} = \\frac{1}{2} \\ln p'],
    [[], '\\ln 6 = \\ln 2 + \\ln 3'],
    [[], '\\ln e^x = x'],
    [[], 'e^{\\ln p} = p'],
    [[], 'e^{-2\\ln p} = \\frac{1}{p^2}'],
    [[], 'p^x = e^{x \\ln p}'],
    [[], 'p^{x+1} = p \\cdot p^x'],
    [[], '\\log_2 p = \\frac{\\ln p}{\\ln 2}'],
    [[], 'e^x > 0'],
    [[], 'e^x \\ge 1 + x'],
    [[], '1 + x \\le e^x'],
    [['x \\ne 0'], 'e^x > 1 + x'],
    [[], '\\ln p \\le p - 1'],
    [[], '\\ln p \\ge 1 - \\frac{1}{p}'],
    [['x \\le y'], 'e^x \\le e^y'],
    [['x < y'], 'e^{x} < e^{y}'],
    [['e^x < e^y'], 'x < y'],
    [['p < q'], '\\ln p < \\ln q'],
    [['\\ln p \\le \\ln q'], 'p \\le q'],
    [['\\ln p \\le x'], 'p \\le e^x'],
    [['p \\le e^x'], '\\ln p \\le x'],
    [['x > 1'], '\\ln x > 0'],
    [['x > 0', 'y > 0'], '\\ln(xy) = \\ln x + \\ln y'],
    [['x \\ge 1'], '\\ln x^2 = 2\\ln x'],
    [['\\ln x \\le 0'], 'x \\le 1'],
    [['\\ln x \\le 0'], 'x > 0'],
    [['x + y \\le z'], 'e^{x+y} \\le e^z'],
    [[], '\\ln(1 + e^x) > 0'],
    [[], '\\ln(e^x + e^y) \\ge x'],
    [[], 'p \\ln\\frac{p}{q} \\ge p - q'],
    [[], '\\ln\\frac{p + q}{2} \\ge \\frac{\\ln p + \\ln q}{2}'],
    [[], 'e^{\\frac{x+y}{2}} \\le \\frac{e^x + e^y}{2}'],
    [[], 'e^{-\\|u\\|^2} \\le 1'],
    [[], 'e^{\\|u + v\\|} \\le e^{\\|u\\|} e^{\\|v\\|}'],
    [[], '\\ln 2 < 0.7'],
    [[], 'e > 2.7'],
    [[], '\\ln(p^2 + p) = \\ln p + \\ln(p + 1)'],

    [['x \\ge -1'], '(1 + x)^2 \\le e^{2x}'],
    [[], 'x e^{-x} \\le e^{-1}'],
  ])('%s gives %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    [[], 'e^x \\ge 2 + x'],
    [[], 'e^x \\le 1 + x'],
    [[], 'e^{x y} = e^x e^y'],
    [[], '\\ln(p + q) = \\ln p + \\ln q'],
    [[], '\\ln p \\le p - 2'],
    [[], '\\ln(pq) = \\ln p \\ln q'],
    [['x < y'], 'e^{-x} < e^{-y}'],
    [['p < q'], '\\frac{1}{\\ln(1+p)} < \\frac{1}{\\ln(1+q)}'],
    [[], 'e^{-\\|u\\|^2} \\ge 1'],
    [[], 'e < 2.7'],
    [[], '\\ln p \\ge 0'],
  ])('%s does not give %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('fails');
  });

  it.each([
    [[], '\\ln x \\le x - 1'],
    [[], '\\ln x^2 = 2 \\ln x'],
    [['x \\ge 0'], '\\ln x \\le x'],
    [[], '\\ln(1 + x) \\le x'],
    [[], '\\frac{1}{\\ln p} \\le 1 + \\frac{1}{\\ln p}'],
  ])('%s: %s has no meaning everywhere', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('undefined');
  });
});
