import type { MathError } from '@/lib/math/core/error';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { TypedForm } from '@/lib/math/notation/typed-forms';

/** LaTeX says itself where an index ends. */
const LATEX = /[\\{}]/;
const MARK = /[_^](?=[A-Za-z0-9+-])/g;

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
    const longest =
      markAt < at
        ? null
        : (rangeFrom(source, markAt) ?? longestFrom(source, markAt, table.typedForms));
    if (!longest) continue;
    const { base, content } = longest;
    copy(markAt + 1, at);
    const end = markAt + 1 + content.length;
    offsets.push(markAt + 1);
    text += '{';
    copy(end, markAt + 1);
    offsets.push(end);
    text += '}';
    at = end;
    const spaced = source.slice(base, end).replace(/([-+])/, ' $1 ');
    if (/[-+]/.test(content) && !/[=>→]/.test(content))
      hints.push(
        `$${source.slice(base, markAt)}${mark}{${content}}$ is read as one symbol; with spaces, ${spaced}, it is not.`,
      );
  }
  if (at === 0) return null;
  copy(source.length, at);
  offsets.push(source.length);
  return { text, offsets, hints };
}

/** An error with its places in what was typed. */
export function placedIn(error: MathError, { offsets }: NaturalIndices): MathError {
  const at = (place: number) => offsets[Math.min(place, offsets.length - 1)] ?? place;
  const { edit } = error;
  return {
    ...error,
    start: at(error.start),
    end: at(error.end),
    ...(edit && { edit: { ...edit, start: at(edit.start), end: at(edit.end) } }),
  };
}

const RANGED = /(?<![A-Za-z])(?:sum|prod|lim|bigcup|bigcap)$/;
/** A variable, `=` or an arrow, and a bound, which a space or the upper bound ends. */
const RANGE = /^[A-Za-z](?:=|->|→)[-+]?[A-Za-z0-9.]+(?:[-+][A-Za-z0-9.]+)*[-+]?(?=[\s^(]|$)/;

/** What a sum or limit runs over: `sum_k=1^n` is `sum_{k=1}^n`. */
function rangeFrom(source: string, markAt: number): { base: number; content: string } | null {
  const base = source[markAt] === '_' ? RANGED.exec(source.slice(0, markAt)) : null;
  const range = base && RANGE.exec(source.slice(markAt + 1));
  return range && { base: base.index, content: range[0] };
}

/** The longest index of a declared form that stands behind a mark and is more than TeX would take. */
function longestFrom(
  source: string,
  markAt: number,
  forms: readonly TypedForm[],
): { base: number; content: string } | null {
  const isBelow = source[markAt] === '_';
  const rest = source.slice(markAt + 1);
  let longest = { base: markAt, content: '' };
  for (const form of forms) {
    const [own, beside] = isBelow ? [form.sub, form.sup] : [form.sup, form.sub];
    if (own.length <= longest.content.length || !rest.startsWith(own)) continue;
    // `x_t-10` is no `x_{t-1}0`.
    if (/[0-9]/.test(rest[own.length] ?? '') && /[0-9]$/.test(own)) continue;
    const whole = `${form.base}${isBelow ? '^' : '_'}${beside}`;
    const base = [whole, form.base]
      .map((written) => markAt - written.length)
      .find((from) =>
        isBase(source, from, markAt, beside === '' ? [form.base] : [whole, form.base]),
      );
    if (base !== undefined) longest = { base, content: own };
  }
  const { content } = longest;
  // A word or a number is read whole anyway; of `J_g^LJ_v^g` the first word is L.
  const isWhole = /^[A-Za-z]+$/.test(content)
    ? !/[A-Za-z]/.test(rest[content.length] ?? '')
    : /^[0-9]*$/.test(content);
  return isWhole ? null : longest;
}

/** Whether one of the forms stands there, and not as the index of something else: `x_a_b` has none of a. */
function isBase(source: string, from: number, to: number, forms: readonly string[]): boolean {
  return (
    from >= 0 && forms.includes(source.slice(from, to)) && !/[_^]/.test(source[from - 1] ?? '')
  );
}
