import { describe, expect, it } from 'vitest';
import { proofsWith } from '@/lib/kinds/proof/testing';

const { statements, reasoner } = proofsWith(
  {
    X: { latex: 'X' },
    Y: { latex: 'Y' },
    Z: { latex: 'Z', domain: '(0, inf)' },
    a: { latex: 'a', domain: '(0, inf)' },
    c: { latex: 'c' },
    u: { latex: 'u', shape: ['n', 1] },
    v: { latex: 'v', shape: ['n', 1] },
  },
  undefined,
  ['X', 'Y', 'Z'],
);

async function decided(premises: readonly string[], claim: string): Promise<string> {
  const [statement] = statements(claim);
  if (!statement) throw new Error(claim);
  return (await reasoner().decide(statements(...premises), statement)).kind;
}

const E = (body: string) => `\\mathbb{E}[${body}]`;

describe('expectations', () => {
  it.each([
    [[], `${E('2X + 3Y + c')} = 2${E('X')} + 3${E('Y')} + c`],
    [[], `${E('c')} = c`],
    [[], `${E(`(X - ${E('X')})^2`)} = ${E('X^2')} - ${E('X')}^2`],
    [[], `${E(`(X - ${E('X')})^2`)} \\ge 0`],
    [[], `${E('X')}^2 \\le ${E('X^2')}`],
    [[], `${E('XY')}^2 \\le ${E('X^2')} ${E('Y^2')}`],
    [[], `|${E('X')}| \\le ${E('|X|')}`],
    [[], `${E('\\max(X, Y)')} \\ge \\max(${E('X')}, ${E('Y')})`],
    [['X \\le Y'], `${E('X')} \\le ${E('Y')}`],
    [['X < Y'], `${E('X')} < ${E('Y')}`],
    [['0 \\le X', 'X \\le 1'], `${E('X^2')} \\le ${E('X')}`],
    [[], `${E('Z')} > 0`],
    [[], `${E('(X - c)^2')} = ${E(`(X - ${E('X')})^2`)} + (${E('X')} - c)^2`],
    [[], `${E('(X - c)^2')} \\ge ${E(`(X - ${E('X')})^2`)}`],
    [[], `${E('e^X')} \\ge e^{${E('X')}}`],
    [[], `${E('e^X')} \\ge 1 + ${E('X')}`],
    [[], `${E('\\ln Z')} \\le \\ln ${E('Z')}`],
    [[], `${E('\\sqrt{Z}')}^2 \\le ${E('Z')}`],
    [[], `${E('XY')} \\le \\frac{${E('X^2')} + ${E('Y^2')}}{2}`],
    [[], `a \\mathbb{1}\\{Z \\ge a\\} \\le Z`],
    [[], `${E('\\mathbb{1}\\{Z \\ge a\\}')} \\le \\frac{${E('Z')}}{a}`],
    [[], `a^2 ${E('\\mathbb{1}\\{|X| \\ge a\\}')} \\le ${E('X^2')}`],
    [[], `${E('\\mathbb{1}\\{X \\ge c\\}')} \\le 1`],
    [['X = c'], `${E('X')} = c`],
    [[], `${E('X')} + ${E('Y')} = ${E('X + Y')}`],
  ])('%s gives %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    [[], `${E('X^2')} = ${E('X')}^2`],
    [[], `${E('X^2')} \\le ${E('X')}^2`],
    [[], `${E('XY')} = ${E('X')} ${E('Y')}`],
    [[], `${E('X')} \\le X`],
    [[], `${E('e^X')} \\le e^{${E('X')}}`],
    [[], `${E('\\frac{1}{Z}')} = \\frac{1}{${E('Z')}}`],
    [[`${E('X')} \\ge 0`], 'X \\ge 0'],
    [[`${E('X')} \\le ${E('Y')}`], 'X \\le Y'],
    [[], `${E('|X|')} \\le |${E('X')}|`],
    [[], `${E('X + c')} = ${E('X')}`],
    [[], `${E('\\mathbb{1}\\{Z \\ge a\\}')} \\ge \\frac{${E('Z')}}{a}`],
  ])('%s does not give %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('fails');
  });
});

describe('sums over entries', () => {
  const S = (body: string) => `\\sum_{i=1}^n ${body}`;
  it.each([
    [[], `${S('(2 u_i + v_i)')} = 2 ${S('u_i')} + ${S('v_i')}`],
    [[], `${S('1')} = n`],
    [[], `${S('(u_i + c)')} = ${S('u_i')} + n c`],
    [[], `${S('u_i v_i')} = u^T v`],
    [[], `${S('u_i^2')} = \\|u\\|^2`],
    [[], `(${S('u_i v_i')})^2 \\le (${S('u_i^2')}) (${S('v_i^2')})`],
    [[], `(${S('u_i')})^2 \\le n ${S('u_i^2')}`],
    [[], `|${S('u_i')}| \\le ${S('|u_i|')}`],
    [[], `${S('u_i')} \\le \\sum_{j=1}^n |u_j|`],
    [[], `${S('u_i v_i')} \\le \\frac{1}{2} ${S('(u_i^2 + v_i^2)')}`],
    [[], `${S('e^{u_i}')} \\ge n + ${S('u_i')}`],
    [[], `\\frac{1}{n}${S('e^{u_i}')} > 0`],
    [['u = v'], `${S('u_i')} = ${S('v_i')}`],
    [[], `\\frac{1}{n}${S('(u_i - c)^2')} \\ge (\\frac{1}{n}${S('u_i')} - c)^2`],
  ])('%s gives %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('follows');
  });

  it.each([
    [[], `(${S('u_i')})^2 = ${S('u_i^2')}`],
    [[], `${S('u_i v_i')} = (${S('u_i')}) (${S('v_i')})`],
    [[], `${S('(u_i + c)')} = ${S('u_i')} + c`],
    [[], `${S('|u_i|')} \\le |${S('u_i')}|`],
    [[], `n ${S('u_i^2')} \\le (${S('u_i')})^2`],
  ])('%s does not give %s', async (premises, claim) => {
    expect(await decided(premises, claim)).toBe('fails');
  });
});
