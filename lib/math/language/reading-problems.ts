import { AT_END, MathProblem } from '@/lib/math/core/error';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { proposeSymbol, proposeWord } from '@/lib/math/notation/propose';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** What a formula cannot be read for, and where. */

/** What is expected where a name is not declared. */
export const FOREIGN_SYMBOL = 'one of the part’s symbols';

export function problem(
  message: string,
  start: number,
  end: number,
  expected?: string,
): MathProblem {
  return new MathProblem({ message, start, end, ...(expected && { expected }) });
}

/** A bracket that is missing at the end. */
export function missingBracket(
  message: string,
  place: { start: number; end: number },
  mark: string,
): MathProblem {
  return new MathProblem({
    message,
    start: place.start,
    end: place.end,
    expected: mark,
    proposal: `add “${mark}”`,
    edit: { start: AT_END, end: AT_END, text: mark },
  });
}

/** An item that cannot stand where it stands. */
export function unexpected(item: Item): MathProblem {
  const written = item.base.type === 'mark' ? item.base.text : canonicalItem(item);
  if (written === ',') {
    const comma = 'A comma does not fit here; decimals are written with a point, 1.5.';
    return problem(comma, item.start, item.end, 'a point');
  }
  if (written === '±') {
    const twice = '± stands for two values; give the one that is asked for.';
    return problem(twice, item.start, item.end, '+ or −');
  }
  const message = `“${written}” does not fit here.`;
  return problem(message, item.start, item.end, 'a number, a symbol, an operator or the end');
}

/** A space that does not keep a command, as `\partial`, from the letter behind it. */
const NEEDLESS_SPACE = /(?<!\\[A-Za-z]+) | (?![A-Za-z])/g;

/** A name that the part does not declare, with the declared name that may be meant. */
export function unknownName(item: Item, items: readonly Item[], table: SymbolTable): MathProblem {
  const word = misspeltWord(item, items, table);
  if (word) return word;
  // `J_f^w` is shown whole: its exponent is part of the name it was taken for.
  const sup = item.sub ? item.sup : null;
  const written = canonicalItem({ ...item, sup, primes: 0 }).replace(NEEDLESS_SPACE, '');
  const proposal = proposeSymbol(item, table);
  const quoted = item.base.type !== 'letter' || item.sub ? `$${written}$` : `“${written}”`;
  const hint = proposal ? ` Did you mean $${proposal}$?` : '';
  return new MathProblem({
    message: `${quoted} is not a symbol of this part.${hint}`,
    start: item.start,
    end: item.end,
    found: written,
    expected: FOREIGN_SYMBOL,
    ...(proposal && {
      proposal,
      edit: { start: item.start, end: item.end, text: `${proposal} ` },
    }),
  });
}

/** A misspelt name, such as `lamda`: letters that stand together and mean nothing one by one. */
export function misspeltWord(
  item: Item,
  items: readonly Item[],
  table: SymbolTable,
): MathProblem | null {
  if (item.base.type !== 'letter') return null;
  let from = items.indexOf(item);
  let to = from;
  const joins = (left: Item | undefined, right: Item | undefined) =>
    left !== undefined &&
    right !== undefined &&
    isTyped(left) &&
    isTyped(right) &&
    left.end === right.start;
  while (joins(items[from - 1], items[from])) from--;
  while (joins(items[to], items[to + 1])) to++;
  const letters = items.slice(from, to + 1);
  const [first] = letters;
  const last = letters.at(-1);
  if (letters.length < 3 || !first || !last) return null;
  const written = letters.map(({ base }) => ('text' in base ? base.text : '')).join('');
  const proposal = proposeWord(written, table);
  if (!proposal) return null;
  return new MathProblem({
    message: `“${written}” is not a symbol of this part. Did you mean $${proposal}$?`,
    start: first.start,
    end: last.end,
    found: written,
    expected: FOREIGN_SYMBOL,
    proposal,
    edit: { start: first.start, end: last.end, text: `${proposal} ` },
  });
}

/** Letters, and names that were typed without a backslash, as the `eps` in `epsilo`. */
function isTyped({ base, start, end }: Item): boolean {
  if (base.type === 'letter') return true;
  return base.type === 'command' && base.text.length === end - start;
}
