import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import type { MathError } from '@/lib/math/core/error';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { fail, ok, type Result } from '@/lib/result';
import { accentedName } from './accented-name';
import { canonicalItem, type Item } from './item';
import { layOutForm } from './lay-out-form';
import { ACCENT_COMMANDS, GREEK_NAMES } from './notation';
import type { SplitWord } from './split-words';
import { asTyped } from './typed-forms';

/** By which forms symbols are written, as canonical items. */
export interface WrittenForms {
  ids: Map<string, string>;
  /** Forms like `∂l/∂f`, in which an exponent belongs to the last letter. */
  slashed: Set<string>;
  /** Forms like `x1` for `x_1`, of which the two parts have to stand close to one another. */
  close: Set<string>;
  /** Items of the longest form. */
  longest: number;
}

/** The forms of all symbols; every problem of the author's is reported. */
export function writtenForms(
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
  for (const slashed of slashedDerivatives(items.value, form, splitWord)) {
    if (forms.ids.has(slashed.key)) continue;
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

interface SlashedForm {
  key: string;
  length: number;
}

/**
 * `\frac{\partial l}{\partial f}` is also written `∂l/∂f`, and `\frac{dl}{df}` `dl/df`; in letters alone too,
 * where `dl` may be a name by itself.
 */
function slashedDerivatives(
  items: readonly Item[],
  form: string,
  splitWord: SplitWord,
): readonly SlashedForm[] {
  const [only] = items;
  if (items.length !== 1 || only?.base.type !== 'fraction' || only.sub || only.sup) return [];
  const { top, bottom } = only.base;
  if (!beginsWithDifferential(top) || !beginsWithDifferential(bottom)) return [];
  const key = [...top.map(canonicalItem), '/', ...bottom.map(canonicalItem)].join(' ');
  const slashed = { key, length: top.length + 1 + bottom.length };
  const [above, below] = [top, bottom].map((side) =>
    asTyped(form.slice(side[0]?.start, side.at(-1)?.end)),
  );
  const typed = layOutForm(`${above}/${below}`, splitWord);
  if (!typed.ok) return [slashed];
  return [slashed, { key: typed.value.map(canonicalItem).join(' '), length: typed.value.length }];
}

/** A letter d or ∂, or a name such as `dl` that an author gave to something. */
function beginsWithDifferential([first]: readonly Item[]): boolean {
  if (first?.base.type === 'letter') return first.base.text === 'd';
  if (first?.base.type !== 'command') return false;
  const { text } = first.base;
  return text === 'partial' || (/^d[A-Za-z]/.test(text) && !isKnownName(text));
}

function isKnownName(text: string): boolean {
  return GREEK_NAMES.has(text) || FUNCTION_NAMES.has(text) || ACCENT_COMMANDS.has(text);
}
