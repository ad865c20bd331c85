import { caught, type MathError, MathProblem, withEditIn } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { FOREIGN_SYMBOL } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { blank, withoutOrnaments } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';
import { isStruckOut, withoutTypesetting } from '@/lib/math/notation/typesetting';
import { fail, ok, type Result } from '@/lib/result';
import { withoutAsides } from './asides';
import { splitAt, splitChain } from './chain';
import { placedIn, withNaturalIndices } from './natural-indices';
import { oneAnswer } from './several-answers';
import { solvedFor } from './solved';

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

interface Options {
  leftSides?: readonly string[];
  bound?: readonly string[];
}

/**
 * Reads a formula, LaTeX or plain text, in time linear in its length. It may begin with one of
 * `leftSides` (LaTeX) or any other left side and `=`, and may be a chain of steps `a = b = c`.
 * Names in `bound` stand for the arguments of the function whose body this is. Of several answers
 * none is read.
 */
export function read(
  source: string,
  table: SymbolTable,
  options: Options = {},
): Result<Reading, MathError> {
  const natural = withNaturalIndices(source, table);
  if (!natural) return readWithEitherComma(source, table, options);
  const reading = readWithEitherComma(natural.text, table, options);
  if (reading.ok)
    return ok({ ...reading.value, hints: [...reading.value.hints, ...natural.hints] });
  return fail(placedIn(reading.error, natural));
}

function readWithEitherComma(
  source: string,
  table: SymbolTable,
  options: Options,
): Result<Reading, MathError> {
  const reading = readAs(source, table, options, table.decimalComma);
  if (reading.ok) return reading;
  const comma = commaIn(source, reading.error);
  if (!comma) return fail(withEditIn(source, reading.error));
  if (comma.mayBeOfThousands) {
    const message = `Is $${comma.latex}$ a thousand or a decimal number? Write $${comma.plain}$ or $${comma.decimal}0$.`;
    return fail(withEditIn(source, { ...reading.error, message }));
  }
  const withComma = readAs(source, table, options, true);
  if (!withComma.ok) return fail(withEditIn(source, reading.error));
  const hint = `A comma between digits is read as a decimal point: $${comma.latex}$ reads $${comma.decimal}$.`;
  return ok({ ...withComma.value, hints: [...withComma.value.hints, hint] });
}

function readAs(
  source: string,
  table: SymbolTable,
  options: Options,
  decimalComma: boolean,
): Result<Reading, MathError> {
  const { leftSides = [], bound } = options;
  return caught(() => {
    if (isStruckOut(source)) throw struckOut(source);
    const plain = withoutTypesetting(unwrapped(source));
    const { text, condition, hints } = withoutAsides(plain, table);
    const written = layOut(tokenize(withoutOrnaments(text), decimalComma), table.splitWord);
    const field: FieldOptions = {
      source,
      table,
      bound,
      isAsked: (items) => isOneOf(items, leftSides, table),
      leftSides,
    };
    const one = oneAnswer(written, {
      isAsked: field.isAsked,
      mustRead: (value) => void parse(splitChain(value).at(-1) ?? [], table, bound),
      hint: (sentence) => void hints.push(sentence),
    });
    const chain = readChain(withEstimateLed(one, field.isAsked), field);
    hints.push(...chain.hints);
    if (condition.trim() === '') return { ...chain, hints };
    return { ...chain, tree: restricted(chain.tree, condition, table), hints };
  });
}

function struckOut(source: string): MathProblem {
  const message = 'What is crossed out is not read. Take it away, or write it again.';
  return new MathProblem({ message, start: 0, end: source.length });
}

/** A formula that has a value only where its condition holds. */
function restricted(value: Tree, condition: string, table: SymbolTable): Tree {
  const items = layOut(tokenize(condition, table.decimalComma), table.splitWord);
  const { tree } = parse(items, table);
  if (!['relation', 'multiply', 'hadamard'].includes(tree.kind)) {
    const start = condition.search(/\S/);
    const message = 'Behind “if” a condition is expected, such as $x > 0$.';
    throw new MathProblem({ message, start, end: condition.length });
  }
  return { kind: 'cases', branches: [{ value, condition: tree }] };
}

interface FieldOptions {
  source: string;
  table: SymbolTable;
  bound: readonly string[] | undefined;
  isAsked: (items: readonly Item[]) => boolean;
  leftSides: readonly string[];
}

function readChain(
  items: readonly Item[],
  { source, table, bound, isAsked, leftSides }: FieldOptions,
): Reading {
  const { exact, rounded } = withoutRounding(items);
  const solved = solvedEquation(splitChain(exact), { table, isAsked, leftSides });
  if (solved) return solved;
  const members = withoutName(splitChain(exact), table, isAsked);
  const last = members.at(-1) ?? [];
  if (last.length === 0) {
    const message =
      members.length > 1 ? 'Something is missing after “=”.' : 'There is nothing to read.';
    throw new MathProblem({ message, start: source.length, end: source.length });
  }
  const [first, ...others] = members;
  const hasLeftSide = first !== undefined && others.length > 0 && isAsked(first);
  const steps = hasLeftSide || first?.length === 0 ? others : members;
  const { tree, hints, steps: work } = parseUnlessAsked(last, { source, table, bound, isAsked });
  // An earlier step may use symbols of its own, as `x_{t+1} = x_t - \varepsilon v_{t+1} = …` does;
  // what counts is where the chain arrives.
  const earlier = steps.slice(0, -1).map((step) => {
    const parsed = step.length === 0 ? null : caught(() => parse(step, table).tree);
    return parsed?.ok ? parsed.value : null;
  });
  const isOther = steps === members && earlier[0] === null;
  const leftSide: Reading['leftSide'] = hasLeftSide ? 'known' : isOther ? 'other' : 'none';
  const chain = [...earlier.filter((step) => step !== null), tree];
  const isPassedOver = earlier.slice(isOther ? 1 : 0).includes(null);
  const said = [...hints, ...(rounded ? [ROUNDED] : []), ...(isPassedOver ? [PASSED_OVER] : [])];
  return { tree, chain, leftSide, hints: said, steps: work };
}

/** `y - x = a` where y is asked for. */
function solvedEquation(
  members: readonly Item[][],
  { table, isAsked, leftSides }: Pick<FieldOptions, 'table' | 'isAsked' | 'leftSides'>,
): Reading | null {
  const [first = [], last = []] = [members[0], members.at(-1)];
  if (members.length < 2 || first.length === 0 || last.length === 0 || members.some(isAsked))
    return null;
  const solved = solvedFor(first, last, leftSides, table);
  if (!solved) return null;
  const { tree, name } = solved;
  const hints = [`The equation is read as what it says of $${name}$.`];
  return { tree, chain: [tree], leftSide: 'none', hints, steps: 1 };
}

/** The name of what is asked for is no answer, unless it is one of the symbols. */
function parseUnlessAsked(
  items: readonly Item[],
  { source, table, bound, isAsked }: Omit<FieldOptions, 'leftSides'>,
) {
  const parsed = caught(() => parse(items, table, bound));
  if (parsed.ok) return parsed.value;
  if (!isAsked(items)) throw new MathProblem(parsed.error);
  const message = 'This is only the name of what is asked for; write what it is equal to.';
  throw new MathProblem({ message, start: 0, end: source.length, isFault: true });
}

const PASSED_OVER = 'A step before the last “=” cannot be read and is passed over.';

const ROUNDED = 'What follows $\\approx$ is taken for a rounding and is not read.';

/** `1/3 ≈ 0.33` is one third; a sign in front, `≈ 0.33`, says nothing. */
function withoutRounding(items: readonly Item[]): { exact: readonly Item[]; rounded: boolean } {
  const [first = [], second = []] = splitAt('≈', items);
  if (first.length === 0) return { exact: items.slice(1), rounded: false };
  return { exact: first, rounded: second.length > 0 };
}

/**
 * `x + 1 = f(x)`: the name may stand behind, or more in symbols that the part does not have; only
 * where what stands before it can be read.
 */
function withoutName(
  members: Item[][],
  table: SymbolTable,
  isAsked: (items: readonly Item[]) => boolean,
): Item[][] {
  const [last = [], before = []] = members.toReversed();
  if (members.length < 2 || before.length === 0 || last.length === 0) return members;
  const reading = caught(() => parse(last, table));
  // Symbols that the part does not have: an earlier member says the same without them.
  const isForeign = !reading.ok && reading.error.expected === FOREIGN_SYMBOL;
  const isName = isAsked(last) || (isBareName(last) && !reading.ok);
  const isLeft = (isName || isForeign) && caught(() => parse(before, table)).ok;
  return isLeft ? members.slice(0, -1) : members;
}

/** A letter with its index, or a derivative such as `dy/dx`. */
function isBareName(items: readonly Item[]): boolean {
  const written = canonical(items)
    .replace(/[()]\s?/g, '')
    .trim();
  return (
    /^\\?[A-Za-z]+(?:_\{[^{}]*\})?$/.test(written) ||
    /^(?:\\frac\{)?(?:d|\\partial) [^/{}]{1,20}(?: \/ |\}\{)(?:d|\\partial) [^/{}]{1,20}\}?$/.test(
      written,
    )
  );
}

interface Comma {
  latex: string;
  plain: string;
  decimal: string;
  /** Three digits follow, and it may separate thousands as well. */
  mayBeOfThousands: boolean;
}

/** The number with a comma that an error is about; null where it is about something else. */
function commaIn(source: string, { expected, start }: MathError): Comma | null {
  if (expected !== 'a point') return null;
  const [, whole] = /(\d+)$/.exec(source.slice(0, start)) ?? [];
  const [, digits] = /^,(\d+)/.exec(source.slice(start)) ?? [];
  if (whole === undefined || digits === undefined) return null;
  return {
    latex: `${whole}{,}${digits}`,
    plain: whole + digits,
    decimal: `${whole}.${digits}`,
    mayBeOfThousands: digits.length === 3 && whole !== '0',
  };
}

/** Reads a statement such as `l > 0` or `a = b`, of which every side is kept. */
export function readStatement(source: string, table: SymbolTable): Result<Tree, MathError> {
  return caught(() => {
    const items = layOut(tokenize(source, table.decimalComma), table.splitWord);
    return parse(items, table).tree;
  });
}

/** Dollars around a formula and punctuation behind it are typing, not mathematics; places stay. */
export function unwrapped(source: string): string {
  return source
    .replace(/^\s*(?:\$+|\\\(|\\\[)|(?:\$+|\\\)|\\\])\s*$/g, blank)
    .replace(/(?<=[^\d\s.\\])\.\s*$|(?<=[^\s\\])[,;]\s*$/, blank);
}

/** `\nabla_w L \approx …`: an estimator is said to be about what it estimates, and is the answer. */
function withEstimateLed(
  items: readonly Item[],
  isAsked: (items: readonly Item[]) => boolean,
): readonly Item[] {
  const at = items.findIndex((item) => isMark(item, '≈') || isMark(item, '='));
  const sign = items[at];
  if (!sign || !isMark(sign, '≈') || !isAsked(items.slice(0, at))) return items;
  return items.with(at, { ...sign, base: { type: 'mark', text: '=' } });
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
