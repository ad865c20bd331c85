import { describe, expect, it } from 'vitest';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { read } from './read';

const table = tableOf([
  { id: 'x', latex: 'x', type: { kind: 'scalar', domain: 'real' } },
  { id: 'y', latex: 'y', type: { kind: 'scalar', domain: 'real' } },
]);

describe('one answer is asked for', () => {
  it.each([
    'x, y',
    'x; y',
    'x or y',
    'x = 2 or x = -1',
    'x = 2 and x = -1',
    'x = 2 \\text{ oder } x = -1',
    '2 x \\\\ 3 x',
  ])('%s is more than one, which is a fault', (source) => {
    expect(read(source, table, { leftSides: ['x'] })).toMatchObject({
      ok: false,
      error: { isFault: true },
    });
  });

  it.each(['sorry, no idea at all', 'x, whatever', 'I forgot; y', 'x, q'])(
    '%s is no second value as long as it cannot be read',
    (source) => {
      const reading = read(source, table);
      if (reading.ok) throw new Error('it cannot be read');
      expect(reading.error.isFault ?? false).toBe(false);
    },
  );

  it.each([
    ['2 x, x > 0', '2 x'],
    ['2 x = x + x', 'x + x'],
    ['2 x, S_0 = 1', '2 x'],
  ])('%s is one', (source, answer) => {
    expect(JSON.stringify(bare(source))).toBe(JSON.stringify(bare(answer)));
  });
});

it('says where a step of a chain is passed over', () => {
  expect(readOf('x = 2 q y = 3', table).hints).toEqual([
    'A step before the last “=” cannot be read and is passed over.',
  ]);
  expect(readOf('q = 2 x = x + x', table).hints).toEqual([]);
});

function bare(source: string): unknown {
  const { tree } = readOf(source, table);
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'span' ? undefined : value)));
}
