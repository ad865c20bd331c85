import type { FieldReader } from '@/lib/kinds/fields/field-reader';
import { readField } from '@/lib/kinds/fields/read-field';
import { tableOfPart } from '@/lib/kinds/fields/symbols';
import type { FormulaSpec } from '@/lib/kinds/formula/answer';
import { isScalar } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { constantsIn, freeConstants } from '@/lib/math/families/free-constants';
import { type GrowthClass, growthLatex, readGrowth } from '@/lib/math/growth/read-growth';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { readRelation } from '@/lib/math/sets/read-relation';
import { readSet } from '@/lib/math/sets/read-set';
import { expressionsOf, type SetTree, setLatex } from '@/lib/math/sets/set';
import { relationsOf, type Statement, statementLatex } from '@/lib/math/sets/statement';
import { fail, ok, type Result } from '@/lib/result';

/** A field of a part, as its students see it. */
export type SpecField = FormulaSpec['fields'][number];

/** What may be asked for besides a value. */
export type Asked = Exclude<SpecField['asks'], 'value'>;

/** An answer that is no value, read: what it is, its expressions, and how it is shown. */
interface AskedReading<Answer> {
  answer: Answer;
  /** The answer where a comma or the word “and” means the other of what it may. */
  otherwise?: Answer | null;
  trees: readonly Tree[];
  latex: string;
  hints: readonly string[];
}

/** Reads an answer of one form; the same for the preview, the finder of what is unread and the grader. */
export type ReadAsked<Answer> = (
  text: string,
  field: SpecField,
  table: SymbolTable,
) => Result<AskedReading<Answer>, MathError>;

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

/** `C2^x`, in which the 2 may be an index of C or the base of the power. */
const TWOFOLD = /(?<![\\A-Za-z_])[CcKkABDMNPQab][0-4]\s*\^/;
const ASK_TWOFOLD =
  'Is the digit an index, $C_2$, or a factor? Write a product sign: $C\\cdot 2^x$.';

function extentOf({ index, 0: { length } }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + length };
}

/** A family of functions, and whether something stands before its `=` that the part does not know. */
export interface NamedFamily {
  tree: Tree;
  isNamedOtherwise: boolean;
}

export const readAskedFamily: ReadAsked<NamedFamily> = (text, { leftSides, constants }, table) => {
  const twofold = TWOFOLD.exec(text);
  if (twofold) return fail({ message: ASK_TWOFOLD, ...extentOf(twofold) });
  const reading = readField(text, table, leftSides);
  // Several values may be one family, `y = 0 or y = C e^x`, and nothing was compared.
  if (!reading.ok) return fail({ ...reading.error, isFault: undefined });
  const { tree, shape, leftSide, hints } = reading.value;
  if (!isScalar(shape))
    return fail({ message: 'A function is expected here.', start: 0, end: text.length });
  const latex = toLatex(tree, table);
  const answer = { tree, isNamedOtherwise: leftSide === 'other' };
  const free = constantsIn(tree, constants).map((id) => `$${table.latexOf(id)}$`);
  const names = free.length > 0 ? [`Read as free constants: ${free.join(', ')}.`] : [];
  return ok({ answer, trees: [tree], latex, hints: [...hints, ...names] });
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
  general_solution: readAskedFamily,
  growth: readAskedGrowth,
};

/** How a field is read that asks for no value; undefined where it asks for one, or the symbols cannot be used. */
export function askedReader(field: SpecField, spec: FormulaSpec): FieldReader | undefined {
  const { asks } = field;
  if (asks === 'value') return undefined;
  const table = askedTable(field, spec);
  return table.ok ? (text) => READERS[asks](text, field, table.value) : undefined;
}
