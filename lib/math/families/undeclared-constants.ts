import type { MathError } from '@/lib/math/core/error';
import { FOREIGN_SYMBOL } from '@/lib/math/language/reading-problems';
import { GREEK_NAMES } from '@/lib/math/notation/notation';
import { type SymbolTable, symbolTable } from '@/lib/math/notation/symbol-table';
import { freeConstant } from './free-constants';

/** A letter, or a Greek one, that may have an index. */
const NAME = /^(?:[A-Za-z]|\\[A-Za-z]+)(?:_\{[A-Za-z0-9]{1,4}\})?$/;
/** `d` belongs to differentials, and `i` and `j` may be the imaginary unit. */
const RESERVED = ['d', 'i', 'j', '\\partial'];
const COMPLEX = ['i', 'j'];

/** What names of constants are held against. */
interface Names {
  /** How the variable of the family is written. */
  variable: string;
  /** How the functions themselves are written, as in `y(x) =`: none of these is a constant. */
  functions: readonly string[];
}

/**
 * The name of a constant that was not declared, by the fault that reading a text ended with; null
 * where the fault is another one or the name need not be a constant: letters of words, functions
 * with an argument, and what belongs to derivatives.
 */
export function undeclaredConstant(
  text: string,
  { expected, found, start, end }: MathError,
  { variable, functions }: Names,
): string | null {
  if (expected !== FOREIGN_SYMBOL || found === undefined || !NAME.test(found)) return null;
  const [base = '', index = ''] = found.split('_');
  if (base.startsWith('\\') && !GREEK_NAMES.has(base.slice(1))) return null;
  if (RESERVED.includes(base) || index.includes(variable)) return null;
  if (base.length === 1 && isOfWord(text, start, end, variable)) return null;
  // `y0` is $y_0$.
  const digit = index === '' ? /^\d/.exec(text.slice(end))?.[0] : undefined;
  const name = digit === undefined ? found : `${found}_{${digit}}`;
  const isFunction = functions.some((each) => each === name || each === name.replace('\\', ''));
  return isFunction || isApplied(text, text.slice(start, end)) ? null : name;
}

/** Whether what a text cannot be read for may be the imaginary unit. */
export function mayBeImaginary({ expected, found }: MathError): boolean {
  return expected === FOREIGN_SYMBOL && found !== undefined && COMPLEX.includes(found);
}

/** Whether a letter stands within a word; a product with the variable, as in `e^{rx}`, is none. */
function isOfWord(text: string, start: number, end: number, variable: string): boolean {
  const before = /[A-Za-z]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const after = /^[A-Za-z]*/.exec(text.slice(end))?.[0] ?? '';
  // Of `y_0` the place holds the index too, and a command in front ends with its own name.
  if (/\\$/.test(text.slice(0, start - before.length))) return false;
  return before + after !== '' && before + after !== variable;
}

/** Whether a name has an argument or a prime anywhere. */
function isApplied(text: string, written: string): boolean {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1))
    if (/^\s*(?:\\left\s*)?[('′]/.test(text.slice(at + written.length))) return true;
  return false;
}

/** The table with one more constant of families; null where the name is taken. */
export function withConstant(table: SymbolTable, latex: string): SymbolTable | null {
  const { defaultScalar, decimalComma, elementwise, variable } = table;
  const extended = symbolTable([...table.declarations.values(), freeConstant(latex)], {
    decimalComma,
    elementwise,
    ...(defaultScalar && { defaultScalar }),
    ...(variable !== null && { variable }),
  });
  return extended.ok ? extended.value : null;
}
