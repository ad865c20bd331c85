import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { growthLatex, readGrowth } from '@/lib/math/growth/read-growth';
import { toLatex } from '@/lib/math/language/latex';
import { shapeOf } from '@/lib/math/language/shape';
import { read } from '@/lib/math/reading/read';
import { readRelation } from '@/lib/math/sets/read-relation';
import { readSet } from '@/lib/math/sets/read-set';
import { setLatex } from '@/lib/math/sets/set';
import { statementLatex } from '@/lib/math/sets/statement';
import { tableOf } from './tables';

/** docs/grammar.md promises how formulas are read: every line of its tables is a test. */

const scalar = (id: string, latex = id, domain = 'real'): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain },
});
const matrix = (id: string, latex: string, rows: string | number, columns: string | number) =>
  ({ id, latex, type: { kind: 'matrix', shape: [rows, columns] } }) satisfies SymbolDeclaration;

const symbols: readonly SymbolDeclaration[] = [
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
];
const table = tableOf(symbols, { variable: 'x' });
const phi: SymbolDeclaration = {
  id: 'phi',
  latex: '\\phi',
  type: { kind: 'function', from: [[1, 1]], to: [1, 1], elementwise: true },
};
const entrywise = tableOf([...symbols, phi]);

interface Shown {
  latex: string;
  hint: string;
}

function formula(written: string, of = table): Shown {
  const reading = read(written, of);
  if (!reading.ok) throw new Error(reading.error.message);
  const { tree, hints } = reading.value;
  expect(shapeOf(tree, of)).toMatchObject({ ok: true });
  return { latex: toLatex(tree, of), hint: hints[0] ?? '' };
}

/** The readers of sections that are not about formulas by the common symbols. */
const READERS: Readonly<Record<string, (written: string) => Shown>> = {
  'Entry by entry': (written) => formula(written, entrywise),
  Sets: (written) => {
    const reading = readSet(written, table, { leftSides: [], variable: 'x' });
    if (!reading.ok) throw new Error(reading.error.message);
    return { latex: setLatex(reading.value.set, table), hint: reading.value.hints[0] ?? '' };
  },
  Relations: (written) => {
    const reading = readRelation(written, table, []);
    if (!reading.ok) throw new Error(reading.error.message);
    const { statement, hints } = reading.value;
    return { latex: statementLatex(statement, table), hint: hints[0] ?? '' };
  },
  'Classes of growth': (written) => {
    const reading = readGrowth(written, table);
    if (!reading.ok) throw new Error(reading.error.message);
    const { growth, hints } = reading.value;
    return { latex: growthLatex(growth, table), hint: hints[0] ?? '' };
  },
};

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

  it.each(
    readable.map(({ section, cells: [written = '', meant = '', hint = ''] }) => {
      return [written, meant, hint, section] as const;
    }),
  )('%s reads %s', (written, meant, hint, section) => {
    const own = READERS[section];
    const shown = own ? own(written) : formula(written);
    expect(shown).toEqual({ latex: meant, hint });
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
