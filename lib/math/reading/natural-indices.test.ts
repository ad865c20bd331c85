import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const scalar = (id: string, latex: string): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain: 'real' },
});
const table = tableOf([
  scalar('xt', 'x_t'),
  scalar('xp', 'x_{t-1}'),
  scalar('xn', 'x_{t+1}'),
  scalar('rk', 'r_k'),
  scalar('fa', 'f_a'),
  scalar('grad', '\\nabla_{f_a} l'),
  scalar('mu', '\\mu'),
]);

describe('indices in plain text', () => {
  it.each([
    ['x_t-x_t-1', 'x_t-x_{t-1}'],
    ['x_t+1-mu(x_t-x_t-1)', 'x_{t+1}-\\mu\\left(x_t-x_{t-1}\\right)'],
    ['nabla_f_a l', '\\nabla_{f_a} l'],
    ['r_k-1', 'r_k-1'],
    ['x_t - 1', 'x_t-1'],
    ['x_t-10', 'x_t-10'],
    ['r_kx_t-1', 'r_k\\,x_{t-1}'],
    ['mu x_t-1r_k', '\\mu\\,x_{t-1}\\,r_k'],
  ])('%s is read as in the visual field', (typed, latex) => {
    expect(toLatex(readOf(typed, table).tree, table)).toBe(latex);
  });

  it('in LaTeX end where TeX ends them', () => {
    expect(toLatex(readOf('x_t-1 + \\mu', table).tree, table)).toBe('x_t-1+\\mu');
  });

  it('say that they were read as one symbol', () => {
    expect(readOf('x_t-1', table).hints.join(' ')).toContain('one symbol');
  });

  it('end at a declared symbol where every run of letters may be a name', () => {
    const free = tableOf([scalar('Jg', 'J_g^L'), scalar('Jv', 'J_v^g')], {
      defaultScalar: { domain: 'real' },
    });
    expect(toLatex(readOf('J_g^LJ_v^g', free).tree, free)).toBe('J_g^L\\,J_v^g');
  });

  it('leave errors at their place', () => {
    const reading = read('x_t-1 + q', table);
    expect(reading.ok ? null : reading.error.start).toBe(8);
  });
});
