import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { type Reading, read } from '@/lib/math/reading/read';

/** For tests: a table that must be sound. */
export function tableOf(
  declarations: readonly SymbolDeclaration[],
  options?: Parameters<typeof symbolTable>[1],
): SymbolTable {
  const table = symbolTable(declarations, options);
  if (!table.ok) throw new Error(JSON.stringify(table.error));
  return table.value;
}

/** For tests: a reading that must succeed. */
export function readOf(source: string, table: SymbolTable): Reading {
  const reading = read(source, table);
  if (!reading.ok) throw new Error(`${source}: ${reading.error.message}`);
  return reading.value;
}

const scalar = (id: string, latex: string, domain = 'real'): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'scalar', domain },
});

/** Symbols of every type, as an exam on gradients would declare them. */
export const EXAMPLE_SYMBOLS: readonly SymbolDeclaration[] = [
  scalar('lambda', '\\lambda', '(0, inf)'),
  scalar('mu', '\\mu', '(0, inf)'),
  scalar('a', 'a'),
  scalar('b', 'b'),
  { id: 'x', latex: 'x_t', type: { kind: 'matrix', shape: ['n', 1] } },
  { id: 'y', latex: 'x_{t-1}', type: { kind: 'matrix', shape: ['n', 1] } },
  {
    id: 'A',
    latex: 'J_f^g',
    aliases: ['\\frac{\\partial g}{\\partial f}'],
    type: { kind: 'matrix', shape: ['m', 'n'] },
  },
  { id: 'L', latex: 'J_g^{\\mathcal{L}}', type: { kind: 'matrix', shape: [1, 'm'] } },
  { id: 'M', latex: 'M', type: { kind: 'matrix', shape: ['n', 'n'] } },
  {
    id: 'g',
    latex: 'g',
    aliases: ['\\tilde{g}'],
    type: { kind: 'function', from: [['n', 1]], to: ['n', 1] },
  },
];

const column = (id: string, latex: string): SymbolDeclaration => ({
  id,
  latex,
  type: { kind: 'matrix', shape: ['n', 1] },
});

/** Symbols of a sequence and a positive number, as a proof about descent declares them. */
export const MOMENTUM_SYMBOLS: readonly SymbolDeclaration[] = [
  column('xn', 'x_{t+1}'),
  column('x', 'x_t'),
  column('g', 'g(x_t)'),
  { id: 'mu', latex: '\\mu', type: { kind: 'scalar', domain: '(0, inf)' } },
];
