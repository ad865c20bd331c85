import { isSamePoints } from '@/lib/exam/score';
import { BrokenKeyError } from '@/lib/kinds/broken-key';
import {
  readAuthored,
  readCondition,
  readDefinitions,
  readFunctions,
} from '@/lib/kinds/fields/read-authored';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { CompareOptions } from '@/lib/math/compare/outcome';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { DerivationKey, DerivationSpec } from './answer';

export interface PreparedDerivation {
  table: SymbolTable;
  problem: Tree;
  result: Tree;
  misconceptions: readonly { tree: Tree; message: string; setup: number; result: number }[];
  compareOptions: Omit<CompareOptions, 'seed'>;
}

/** Reads a part's key; throws `BrokenKeyError` where the author's formulas cannot be read. */
export function prepareDerivation(
  spec: DerivationSpec,
  key: DerivationKey,
  points: number,
): PreparedDerivation {
  const symbols = tableOfPart(spec);
  if (!symbols.ok)
    throw new BrokenKeyError(`symbols: ${symbols.error.map(({ message }) => message).join('; ')}`);
  const table = symbols.value;
  const { setup, steps, result } = key.shares;
  const sum = setup + steps + result;
  if (!isSamePoints(sum, points))
    throw new BrokenKeyError(`the shares sum to ${sum}, the part has ${points}`);
  const tree = (what: string, text: string) => readAuthored(what, text, table, spec.leftSides).tree;
  return {
    table,
    problem: tree('the problem', key.problem),
    result: tree('the result', key.result),
    misconceptions: key.misconceptions.map(({ expression, ...rest }) => ({
      tree: tree('misconception', expression),
      ...rest,
    })),
    compareOptions: {
      definitions: readDefinitions(key.definitions, table),
      functions: readFunctions(key.functions, table),
      ...(key.where !== null && { where: readCondition('where', key.where, table) }),
    },
  };
}
