import { describe, expect, it } from 'vitest';
import { toLatex } from './latex';
import { type Chain, readClaim } from './read-claim';
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
  const { supposed, chains } = claim.value;
  const said = chains.map(written).join(' ; ');
  return supposed.length === 0 ? said : `[${supposed.map(written).join(' ; ')}] ${said}`;
}

function written({ members, operators, limits }: Chain): string {
  return members
    .map((member, index) => {
      const latex = toLatex(member, table);
      return `${limits[index] ? `lim(${latex})` : latex} ${operators[index] ?? ''}`.trim();
    })
    .join(' ');
}

describe('a line that goes on from the one above', () => {
  it('begins with its last member', () => {
    const claim = readClaim('\\le \\mu', table, { kind: 'symbol', id: 'mu' });
    expect(claim.ok && claim.value.chains.map(written)).toEqual(['\\mu <= \\mu']);
  });
});

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
    ['\\lim_{t\\to\\infty} x_t = 0', 'lim(x_t) = 0'],
    ['\\lim x_t + \\mu\\lim g(x_t) = 0', 'lim(x_t+\\mu\\,g(x_t)) = 0'],
    ['\\frac{\\lim x_t}{\\mu} = 0', 'lim(\\frac{x_t}{\\mu}) = 0'],
    ['suppose x_t = 0', '[x_t = 0] '],
    ['if x_t = 0 then g(x_t) = 0', '[x_t = 0] g(x_t) = 0'],
    ['g(x_t) = 0 if x_t = 0', '[x_t = 0] g(x_t) = 0'],
    ['assume x_t = 0, g(x_t) = 0, so x_{t+1} = 0', '[x_t = 0 ; g(x_t) = 0] x_{t+1} = 0'],
    ['x_t = 0 when t \\to \\infty', 'x_t = 0'],
    ['\\begin{aligned} x_t &= 0 \\\\ &= g(x_t) \\end{aligned}', 'x_t = 0 = g(x_t)'],
    ['\\begin{aligned} x_t &= 0 \\\\ g(x_t) &= 0 \\end{aligned}', 'x_t = 0 ; g(x_t) = 0'],
    ['\\boxed{x_t = 0} \\tag{3}', 'x_t = 0'],
    ['x_t \\overset{(1a)}{=} 0', 'x_t = 0'],
    ['x_t = 0 \\land g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['x_t + \\lim g(x_t) = 0', 'Write \\lim in front of everything that it is taken of.'],
    ['= x_t', 'Something is missing before “=”.'],
    ['x_t \\xrightarrow{t\\to\\infty} 0', 'x_t -> 0'],
    ['\\forall t: x_t = 0', 'x_t = 0'],
    ['x_t = 0 \\iff g(x_t) = 0', 'x_t = 0 ; g(x_t) = 0'],
    ['by (1a) x_t = 0', 'x_t = 0'],
    ['', 'Nothing is claimed here.'],
  ])('%s', (source, expected) => {
    expect(claimed(source)).toBe(expected);
  });
});
