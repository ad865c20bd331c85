import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { accentedName } from './accented-name';
import { GREEK_NAMES, OPERATOR_WORDS } from './notation';
import type { SplitWord } from './split-words';

/** How a run of letters is cut, by what is declared. With `wholeWords` any other word is a name. */
export function wordSplitter(
  declarations: readonly SymbolDeclaration[],
  wholeWords: boolean,
): SplitWord {
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
  return Object.assign(split, { isProduct, hasGradient: hasGradient(declarations) });
}

/** Not where an author calls something else so. */
function hasGradient(declarations: readonly SymbolDeclaration[]): boolean {
  return declarations.every(({ id, latex, aliases = [] }) => {
    const forms = [latex, ...aliases];
    if (forms.includes('grad')) return false;
    return id !== 'grad' || forms.some((form) => form.includes('\\nabla'));
  });
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
