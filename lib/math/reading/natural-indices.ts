import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { TypedForm } from '@/lib/math/notation/typed-forms';

/** LaTeX says itself where an index ends. */
const LATEX = /[\\{}]/;
const MARK = /[_^](?=[A-Za-z0-9+-])/g;
/** What an index stands at, with the other script where that comes first. */
const BASE = /([A-Za-z]+)([_^][A-Za-z0-9]+)?$/;

export interface NaturalIndices {
  text: string;
  /** For each character its offset in what was typed, and that of the end. */
  offsets: readonly number[];
  hints: readonly string[];
}

/**
 * Plain text with its indices in braces where a declared symbol is longer than TeX would read:
 * `x_t-1` is `x_{t-1}` where that is declared, and the longest declared form wins; in a visual field
 * the same keys give the same. A space ends an index, `x_t - 1`. Null for LaTeX, and where nothing is
 * longer.
 */
export function withNaturalIndices(source: string, table: SymbolTable): NaturalIndices | null {
  if (LATEX.test(source) || !/[_^]/.test(source)) return null;
  let text = '';
  const offsets: number[] = [];
  const hints: string[] = [];
  const copy = (until: number, from: number) => {
    for (let at = from; at < until; at++) offsets.push(at);
    text += source.slice(from, until);
  };
  let at = 0;
  for (const { index: markAt, 0: mark } of source.matchAll(MARK)) {
    const base = markAt < at ? null : BASE.exec(source.slice(0, markAt));
    const content = base && longestFrom(source, markAt, base, table.typedForms);
    if (!base || content === null) continue;
    copy(markAt + 1, at);
    const end = markAt + 1 + content.length;
    offsets.push(markAt + 1);
    text += '{';
    copy(end, markAt + 1);
    offsets.push(end);
    text += '}';
    at = end;
    const spaced = source.slice(base.index, end).replace(/([-+])/, ' $1 ');
    hints.push(
      `$${base[1]}${mark}{${content}}$ is read as one symbol; with spaces, ${spaced}, it is not.`,
    );
  }
  if (at === 0) return null;
  copy(source.length, at);
  offsets.push(source.length);
  return { text, offsets, hints };
}

/** The longest index of a declared form that stands behind a mark and is more than TeX would take. */
function longestFrom(
  source: string,
  markAt: number,
  [, base = '', script = '']: RegExpExecArray,
  forms: readonly TypedForm[],
): string | null {
  const mark = source[markAt];
  // `x_a_b` has no second index of x.
  if (mark !== undefined && script.startsWith(mark)) return null;
  const other = script === '' ? null : script.slice(1);
  const rest = source.slice(markAt + 1);
  let longest = '';
  for (const form of forms) {
    const [own, beside] = mark === '_' ? [form.sub, form.sup] : [form.sup, form.sub];
    if (form.base !== base || own.length < 2 || !rest.startsWith(own)) continue;
    if (other !== null && beside !== other) continue;
    // `x_t-10` is no `x_{t-1}0`.
    if (/[0-9]/.test(rest[own.length] ?? '') && /[0-9]$/.test(own)) continue;
    if (own.length > longest.length) longest = own;
  }
  // A word or a number is read whole anyway.
  return longest === '' || /^[A-Za-z]+$|^[0-9]+$/.test(longest) ? null : longest;
}
