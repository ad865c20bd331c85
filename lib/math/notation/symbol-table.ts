import type { SymbolDeclaration, SymbolType } from '@/lib/math/core/declaration';
import { type MathError, MathProblem } from '@/lib/math/core/error';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { fail, ok, type Result } from '@/lib/result';
import { canonicalItem, type Item } from './item';
import { layOut } from './layout';
import { GREEK_NAMES, OPERATOR_WORDS } from './notation';
import type { SplitWord } from './split-words';
import { tokenize } from './tokens';

/** A declared symbol found in a layout. */
export interface FoundSymbol {
  id: string;
  /** How many items it takes. */
  length: number;
  /** Scripts of its last item that are not part of its written form. */
  sup: readonly Item[] | null;
  primes: number;
}

/** The symbols that a formula may use, by every way to write them. */
export interface SymbolTable {
  readonly declarations: ReadonlyMap<string, SymbolDeclaration>;
  /** What undeclared names are; null where they are errors. */
  readonly defaultScalar: { domain: string } | null;
  readonly decimalComma: boolean;
  /** `i` is the imaginary unit unless it is declared. */
  readonly complex: boolean;
  readonly splitWord: SplitWord;
  /** Functions of numbers may be taken of matrices, entry by entry. */
  readonly elementwise: boolean;
  /** The variable that `[F]_a^b` runs over where it does not say so; LaTeX. */
  readonly variable: string | null;
  /** Named dimensions, by how they are written. */
  readonly dimensions: ReadonlyMap<string, string>;
  readonly hasMatrices: boolean;
  /** Whether a declared symbol is written so. */
  declares: (form: string) => boolean;
  /** The longest declared form that starts at `items[at]`. */
  find: (items: readonly Item[], at: number) => FoundSymbol | null;
  typeOf: (id: string) => SymbolType | null;
  latexOf: (id: string) => string;
}

/** What else a part may say of its symbols. */
export interface TableOptions {
  /** What undeclared names are; without it they are errors. */
  defaultScalar?: { domain: string };
  decimalComma?: boolean;
  elementwise?: boolean;
  variable?: string;
}

/**
 * Builds the table of a part. A form that two symbols claim, or that cannot be read, is an error of
 * the author; all of them are reported.
 */
export function symbolTable(
  declarations: readonly SymbolDeclaration[],
  options: TableOptions = {},
): Result<SymbolTable, MathError[]> {
  const { decimalComma = false, elementwise = false } = options;
  const defaultScalar = options.defaultScalar ?? null;
  const splitWord = wordSplitter(declarations, defaultScalar !== null);
  const forms = writtenForms(declarations, splitWord);
  if (!forms.ok) return forms;
  const byId = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const complex =
    defaultScalar?.domain === 'complex' ||
    declarations.some(({ type }) => type.kind === 'scalar' && type.domain === 'complex');
  return ok({
    declarations: byId,
    defaultScalar,
    decimalComma,
    complex,
    splitWord,
    elementwise,
    variable: options.variable ?? null,
    dimensions: dimensionsOf(declarations, splitWord),
    hasMatrices: declarations.some(({ type }) => type.kind !== 'scalar'),
    declares: (form) => forms.value.ids.has(form),
    find: (items, at) => find(forms.value, items, at),
    typeOf: (id) => {
      const declared = byId.get(id);
      if (declared) return declared.type;
      return defaultScalar ? { kind: 'scalar', domain: defaultScalar.domain } : null;
    },
    latexOf: (id) => byId.get(id)?.latex ?? undeclaredLatex(id),
  });
}

/** By which forms symbols are written, as canonical items. */
interface WrittenForms {
  ids: Map<string, string>;
  /** Forms like `∂l/∂f`, in which an exponent belongs to the last letter. */
  slashed: Set<string>;
  /** Forms like `x1` for `x_1`, of which the two parts have to stand close to one another. */
  close: Set<string>;
  /** Items of the longest form. */
  longest: number;
}

function writtenForms(
  declarations: readonly SymbolDeclaration[],
  splitWord: SplitWord,
): Result<WrittenForms, MathError[]> {
  const forms: WrittenForms = {
    ids: new Map(),
    slashed: new Set(),
    close: new Set(),
    longest: 1,
  };
  const problems = declarations.flatMap(({ id, latex, aliases = [] }) =>
    [latex, ...aliases, id].flatMap((form) => addForm(forms, id, form, splitWord) ?? []),
  );
  if (problems.length > 0) return fail(problems);
  addVariants(forms, declarations);
  return ok(forms);
}

/** Adds a form of a symbol; returns what is wrong with it, or null. */
function addForm(
  forms: WrittenForms,
  id: string,
  form: string,
  splitWord: SplitWord,
): MathError | null {
  const items = layOutForm(form, splitWord);
  if (!items.ok) {
    const message = `Symbol ${id}: “${form}” cannot be read. ${items.error.message}`;
    return { ...items.error, message };
  }
  const key = items.value.map(canonicalItem).join(' ');
  const other = forms.ids.get(key);
  if (other !== undefined && other !== id) {
    // The id of one may be the plain form of another; what is declared as a form wins.
    if (form === id) return null;
    const message = `“${form}” is a written form of both ${other} and ${id}.`;
    return { message, start: 0, end: form.length };
  }
  forms.ids.set(key, id);
  forms.longest = Math.max(forms.longest, items.value.length);
  const slashed = slashedDerivative(items.value);
  if (slashed && !forms.ids.has(slashed.key)) {
    forms.ids.set(slashed.key, id);
    forms.slashed.add(slashed.key);
    forms.longest = Math.max(forms.longest, slashed.length);
  }
  return null;
}

/** Other ways to write what is declared, as long as no declared symbol is written so. */
function addVariants(forms: WrittenForms, declarations: readonly SymbolDeclaration[]): void {
  const vectors = new Set(
    declarations.flatMap(({ id, type }) =>
      type.kind === 'matrix' && type.shape[1] === 1 ? [id] : [],
    ),
  );
  for (const [key, id] of [...forms.ids]) {
    const arrows = vectors.has(id) ? withArrow(key) : [];
    for (const variant of [...variantsOf(key), ...arrows])
      if (!forms.ids.has(variant)) forms.ids.set(variant, id);
    // `x1` for `x_1`, `W2` for `W^{(2)}`: the number has to stand close to the letter.
    const [, letter, digits] =
      /^(\\?[A-Za-z]+)(?:_\{(\d+)\}|\^\{\( (\d+) \)\})$/
        .exec(key)
        ?.filter((part) => part !== undefined) ?? [];
    const close = letter === undefined ? null : `${letter} ${digits}`;
    if (close === null || forms.ids.has(close)) continue;
    forms.ids.set(close, id);
    forms.close.add(close);
    forms.longest = Math.max(forms.longest, 2);
  }
  for (const { id, latex, aliases = [] } of declarations) {
    for (const name of [latex, ...aliases].flatMap((form) => accentedName(form) ?? [])) {
      for (const variant of [
        `\\${name.word}`,
        `${letterKey(name.letter)}_{${[...name.accent].join(' ')}}`,
      ])
        if (!forms.ids.has(variant)) forms.ids.set(variant, id);
    }
  }
}

function letterKey(letter: string): string {
  return letter.length === 1 ? letter : `\\${letter}`;
}

/** `\vec v` and `v` are one vector. */
function withArrow(key: string): string[] {
  const bare = /^\\vec\{(.+)\}$/.exec(key)?.[1];
  if (bare !== undefined) return [bare];
  const [, letter, index = ''] = /^(\\?[A-Za-z]+)(_\{.*\})?$/.exec(key) ?? [];
  return letter === undefined ? [] : [`\\vec{${letter}}${index}`];
}

/** A written form with its Greek letters in their other shapes, and ℓ as the letter it is. */
function variantsOf(key: string): string[] {
  return [
    key.replace(/\\var(epsilon|theta|phi|rho|sigma|kappa)/g, '\\$1'),
    key.replace(/\\(epsilon|theta|phi|rho|sigma|kappa)/g, '\\var$1'),
    key.replace(/\\ell(?![A-Za-z])/g, 'l'),
    key.replace(/(?<![\\A-Za-z])l(?![A-Za-z])/g, '\\ell'),
  ];
}

function dimensionsOf(
  declarations: readonly SymbolDeclaration[],
  splitWord: SplitWord,
): ReadonlyMap<string, string> {
  const sizes = declarations.flatMap(({ type }) => {
    if (type.kind === 'matrix') return type.shape;
    return type.kind === 'function' ? [...type.from.flat(), ...type.to] : [];
  });
  const names = new Map<string, string>();
  for (const size of sizes) {
    const items = typeof size === 'string' ? layOutForm(size, splitWord) : null;
    if (typeof size === 'string' && items?.ok)
      names.set(items.value.map(canonicalItem).join(' '), size);
  }
  return names;
}

function layOutForm(form: string, splitWord: SplitWord): Result<readonly Item[], MathError> {
  try {
    return ok(layOut(tokenize(form, false), splitWord));
  } catch (error) {
    if (error instanceof MathProblem) return fail(error.problem);
    throw error;
  }
}

function find(
  { ids, slashed, close, longest }: WrittenForms,
  items: readonly Item[],
  at: number,
): FoundSymbol | null {
  for (let length = Math.min(longest, items.length - at); length >= 1; length--) {
    const last = items[at + length - 1];
    if (!last) continue;
    const before = items.slice(at, at + length - 1).map(canonicalItem);
    for (const { item, sup, primes } of readings(last)) {
      const key = [...before, canonicalItem(item)].join(' ');
      const id = ids.get(key);
      if (id === undefined) continue;
      // In `∂l/∂f^2` the exponent is not the derivative's.
      if (slashed.has(key) && (sup || primes > 0)) continue;
      if (close.has(key) && items[at]?.end !== last.start) continue;
      return { id, length, sup, primes };
    }
  }
  return null;
}

/** `\frac{\partial l}{\partial f}` is also written `∂l/∂f`, and `\frac{dl}{df}` `dl/df`. */
function slashedDerivative(items: readonly Item[]): { key: string; length: number } | null {
  const [only] = items;
  if (items.length !== 1 || only?.base.type !== 'fraction' || only.sub || only.sup) return null;
  const { top, bottom } = only.base;
  const isDerivative = [top, bottom].every(
    ([first]) =>
      (first?.base.type === 'command' && first.base.text === 'partial') ||
      (first?.base.type === 'letter' && first.base.text === 'd'),
  );
  if (!isDerivative) return null;
  const key = [...top.map(canonicalItem), '/', ...bottom.map(canonicalItem)].join(' ');
  return { key, length: top.length + 1 + bottom.length };
}

/** The ways in which scripts can belong to a symbol or to what is done with it, the longest first. */
function* readings(
  item: Item,
): Generator<{ item: Item; sup: readonly Item[] | null; primes: number }> {
  const { sub, sup, primes } = item;
  yield { item, sup: null, primes: 0 };
  if (primes > 0) yield { item: { ...item, primes: 0 }, sup: null, primes };
  if (sup) {
    // `J_v^{g\top}`: the index of the symbol and the transposition in one exponent.
    if (sup.length > 1)
      yield { item: { ...item, sup: sup.slice(0, -1) }, sup: sup.slice(-1), primes };
    // `W^{(2)^T}`: the transposition stands above the bracket of the index.
    const end = sup.at(-1);
    if (end?.sup) {
      const index = [...sup.slice(0, -1), { ...end, sup: null }];
      yield { item: { ...item, sup: index }, sup: end.sup, primes };
    }
    yield { item: { ...item, sup: null, primes: 0 }, sup, primes };
  }
  // A field in which the caret is still in the index writes `J_{f^{g}}` for `J_f^g`.
  const inner = sub?.at(-1);
  if (sub && inner?.sup) {
    const flat = [...sub.slice(0, -1), { ...inner, sup: null }];
    yield { item: { ...item, sub: flat, sup: inner.sup }, sup, primes };
    // The same with an exponent that is none of the symbol's: `J_{a^{T}}` for `J_a^T`.
    if (!sup) yield { item: { ...item, sub: flat, sup: null }, sup: inner.sup, primes };
  }
}

function wordSplitter(declarations: readonly SymbolDeclaration[], wholeWords: boolean): SplitWord {
  const written = declarations.flatMap(({ id, latex, aliases = [] }) => [id, latex, ...aliases]);
  const accented = written.flatMap((form) => accentedName(form)?.word ?? []);
  const accents = written.flatMap((form) => accentedName(form)?.accent ?? []);
  const words = new Set([...written.filter((form) => /^[A-Za-z]{2,}$/.test(form)), ...accented]);
  const letters = new Set(written.filter((form) => /^[A-Za-z]$/.test(form)));
  const matrices = declarations.some(({ type }) => type.kind === 'matrix');
  const commands = new Set(written.flatMap((form) => /^\\([A-Za-z]+)$/.exec(form)?.[1] ?? []));
  const isName = (name: string) =>
    words.has(name) ||
    commands.has(name) ||
    FUNCTION_NAMES.has(name) ||
    OPERATOR_WORDS.has(name) ||
    name === 'inf' ||
    name === 'pi' ||
    (GREEK_NAMES.has(name) && ![...name].every((letter) => letters.has(letter)));
  const nameOf = (typed: string) => {
    if (isName(typed)) return typed;
    const lower = typed.toLowerCase();
    // `Cos` and `Ln`, as some write them.
    const isCapitalised = typed.slice(1) === lower.slice(1) && FUNCTION_NAMES.has(lower);
    return isCapitalised ? lower : null;
  };
  // The `hat` in `y_hat` stays together, and is no name by itself.
  const isWhole = (typed: string) => accents.includes(typed) || nameOf(typed) !== null;
  // `AB` of two declared letters is their product.
  // And so is the `Tv` in `v^Tv`, where T can be a transposition.
  const isProduct = (word: string) =>
    !words.has(word) &&
    [...word].every((letter) => letters.has(letter) || (letter === 'T' && matrices));
  const split = (word: string) => {
    if (isProduct(word)) return [...word].map((text) => ({ text, isName: false }));
    if (wholeWords && !isName(word)) return wholeWord(word);
    const pieces: { text: string; isName: boolean; typed: string }[] = [];
    for (let at = 0; at < word.length; ) {
      let length = Math.min(12, word.length - at);
      while (length > 1 && !isWhole(word.slice(at, at + length))) length--;
      const typed = word.slice(at, at + length);
      const name = length > 1 ? nameOf(typed) : null;
      pieces.push({ text: name ?? typed, isName: name !== null, typed });
      at += length;
    }
    return pieces;
  };
  return Object.assign(split, { isProduct });
}

/** `\hat y` is also typed `yhat` and `y_hat`. */
function accentedName(form: string): { letter: string; accent: string; word: string } | null {
  const [, accent, braced, bare] =
    /^\\(hat|bar|tilde|vec|dot|ddot)\s*(?:\{\s*\\?([A-Za-z]+)\s*\}|\s\\?([A-Za-z]+))$/.exec(form) ??
    [];
  const letter = braced ?? bare;
  return accent && letter ? { letter, accent, word: letter + accent } : null;
}

/** Where any name may be a symbol, a word is one, except `sinx` and the like. */
function wholeWord(word: string): readonly { text: string; isName: boolean }[] {
  const name = word.slice(0, -1);
  if (name.length > 1 && FUNCTION_NAMES.has(name)) {
    return [
      { text: name, isName: true },
      { text: word.slice(-1), isName: false },
    ];
  }
  return [{ text: word, isName: false }];
}

function undeclaredLatex(id: string): string {
  return /^[A-Za-z]{2,}$/.test(id) ? `\\mathrm{${id}}` : id;
}
