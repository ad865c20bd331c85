import { describe, expect, it } from 'vitest';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { growthLatex, readGrowth } from '@/lib/math/growth/read-growth';
import { toLatex } from '@/lib/math/language/latex';
import { readRelation } from '@/lib/math/sets/read-relation';
import { readSet } from '@/lib/math/sets/read-set';
import { setLatex } from '@/lib/math/sets/set';
import { statementLatex } from '@/lib/math/sets/statement';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { TYPING_ROWS, type TypingRow } from './typing-rows';

const scalar = (id: string): SymbolDeclaration => ({
  id,
  latex: id,
  type: { kind: 'scalar', domain: 'real' },
});
const table = tableOf([
  ...['a', 'b', 'x', 'm', 'n'].map(scalar),
  { id: 'A', latex: 'A', type: { kind: 'matrix', shape: ['n', 'n'] } },
  { id: 'v', latex: 'v', type: { kind: 'matrix', shape: ['n', 1] } },
]);

const { always, matrices, ranges, sets, comparisons, growth } = TYPING_ROWS;

const pairs = (rows: readonly TypingRow[]) =>
  rows.map(({ typed, latex }) => [typed, latex] as const);

it.each(pairs([...always, ...matrices, ...ranges]))(
  '%s is what the card shows beside it',
  (typed, latex) => {
    const [asTyped, asShown] = [typed, latex].map((text) =>
      toLatex(readOf(text, table).tree, table),
    );
    expect(asTyped).toBe(asShown);
  },
);

describe('where something else than a value is asked for', () => {
  it.each(pairs(growth))('%s is what the card shows beside it', (typed, latex) => {
    const [asTyped, asShown] = [typed, latex].map((text) => {
      const reading = readGrowth(text, table);
      return reading.ok && growthLatex(reading.value.growth, table);
    });
    expect(asTyped).toMatch(/mathcal|Theta|Omega|^o/);
    expect(asTyped).toBe(asShown);
  });

  it.each(pairs(sets))('%s is what the card shows beside it', (typed, latex) => {
    const [asTyped, asShown] = [typed, latex].map((text) => {
      const reading = readSet(text, table, { leftSides: [], variable: 'x' });
      return reading.ok && setLatex(reading.value.set, table);
    });
    expect(asTyped).toBeTruthy();
    expect(asTyped).toBe(asShown);
  });

  it.each(pairs(comparisons))('%s is what the card shows beside it', (typed, latex) => {
    const [asTyped, asShown] = [typed, latex].map((text) => {
      const reading = readRelation(text, table, []);
      return reading.ok && statementLatex(reading.value.statement, table);
    });
    expect(asTyped).toBeTruthy();
    expect(asTyped).toBe(asShown);
  });
});
