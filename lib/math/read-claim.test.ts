import { describe, expect, it } from 'vitest';
import { toLatex } from './latex';
import { readClaim } from './read-claim';
import { tableOf } from './testing';

const vector = (id: string, latex: string) => ({
  id,
  latex,
  type: { kind: 'matrix' as const, shape: ['n', 1] as const },
});
const table = tableOf([
  vector('xn', 'x_{t+1}'),
  vector('x', 'x_t'),
  vector('g', 'g(x_t)'),
  { id: 'mu', latex: '\\mu', type: { kind: 'scalar', domain: '(0, inf)' } },
]);

function claimed(source: string): string {
  const claim = readClaim(source, table);
  if (!claim.ok) return claim.error.message;
  return claim.value.chains
    .map(({ members, operators }) =>
      members
        .map((member, index) => `${toLatex(member, table)} ${operators[index] ?? ''}`.trim())
        .join(' '),
    )
    .join(' ; ');
}

describe('claims', () => {
  it.each([
    ['x_{t+1} = \\mu x_t', 'x_{t+1} = \\mu\\,x_t'],
    ['0 < \\mu \\le 1', '0 < \\mu <= 1'],
    [
      '\\|g(x_t)\\| \\le \\mu \\|x_t\\| \\to 0',
      '\\left\\|g(x_t)\\right\\| <= \\mu\\,\\left\\|x_t\\right\\| -> 0',
    ],
    ['x_t = 0 \\Rightarrow g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['\\text{with (1a), } x_t = 0', 'x_t = 0'],
    ['x_t -> 0, g(x_t) -> 0', 'x_t -> 0 ; g(x_t) -> 0'],
    ['x_t', 'Nothing is claimed of this: write an equation, an inequality or a limit.'],
    ['\\text{trivial}', ''],
    ['Hence x_t = 0', 'x_t = 0'],
    ['x_t = 0 \\text{ as } t \\to \\infty', 'x_t = 0'],
    ['\\lim_{t\\to\\infty} x_t = 0', 'x_t -> 0'],
    ['x_t \\xrightarrow{t\\to\\infty} 0', 'x_t -> 0'],
    ['\\forall t: x_t = 0', 'x_t = 0'],
    ['x_t = 0 \\iff g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['by (1a) x_t = 0', 'x_t = 0'],
    ['', 'Nothing is claimed here.'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});
