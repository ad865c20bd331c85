import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { shapeOf } from '@/lib/math/language/shape';
import { read } from '@/lib/math/reading/read';
import { tableOf } from './tables';

/** docs/grammar.md promises how formulas are read: every line of its tables is a test. */

const scalar = (id: string, latex = id, domain = 'real'): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain },
});
const matrix = (id: string, latex: string, rows: string | number, columns: string | number) =>
  ({ id, latex, type: { kind: 'matrix', shape: [rows, columns] } }) satisfies SymbolDeclaration;

const table = tableOf(
  [
    scalar('a'),
    scalar('b'),
    scalar('x'),
    scalar('y'),
    scalar('m', 'm', '1..inf'),
    scalar('lambda', '\\lambda', '(0, inf)'),
    scalar('mu', '\\mu', '(0, inf)'),
    { ...scalar('eps', '\\varepsilon', '(0, inf)'), aliases: ['\\epsilon'] },
    matrix('xt', 'x_t', 'n', 1),
    matrix('xp', 'x_{t-1}', 'n', 1),
    matrix('u', 'u', 'n', 1),
    matrix('v', 'v', 'n', 1),
    matrix('A', 'A', 'n', 'n'),
    matrix('B', 'B', 'n', 'n'),
    matrix('W', 'W', 'm_1', 'n'),
    { ...matrix('Jfw', 'J_w^f', 'n_f', 'n_w'), aliases: ['\\frac{\\partial f}{\\partial w}'] },
    matrix('Jgf', 'J_f^g', 'n_g', 'n_f'),
    matrix('JLg', 'J_g^{\\mathcal L}', 1, 'n_g'),
    {
      id: 'g',
      latex: 'g',
      aliases: ['\\tilde g'],
      type: { kind: 'function', from: [['n', 1]], to: ['n', 1] },
    },
    {
      id: 'p',
      latex: 'p',
      type: { kind: 'function', from: [[1, 1]], to: [1, 1], support: '(0, inf)' },
    },
    { id: 'X', latex: 'X', type: { kind: 'scalar', domain: '(0, inf)', density: 'p' } },
    { id: 'ell', latex: '\\ell', type: { kind: 'function', from: [[1, 1]], to: [1, 1] } },
    {
      id: 'h',
      latex: 'h',
      type: {
        kind: 'function',
        from: [
          [1, 1],
          ['n', 1],
        ],
        to: [1, 1],
      },
    },
  ],
  { variable: 'x' },
);

interface Row {
  section: string;
  cells: string[];
}

function rows(): Row[] {
  const table: Row[] = [];
  let section = '';
  for (const line of readFileSync('docs/grammar.md', 'utf8').split('\n')) {
    if (line.startsWith('### ')) section = line.slice(4);
    if (section === '' || !line.startsWith('| `')) continue;
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    table.push({ section, cells: cells.map((cell) => plain(cell.trim())) });
  }
  return table;
}

/** A cell without the marks that keep it a cell. */
function plain(cell: string): string {
  return cell.replaceAll('\\|', '|').replace(/^`(.*)`$/, '$1');
}

const FAILURES = ['Not read', 'Read, but of no shape'];

describe('the grammar of docs/grammar.md', () => {
  const all = rows();
  const readable = all.filter(({ section }) => !FAILURES.includes(section));

  it('has its tables', () => {
    expect(readable.length).toBeGreaterThan(110);
    expect(all.length - readable.length).toBeGreaterThan(25);
  });

  it.each(readable.map(({ cells }) => cells))('%s reads %s', (written = '', meant, hint = '') => {
    const reading = read(written, table);
    if (!reading.ok) throw new Error(reading.error.message);
    expect(shapeOf(reading.value.tree, table)).toMatchObject({ ok: true });
    expect(toLatex(reading.value.tree, table)).toBe(meant);
    expect(reading.value.hints[0] ?? '').toBe(hint);
  });

  it.each(all.filter(({ section }) => section === 'Not read').map(({ cells }) => cells))(
    '%s is not read: %s',
    (written = '', message) => {
      expect(read(written, table)).toMatchObject({ ok: false, error: { message } });
    },
  );

  it.each(all.filter(({ section }) => section === FAILURES[1]).map(({ cells }) => cells))(
    '%s has no shape: %s',
    (written = '', message) => {
      const reading = read(written, table);
      if (!reading.ok) throw new Error(reading.error.message);
      expect(shapeOf(reading.value.tree, table)).toMatchObject({ ok: false, error: { message } });
    },
  );
});
