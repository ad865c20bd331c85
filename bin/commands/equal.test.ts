import { describe, expect, it } from 'vitest';
import { equal } from './equal';

async function run(...lines: readonly string[]) {
  async function* input() {
    yield* lines;
  }
  const written: unknown[] = [];
  const status = await equal(input(), (line) => written.push(JSON.parse(line)));
  return { status, written };
}

const line = (reference: string, answer: string, symbols?: object) =>
  JSON.stringify({ id: 'a', reference, answer, ...(symbols && { symbols }) });

describe('nabla equal', () => {
  it('answers line by line, and says how long it took', async () => {
    const { status, written } = await run(line('x+x', '2*x'), '', line('x', 'x^2'));
    expect(status).toBe(0);
    expect(written).toEqual([
      { id: 'a', verdict: 'right', ms: expect.any(Number) },
      expect.objectContaining({
        verdict: 'wrong',
        witness: { at: [{ latex: 'x', value: '2' }], reference: '2', answer: '4' },
      }),
    ]);
  });

  it.each([
    ['A*B', 'A+B', 'wrong'],
    ['A v', 'v^T A^T', 'wrong'],
    ['A B', 'A B', 'right'],
    ['(A B)^T', 'B^T A^T', 'right'],
    ['0', 'A-A', 'right'],
    ["f(x)'", "f'(x)", 'right'],
  ])('%s and %s over matrices: %s', async (reference, answer, verdict) => {
    const symbols = {
      A: { shape: ['n', 'm'] },
      B: { shape: ['m', 'n'] },
      v: { shape: ['m', 1] },
      f: { from: [1, 1], to: [1, 1] },
    };
    const { written } = await run(line(reference, answer, symbols));
    expect(written).toMatchObject([{ verdict }]);
    if (verdict === 'wrong') expect(JSON.stringify(written)).toContain('explanation');
  });

  it.each([
    ['sqrt(x^2)', 'x', undefined, 'wrong'],
    ['sqrt(x^2)', 'x', { '*': { domain: '(0, inf)' } }, 'right'],
    ['sqrt(x^2)', 'x', { x: { domain: '[0, 1)' } }, 'right'],
    ['sin(pi*n)', '0', { n: { domain: 'integer' } }, 'right'],
    ['z*conj(z)', 'abs(z)^2', undefined, 'right'],
    ['epsilon_0*rho', 'rho*epsilon_0', undefined, 'right'],
    ['x^T', 'x', undefined, 'wrong'],
  ])('%s and %s with %j: %s', async (reference, answer, symbols, verdict) => {
    expect((await run(line(reference, answer, symbols))).written).toMatchObject([{ verdict }]);
  });

  it.each([
    [
      'a*b*c',
      'abc',
      undefined,
      ['“abc” is not declared and is taken as one symbol; write a*b*c for a product'],
    ],
    ['alpha + foo', 'foo + \\alpha', undefined, [expect.stringContaining('“foo”')]],
    ['a*b', 'ab', { ab: { domain: 'real' } }, undefined],
    ['lambda*x', 'lambda x', undefined, undefined],
  ])(
    '%s and %s with %j: warned of runs of letters: %j',
    async (reference, answer, symbols, warnings) => {
      const { written } = await run(line(reference, answer, symbols));
      expect(written).toEqual([expect.objectContaining(warnings ? { warnings } : { id: 'a' })]);
      if (!warnings) expect(JSON.stringify(written)).not.toContain('warnings');
    },
  );

  it('leaves what it cannot read to a person, with the place', async () => {
    const { status, written } = await run(line('x', 'x+'));
    expect(status).toBe(0);
    expect(written).toMatchObject([
      { verdict: 'review', unread: true, place: { start: 2, end: 2 } },
    ]);
  });

  it.each([
    ['{', null],
    ['{"id": "b"}', 'b'],
    [line('x+', 'x'), 'a'],
    [line('x', 'x', { x: { domain: 'everywhere' } }), 'a'],
  ])('%s is an error, and the rest goes on', async (bad, id) => {
    const { status, written } = await run(bad, line('x', 'x'));
    expect(status).toBe(1);
    expect(written).toMatchObject([{ id, error: expect.any(String) }, { verdict: 'right' }]);
  });
});
