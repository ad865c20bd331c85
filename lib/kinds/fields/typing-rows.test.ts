import { expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { toLatex } from '@/lib/math/language/latex';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { TYPING_ROWS } from './typing-rows';

const scalar = (id: string): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain: 'real' },
});
const table = tableOf([
  ...['a', 'b', 'x', 'm'].map(scalar),
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
]);

it.each(
  Object.values(TYPING_ROWS)
    .flat()
    .map(({ typed, latex }) => [typed, latex] as const),
)('%s is what the card shows beside it', (typed, latex) => {
  const [asTyped, asShown] = [typed, latex].map((text) => toLatex(readOf(text, table).tree, table));
  expect(asTyped).toBe(asShown);
});
