import { caught, type MathError, MathProblem, withEditIn } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { parse } from '@/lib/math/language/parse';
import { canonical, type Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import { GREEK_NAMES } from '@/lib/math/notation/notation';
import { withoutLineBreaks, withoutOrnaments } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';
import type { Result } from '@/lib/result';
import { splitChain } from './chain';
import { unwrapped } from './read';

/** The left side of a step such as `a = B C`. */
export interface StepName {
  /** One text for all ways to write it, by the symbols that the part declares. */
  form: string;
  latex: string;
  /** What else it may be written as, for a symbol table. */
  aliases: readonly string[];
  /** Written `a^\top = …`: what follows is the transpose of what is named. */
  transposed: boolean;
  start: number;
  end: number;
}

const LONGEST_NAME = 12;

/**
 * The name in front of the first `=`: a letter or a word with scripts, or any form for which
 * `isKnown` holds. Names are read by the part's own table, before any step adds to it, so that the
 * same name has the same form in every line. Fails where there is no `=` or no name before it.
 */
export function readStepName(
  source: string,
  table: SymbolTable,
  isKnown: (form: string) => boolean,
): Result<StepName, MathError> {
  return caught(() => {
    const equals = source.indexOf('=');
    // What stands behind the name may be unreadable; the line is known by its name all the same.
    const left = equals < 0 ? [] : (membersOf(source.slice(0, equals), table)[0] ?? []);
    if (equals < 0) {
      throw new MathProblem({
        message:
          'A line gives a result its name: write a name and “=” in front, as in $a = \\dots$',
        start: 0,
        end: source.length,
      });
    }
    const written = unwrappedName(left);
    const whole = nameOf(written, isKnown);
    const bare = whole ? null : withoutTranspose(written);
    const name = whole ?? (bare && nameOf(bare, isKnown));
    if (name) return { ...name, transposed: whole === null };
    const [start, end] = [left[0]?.start ?? 0, left.at(-1)?.end ?? 0];
    throw new MathProblem({
      message: 'In front of “=” there should be one name, such as $a$, $h_1$ or $\\delta$.',
      start,
      end,
    });
  });
}

/**
 * The expressions behind the name, in order: what the step computes, and what it is said to be
 * equal to. Fails where the first cannot be read; a later one that cannot is left out.
 */
export function readStepSides(source: string, table: SymbolTable): Result<Tree[], MathError> {
  const sides = caught(() => {
    const [, first = [], ...others] = membersOf(source, table);
    if (first.length === 0) {
      const message = 'Something is missing after “=”.';
      throw new MathProblem({ message, start: source.length, end: source.length });
    }
    const rest = others.flatMap((side) => {
      const tree = side.length === 0 ? null : caught(() => parse(side, table).tree);
      return tree?.ok ? [tree.value] : [];
    });
    return [parse(first, table).tree, ...rest];
  });
  return sides.ok ? sides : { ok: false, error: withEditIn(source, sides.error) };
}

/** The form of a written name, as in `StepName`; null where it cannot be read. */
export function formOf(text: string, table: SymbolTable): string | null {
  const items = caught(() => layOut(tokenize(text, table.decimalComma), table.splitWord));
  return items.ok ? canonical(unwrappedName(items.value)) : null;
}

function membersOf(source: string, table: SymbolTable): Item[][] {
  return splitChain(
    layOut(
      tokenize(withoutLineBreaks(withoutOrnaments(unwrapped(source))), table.decimalComma),
      table.splitWord,
    ),
  );
}

/** `\mathrm{tmp}` is the word tmp, `∂L/∂f` the fraction, and `:=` is `=`. */
function unwrappedName(all: readonly Item[]): readonly Item[] {
  const colon = all.at(-1);
  const items = colon && canonical([colon]) === ':' ? all.slice(0, -1) : all;
  const [only] = items;
  const slash = items.findIndex((item) => canonical([item]) === '/');
  const [top, bottom] = [items.slice(0, slash), items.slice(slash + 1)];
  if (only && slash > 0 && isDifferential(only) && isDifferential(bottom[0])) {
    const end = items.at(-1)?.end ?? only.end;
    return [{ ...only, base: { type: 'fraction', top, bottom }, sub: null, sup: null, end }];
  }
  if (items.length !== 1 || only?.base.type !== 'group') return items;
  const inner = only.base.items;
  const last = inner.at(-1);
  if (!last || last.sub || last.sup || last.primes > 0) return items;
  const { sub, sup, primes } = only;
  return [...inner.slice(0, -1), { ...last, sub, sup, primes }];
}

function withoutTranspose(items: readonly Item[]): readonly Item[] | null {
  const last = items.at(-1);
  const mark = last?.sup ? canonical(last.sup) : '';
  if (!last || (mark !== 'T' && mark !== '\\top')) return null;
  return [...items.slice(0, -1), { ...last, sup: null }];
}

function nameOf(
  items: readonly Item[],
  isKnown: (form: string) => boolean,
): Omit<StepName, 'transposed'> | null {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return null;
  const form = canonical(items);
  const mark = last.sup ? canonical(last.sup) : '';
  const isTransposed = mark === 'T' || mark === '\\top';
  if (!isKnown(form) && (isTransposed || !isName(items))) return null;
  const letters = items.every(({ base }) => base.type === 'letter');
  const scripts = canonical([last]).slice(last.base.type === 'letter' ? last.base.text.length : 0);
  const word = items
    .map(({ base }) => (base.type === 'letter' ? base.text : ''))
    .join('')
    .replaceAll(' ', '');
  const isWord = letters && word.length > 1;
  return {
    form,
    latex: isWord ? `\\mathrm{${word}}${scripts}` : form,
    aliases: isWord ? [`${word}${scripts}`] : [],
    start: first.start,
    end: last.end,
  };
}

function isName(items: readonly Item[]): boolean {
  const [first] = items;
  if (!first || items.length > LONGEST_NAME) return false;
  if (items.length === 1 && first.base.type === 'fraction') {
    const { top, bottom } = first.base;
    return [top, bottom].every((part) => isDifferential(part[0]));
  }
  if (items.length > 1 && first.base.type === 'command' && first.base.text === 'nabla')
    return items.slice(1).every((item) => isLetter(item) || canonical([item]).match(/^[()]$/));
  return items.every(
    (item, index) =>
      isLetter(item) && (index === items.length - 1 || !(item.sub || item.sup || item.primes)),
  );
}

function isDifferential(item: Item | undefined): boolean {
  if (item?.base.type === 'command') return item.base.text === 'partial';
  return item?.base.type === 'letter' && item.base.text === 'd';
}

function isLetter({ base }: Item): boolean {
  if (base.type === 'letter') return true;
  if (base.type !== 'command') return false;
  return base.under !== undefined || GREEK_NAMES.has(base.text) || base.text === 'ell';
}
