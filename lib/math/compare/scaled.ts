import { isScalar } from '@/lib/math/core/dimension';
import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { CompareOptions, Outcome } from './outcome';

type Decide = (
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  options: CompareOptions,
  meter: Meter,
) => Outcome;

const ZERO: Tree = { kind: 'number', text: '0' };
/** What deciding one of the questions may cost, in units of the meter. */
const MOST_WORK = 400_000;
/** Entries of the reference among which one other than 0 is looked for. */
const MOST_ENTRIES = 4;

/**
 * Whether the answer is a multiple of the reference by one number other than 0: with a₁ and b₁ an
 * entry of both, whether b₁ a = a₁ b, and b₁/a₁ is the same everywhere and not 0. Null where it is not.
 */
export function compareScaled(
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  { upTo: _, ...options }: CompareOptions,
  decide: Decide,
): Outcome | null {
  const ask = (left: Tree, right: Tree, upTo?: CompareOptions['upTo']) =>
    decide(left, right, table, { ...options, ...(upTo && { upTo }) }, new Meter(MOST_WORK)).verdict;
  const entry = entriesOf(reference, table).find(
    (pick) => ask(pick(reference), ZERO) === 'wrong' && ask(pick(answer), ZERO) === 'wrong',
  );
  if (!entry) return null;
  const [a, b] = [entry(reference), entry(answer)];
  const ratio: Tree = { kind: 'divide', left: b, right: a };
  const ids = freeIds([a, b], options.definitions ?? new Map());
  const isNumber = ids.length === 0 || ask(ratio, ZERO, { constantIn: ids }) === 'right';
  const scaledReference: Tree = { kind: 'multiply', left: b, right: reference };
  const scaledAnswer: Tree = { kind: 'multiply', left: a, right: answer };
  const isMultiple = isNumber && ask(scaledReference, scaledAnswer) === 'right';
  return isMultiple ? { verdict: 'right', transposed: false } : null;
}

/** Ways to take one entry; of a scalar it is the scalar. */
function entriesOf(tree: Tree, table: SymbolTable): ((operand: Tree) => Tree)[] {
  const shape = shapeOf(tree, table);
  if (!shape.ok || isScalar(shape.value)) return [(operand) => operand];
  const [rows, columns] = shape.value.map((size) => (typeof size === 'number' ? size : 1));
  const places = Array.from({ length: (rows ?? 1) * (columns ?? 1) }, (_, at) => at);
  const number = (value: number): Tree => ({ kind: 'number', text: String(value) });
  return places.slice(0, MOST_ENTRIES).map((at) => (operand): Tree => {
    const [row, column] = [Math.floor(at / (columns ?? 1)) + 1, (at % (columns ?? 1)) + 1];
    const isVector = shape.value.includes(1);
    if (isVector) return { kind: 'entry', operand, row: number(at + 1), column: null };
    return { kind: 'entry', operand, row: number(row), column: number(column) };
  });
}
