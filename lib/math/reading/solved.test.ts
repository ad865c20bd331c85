import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/math/compare/compare';
import { toLatex } from '@/lib/math/language/latex';
import { tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const table = tableOf([
  { id: 'x', latex: 'x', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'z', latex: 'z', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'a', latex: 'a', type: { kind: 'scalar', domain: 'real' } },
]);

function answered(source: string): string {
  const reading = read(source, table, { leftSides: ['y_{t+1}', 'y'] });
  return reading.ok ? toLatex(reading.value.tree, table) : reading.error.message;
}

describe('an equation that is not solved for what is asked', () => {
  it.each([
    ['y_{t+1} - x = a z', 'x + a z'],
    ['y - x - a z = 0', 'x + a z'],
    ['0 = x - y', 'x'],
    ['2 (y - x) = a (z - y)', '\\frac{2 x + a z}{2 + a}'],
    ['\\frac{y - x}{2} = z', 'x + 2 z'],
  ])('%s', (source, expected) => {
    const [reading, solved] = [source, expected].map((text) =>
      read(text, table, { leftSides: ['y_{t+1}', 'y'] }),
    );
    if (!reading?.ok || !solved?.ok) throw new Error(`${source} is not read`);
    expect(reading.value.hints.join()).toContain('is read as what it says of');
    const options = { seed: 'solved' };
    expect(compare(solved.value.tree, reading.value.tree, table, options).verdict).toBe('right');
  });

  it.each([
    ['y^2 = a', 'Write what $y$ is equal to: $y = \\dots$'],
    ['y = x + a z', 'x+a\\,z'],
    ['x + a z = y', 'x+a\\,z'],
    ['y(t) = x', 'x'],
  ])('%s', (source, expected) => {
    expect(answered(source)).toBe(expected);
  });
});
