import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/math/compare/compare';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { readOf, tableOf } from '@/lib/math/testing/tables';
import { adversarial } from './adversarial';
import { algebra } from './algebra';
import { calculus } from './calculus';
import type { Group } from './case';
import { domains } from './domains';
import { laws } from './laws';
import { linearAlgebra } from './linear-algebra';
import { machineLearning } from './machine-learning';
import { numbers } from './numbers';
import { operators } from './operators';
import { probability } from './probability';
import { trigonometry } from './trigonometry';

const files: readonly [string, readonly Group[]][] = [
  ['algebra', algebra],
  ['domains', domains],
  ['calculus', calculus],
  ['trigonometry', trigonometry],
  ['linear algebra', linearAlgebra],
  ['probability', probability],
  ['laws', laws],
  ['machine learning', machineLearning],
  ['numbers', numbers],
  ['operators', operators],
  ['adversarial', adversarial],
];

/** A side that must be readable and have a shape. */
function treeOf(source: string, table: SymbolTable): Tree {
  const { tree } = readOf(source, table);
  const shape = shapeOf(tree, table);
  if (!shape.ok) throw new Error(`${source}: ${shape.error.message}`);
  return tree;
}

for (const [file, groups] of files) {
  for (const { name, symbols, pairs } of groups) {
    describe(`${file}: ${name}`, () => {
      const table = tableOf(symbols);

      for (const [reference, answer, verdict, note] of pairs) {
        it(`${reference} and ${answer}: ${verdict}${note ? ` (${note})` : ''}`, () => {
          const [expected, answered] = [treeOf(reference, table), treeOf(answer, table)];
          const outcome = compare(expected, answered, table, { seed: 'golden' });
          expect(outcome.verdict, JSON.stringify(outcome)).toBe(verdict);
          if (outcome.verdict === 'wrong')
            expect(outcome.witness.reference).not.toBe(outcome.witness.answer);
        });
      }
    });
  }
}

it('is large, and tries to deceive', () => {
  const pairs = files.flatMap(([, groups]) => groups.flatMap((group) => group.pairs));
  const wrong = pairs.filter(([, , verdict]) => verdict === 'wrong').length;
  expect(pairs.length).toBeGreaterThanOrEqual(350);
  expect(wrong / pairs.length).toBeGreaterThan(0.4);
});

it('has no pair twice', () => {
  for (const [, groups] of files) {
    for (const { name, pairs } of groups) {
      const written = pairs.map(([reference, answer]) => `${reference} ~ ${answer}`);
      expect(new Set(written).size, name).toBe(written.length);
    }
  }
});
