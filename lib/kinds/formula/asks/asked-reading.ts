import type { FormulaSpec } from '@/lib/kinds/formula/answer';
import type { MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';

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
  /** The symbols that it was read by, where it has some that the part does not declare. */
  table?: SymbolTable;
}

/** Reads an answer of one form; the same for the preview, the finder of what is unread and the grader. */
export type ReadAsked<Answer> = (
  text: string,
  field: SpecField,
  table: SymbolTable,
) => Result<AskedReading<Answer>, MathError>;
