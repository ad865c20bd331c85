import { describe, expect, it } from 'vitest';
import { toLatex } from '@/lib/math/language/latex';
import { read } from '@/lib/math/reading/read';
import { tableOf } from '@/lib/math/testing/tables';
import { withoutOrnaments } from './ornaments';

const table = tableOf([
  { id: 'a', latex: 'a', type: { kind: 'scalar', domain: 'real' } },
  { id: 'b', latex: 'b', type: { kind: 'scalar', domain: 'real' } },
]);

describe('ornaments', () => {
  it.each([
    ['\\boxed{a + b}', 'a+b'],
    ['a + b \\quad\\square', 'a+b'],
    ['\\implies a + b', 'a+b'],
    ['\\Rightarrow D = a + b', 'a+b'],
    ['& a + b \\\\', 'a+b'],
    ['\\begin{aligned} D &= a \\\\ &= a + b \\end{aligned}', 'a+b'],
    ['\\underbrace{a + \\frac{b}{2}}_{\\text{small}} + 1', 'a+\\frac{b}{2}+1'],
    ['\\overbrace{a}^n + b', 'a+b'],
    ['a + b \\quad\\text{(definition)}', 'a+b'],
    ['\\text{Definition: } a + b', 'a+b'],
    ['a + b \\text{ with } a = 1', 'a+b'],
    [
      '\\begin{cases} a & a > 0 \\\\ b & \\text{otherwise} \\end{cases}',
      '\\begin{cases}a & a> 0 \\\\ b & \\text{otherwise}\\end{cases}',
    ],
  ])('%s', (source, expected) => {
    const reading = read(source, table, { leftSides: ['D'] });
    expect(reading.ok ? toLatex(reading.value.tree, table) : reading.error.message).toBe(expected);
  });

  it.each(['\\boxed{a} + \\underbrace{b}_{c}', '\\underbrace{a', '\\underbrace{a}_', '&&&'])(
    'keeps places: %s',
    (source) => {
      expect(withoutOrnaments(source)).toHaveLength(source.length);
    },
  );
});
