import { readField } from '@/lib/kinds/fields/read-field';
import { isScalar } from '@/lib/math/core/dimension';
import type { MathError } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { constantsIn } from '@/lib/math/families/free-constants';
import {
  mayBeImaginary,
  undeclaredConstant,
  withConstant,
} from '@/lib/math/families/undeclared-constants';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { fail, ok, type Result } from '@/lib/result';
import type { ReadAsked, SpecField } from './asked-reading';

/** `C2^x`, in which the 2 may be an index of C or the base of the power. */
const TWOFOLD = /(?<![\\A-Za-z_])[CcKkABDMNPQab][0-4]\s*\^/;
const ASK_TWOFOLD =
  'Is the digit an index, $C_2$, or a factor? Write a product sign: $C\\cdot 2^x$.';
const COMPLEX = 'Complex numbers are not read here; a person looks at it.';
const MOST_CONSTANTS = 8;
const EITHER_SIGN = /±|∓|\\pm(?![A-Za-z])|\\mp(?![A-Za-z])/g;

/** A family of functions, and whether something stands before its `=` that the part does not know. */
export interface NamedFamily {
  /** The two families that a ± stands for, else one. */
  branches: readonly Tree[];
  isNamedOtherwise: boolean;
}

function extentOf({ index, 0: { length } }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + length };
}

/** Reads a family by the symbols of the part and the usual names of constants: that of a key. */
export const readAskedFamily: ReadAsked<NamedFamily> = (text, field, table) => {
  const twofold = TWOFOLD.exec(text);
  if (twofold) return fail({ message: ASK_TWOFOLD, ...extentOf(twofold) });
  const readings = signsOf(text).map((each) => readField(each, table, field.leftSides));
  const failed = readings.find((reading) => !reading.ok);
  // Several values may be one family, `y = 0 or y = C e^x`, and nothing was compared.
  if (failed && !failed.ok) return fail(explained({ ...failed.error, isFault: undefined }));
  const values = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (!values.every(({ shape }) => isScalar(shape)))
    return fail({ message: 'A function is expected here.', start: 0, end: text.length });
  const branches = values.map(({ tree }) => tree);
  const latex = branches.map((tree) => toLatex(tree, table)).join('\\;\\vee\\;');
  const isNamedOtherwise = values.some(({ leftSide }) => leftSide === 'other');
  const ids = branches.flatMap((tree) => constantsIn(tree, field.constants));
  const free = [...new Set(ids)].map((id) => `$${table.latexOf(id)}$`);
  const names = free.length > 0 ? [`Read as free constants: ${free.join(', ')}.`] : [];
  const hints = [...new Set([...values.flatMap((value) => value.hints), ...names])];
  return ok({ answer: { branches, isNamedOtherwise }, trees: branches, latex, hints });
};

/** The text with each sign that one ± or ∓ stands for; places stay. */
function signsOf(text: string): readonly string[] {
  if (text.match(EITHER_SIGN)?.length !== 1) return [text];
  return [true, false].map((isUpper) =>
    text.replace(EITHER_SIGN, (sign) => {
      const isPlus = isUpper === (sign === '±' || sign === '\\pm');
      return (isPlus ? '+' : '-').padStart(sign.length);
    }),
  );
}

function explained(error: MathError): MathError {
  return mayBeImaginary(error) ? { ...error, message: COMPLEX, edit: undefined } : error;
}

/**
 * Reads a family as students write it: a symbol that the part did not declare is a constant of it,
 * where the answer depends on the variable, so that a variable by another name is none.
 */
export const readFreeFamily: ReadAsked<NamedFamily> = (text, field, table) => {
  const { variable } = field;
  const first = readAskedFamily(text, field, table);
  if (first.ok || variable === null) return first;
  const names = { variable: table.latexOf(variable), functions: functionNames(field) };
  let extended: SymbolTable = table;
  let reading: Result<unknown, MathError> = first;
  for (let count = 0; count < MOST_CONSTANTS && !reading.ok; count++) {
    const name = undeclaredConstant(text, reading.error, names);
    const next = name === null ? null : withConstant(extended, name);
    if (!next) return first;
    extended = next;
    reading = readAskedFamily(text, field, extended);
  }
  const last = readAskedFamily(text, field, extended);
  if (!last.ok) return first;
  const depends = last.value.trees.some((tree) => symbolsIn(tree).has(variable));
  return depends ? ok({ ...last.value, table: extended }) : first;
};

/** What stands before `=`, without its argument: the functions that are looked for. */
function functionNames({ label, leftSides }: SpecField): string[] {
  return [label, ...leftSides].map((side) => side.replace(/\(.*$/, '').trim());
}
