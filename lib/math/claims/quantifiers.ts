import { blank } from '@/lib/math/notation/ornaments';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** Names of what a statement is said for: to a colon, or to the end. */
const FOR_ALL = /(?:\\forall(?![A-Za-z])|∀)([^:]*)(:|$)/g;
const RELATION = /[<>=≤≥≠→]|\\(?:le|ge|leq|geq|leqslant|geqslant|lt|gt|ne|neq|to)(?![A-Za-z])/;
const SPACE = '(?:\\s|~|\\\\[ ,;:!]|\\\\q?quad(?![A-Za-z]))';
const PIECE = /(?:[^,;\\]|\\(?!q?quad(?![A-Za-z]))[\s\S])+/g;
/** `\alpha \ge 1`: the symbol that a condition is about. */
const ABOUT = new RegExp(`^${SPACE}*([A-Za-z]|\\\\[A-Za-z]+)`);
const SIMPLE = new RegExp(
  `^${SPACE}*(?:[A-Za-z]|\\\\[A-Za-z]+)${SPACE}*(?:[<>=≤≥≠]|\\\\[a-z]+)=?${SPACE}*[-+]?[\\w.]*${SPACE}*$`,
);
/** After `for all`: letters that are no symbols, with or without their range. */
const RANGE = new RegExp(
  `${SPACE}*([A-Za-z](?:${SPACE}*,${SPACE}*[A-Za-z])*)(?![A-Za-z_^({'])(?:${SPACE}*(?:[<>≤≥=∈]=?|\\\\(?:in|le|ge|leq|geq|leqslant|geqslant|lt|gt)(?![A-Za-z]))(?:${SPACE}*(?:\\d+|\\\\mathbb${SPACE}*\\{?[A-Z]\\}?|[A-Za-z](?![A-Za-z_^({]))(?:_0|_\\{[^{}]*\\})?)?)?`,
  'y',
);

interface Place {
  start: number;
  end: number;
}

/** A line without what its statements are said for, and where conditions on given symbols begin. */
export function withoutQuantifiers(
  source: string,
  table: SymbolTable,
): { text: string; conditions: readonly number[]; places: readonly Place[] } {
  const conditions: number[] = [];
  const places: Place[] = [];
  const text = source.replace(FOR_ALL, (whole, inner: string, colon: string, at: number) => {
    const start = at + whole.length - inner.length - colon.length;
    // `\forall t, a < b`: without a colon, what stands in front has nothing else that it is for.
    const isBehind = colon !== '' || RELATION.test(source.slice(0, at));
    const pieces = [...inner.matchAll(PIECE)];
    const last = pieces.findLastIndex(([piece]) => RELATION.test(piece));
    const kept = pieces.map(([piece], index) => {
      const isOnly = SIMPLE.test(piece) && (isBehind || index < last);
      if (!RELATION.test(piece) || (isOnly && !isAboutDeclared(piece, table))) return false;
      if (isBehind || isOnly) conditions.push(start + (pieces[index]?.index ?? 0));
      return true;
    });
    const rest = pieces.reduce((result, { 0: piece, index }, place) => {
      if (kept[place]) return result;
      return result.slice(0, index) + blank(piece) + result.slice(index + piece.length);
    }, inner);
    places.push({ start: at, end: start });
    return `;${blank(whole.slice(1, start - at))}${rest}${colon === '' ? '' : ';'}`;
  });
  return { text, conditions, places };
}

/** Whether a condition is about a symbol that is given, or written as one: `\alpha`, not `t`. */
function isAboutDeclared(piece: string, table: SymbolTable): boolean {
  const [, name] = ABOUT.exec(piece) ?? [];
  return name !== undefined && (name.startsWith('\\') || table.declares(name));
}

/** Where the letters end that follow `for all` at `at`; `at` where none do. */
export function rangeEnd(text: string, at: number, table: SymbolTable): number {
  RANGE.lastIndex = at;
  const [whole, letters = ''] = RANGE.exec(text) ?? [];
  if (whole === undefined) return at;
  return letters.split(/[^A-Za-z]+/).some((letter) => table.declares(letter))
    ? at
    : at + whole.length;
}
