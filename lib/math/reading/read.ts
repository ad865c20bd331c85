import { caught, type MathError, MathProblem, withEditIn } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { canonical, type Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { withoutOrnaments } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';
import { fail, type Result } from '@/lib/result';

export interface Reading {
  /** The answer: of several steps in one chain, the last. */
  tree: Tree;
  /** All steps that are the answer, in order; the left side it may begin with is not one. */
  chain: readonly Tree[];
  /** The left side that was dropped: one of those asked for, or one that is nothing known here. */
  leftSide: 'none' | 'known' | 'other';
  /** Sentences about rules of reading that the formula made use of; mathematics between `$…$`. */
  hints: readonly string[];
  /** How much work reading was, at most MAX_STEPS for each member of the chain. */
  steps: number;
}

/**
 * Reads a formula, LaTeX or plain text, in time linear in its length. It may begin with one of
 * `leftSides` (LaTeX) or any other left side and `=`, and may be a chain of steps `a = b = c`.
 * Names in `bound` stand for the arguments of the function whose body this is.
 */
export function read(
  source: string,
  table: SymbolTable,
  options: { leftSides?: readonly string[]; bound?: readonly string[] } = {},
): Result<Reading, MathError> {
  const reading = caught(() => {
    const written = layOut(
      tokenize(withoutOrnaments(unwrapped(source)), table.decimalComma),
      table.splitWord,
    );
    const items = withEstimateLed(written, options.leftSides ?? [], table);
    const members = splitChain(items);
    const last = members.at(-1) ?? [];
    if (last.length === 0) {
      const message =
        members.length > 1 ? 'Something is missing after “=”.' : 'There is nothing to read.';
      throw new MathProblem({ message, start: source.length, end: source.length });
    }
    const [first, ...others] = members;
    const hasLeftSide =
      first !== undefined && others.length > 0 && isOneOf(first, options.leftSides ?? [], table);
    const steps = hasLeftSide || first?.length === 0 ? others : members;
    const { tree, hints, steps: work } = parse(last, table, options.bound);
    // An earlier step may use symbols of its own, as `x_{t+1} = x_t - \varepsilon v_{t+1} = …` does;
    // what counts is where the chain arrives.
    const earlier = steps.slice(0, -1).map((step) => {
      const parsed = step.length === 0 ? null : caught(() => parse(step, table).tree);
      return parsed?.ok ? parsed.value : null;
    });
    const isOther = steps === members && earlier[0] === null;
    const leftSide: Reading['leftSide'] = hasLeftSide ? 'known' : isOther ? 'other' : 'none';
    const chain = [...earlier.filter((step) => step !== null), tree];
    return { tree, chain, leftSide, hints, steps: work };
  });
  return reading.ok ? reading : fail(withEditIn(source, reading.error));
}

/** Reads a statement such as `l > 0` or `a = b`, of which every side is kept. */
export function readStatement(source: string, table: SymbolTable): Result<Tree, MathError> {
  return caught(() => {
    const items = layOut(tokenize(source, table.decimalComma), table.splitWord);
    return parse(items, table).tree;
  });
}

/** Dollars around a formula and a full stop behind it are typing, not mathematics; places stay. */
export function unwrapped(source: string): string {
  const blank = (text: string) => ' '.repeat(text.length);
  return source
    .replace(/^\s*(?:\$+|\\\(|\\\[)|(?:\$+|\\\)|\\\])\s*$/g, blank)
    .replace(/(?<=[^\d\s.\\])[.,]\s*$|(?<=[^\s\\]);\s*$/, blank);
}

/** `\nabla_w L \approx …`: an estimator is said to be about what it estimates, and is the answer. */
function withEstimateLed(
  items: readonly Item[],
  leftSides: readonly string[],
  table: SymbolTable,
): readonly Item[] {
  const at = items.findIndex((item) => isMark(item, '≈') || isMark(item, '='));
  const sign = items[at];
  if (!sign || !isMark(sign, '≈') || !isOneOf(items.slice(0, at), leftSides, table)) return items;
  return items.with(at, { ...sign, base: { type: 'mark', text: '=' } });
}

/** Cuts at every `=` that stands in no bracket. */
export function splitChain(items: readonly Item[]): Item[][] {
  const members: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    const mark = item.base.type === 'mark' ? item.base.text : '';
    if (mark === '(' || mark === '[' || mark === '⟨') depth++;
    if (mark === ')' || mark === ']' || mark === '⟩') depth--;
    if (mark === '=' && depth === 0) members.push([]);
    else members.at(-1)?.push(item);
  }
  return members;
}

/** Whether a text is nothing but one of the left sides, with or without `=` behind it. */
export function isLeftSide(
  source: string,
  table: SymbolTable,
  leftSides: readonly string[],
): boolean {
  const items = caught(() => layOut(tokenize(unwrapped(source), false), table.splitWord));
  if (!items.ok) return false;
  const [first = [], second = [], ...others] = splitChain(items.value);
  return others.length === 0 && second.length === 0 && isOneOf(first, leftSides, table);
}

function isOneOf(items: readonly Item[], forms: readonly string[], table: SymbolTable): boolean {
  const written = canonical(items);
  return forms.some((form) => {
    const laidOut = caught(() => layOut(tokenize(form, false), table.splitWord));
    return laidOut.ok && canonical(laidOut.value) === written;
  });
}
