import type { FieldReader } from '@/lib/kinds/fields/field-reader';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { FormulaSpec } from '@/lib/kinds/formula/answer';
import type { MathError } from '@/lib/math/core/error';
import { freeConstants } from '@/lib/math/families/free-constants';
import { type GrowthClass, growthLatex, readGrowth } from '@/lib/math/growth/read-growth';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { readRelation } from '@/lib/math/sets/read-relation';
import { readSet } from '@/lib/math/sets/read-set';
import { expressionsOf, type SetTree, setLatex } from '@/lib/math/sets/set';
import { relationsOf, type Statement, statementLatex } from '@/lib/math/sets/statement';
import { ok, type Result } from '@/lib/result';
import type { Asked, ReadAsked, SpecField } from './asked-reading';
import { readFreeFamily } from './read-family';

export const readAskedSet: ReadAsked<SetTree> = (text, { leftSides, variable }, table) => {
  const reading = readSet(text, table, { leftSides, variable });
  if (!reading.ok) return reading;
  const { set, otherwise, hints } = reading.value;
  const latex = setLatex(set, table);
  return ok({ answer: set, otherwise, trees: expressionsOf(set), latex, hints });
};

export const readAskedRelation: ReadAsked<Statement> = (text, { leftSides }, table) => {
  const reading = readRelation(text, table, leftSides);
  if (!reading.ok) return reading;
  const { statement, otherwise, hints } = reading.value;
  const latex = statementLatex(statement, table);
  return ok({ answer: statement, otherwise, trees: relationsOf(statement), latex, hints });
};

/** The table by which a field is read that asks for no value: constants of a solution need not be declared. */
export function askedTable(
  { asks }: SpecField,
  { symbols, reading }: FormulaSpec,
): Result<SymbolTable, MathError[]> {
  if (asks !== 'general_solution') return tableOfPart({ symbols, reading });
  const { constants: _, ...rest } = reading;
  return tableOfPart({ symbols, reading: rest }, freeConstants(symbols));
}

export const readAskedGrowth: ReadAsked<GrowthClass> = (text, _, table) => {
  const reading = readGrowth(text, table);
  if (!reading.ok) return reading;
  const { growth, hints } = reading.value;
  return ok({ answer: growth, trees: [growth.inside], latex: growthLatex(growth, table), hints });
};

const READERS: Readonly<Record<Asked, ReadAsked<unknown>>> = {
  set: readAskedSet,
  relation: readAskedRelation,
  general_solution: readFreeFamily,
  growth: readAskedGrowth,
};

/** How a field is read that asks for no value; undefined where it asks for one, or the symbols cannot be used. */
export function askedReader(field: SpecField, spec: FormulaSpec): FieldReader | undefined {
  const { asks } = field;
  if (asks === 'value') return undefined;
  const table = askedTable(field, spec);
  return table.ok ? (text) => READERS[asks](text, field, table.value) : undefined;
}
