import { canonical, canonicalItem, type Item } from './item';
import type { WrittenForms } from './written-forms';

/** A declared symbol found in a layout. */
export interface FoundSymbol {
  id: string;
  /** How many items it takes. */
  length: number;
  /** Scripts of its last item that are not part of its written form. */
  sup: readonly Item[] | null;
  primes: number;
}

/** The longest declared form that starts at `items[at]`. */
export function findSymbol(
  { ids, slashed, close, longest }: WrittenForms,
  items: readonly Item[],
  at: number,
): FoundSymbol | null {
  const inBrackets = indexInBrackets(ids, items, at);
  if (inBrackets) return inBrackets;
  for (let length = Math.min(longest, items.length - at); length >= 1; length--) {
    const last = items[at + length - 1];
    if (!last) continue;
    const before = length === 1 ? '' : `${canonical(items.slice(at, at + length - 1))} `;
    for (const { item, sup, primes } of readings(last)) {
      const key = before + canonicalItem(item);
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

/** Items of an index in brackets, at most. */
const LONGEST_INDEX = 8;

/** `R[k-1]`, as programs have it, for a declared `R_{k-1}`. */
function indexInBrackets(
  ids: ReadonlyMap<string, string>,
  items: readonly Item[],
  at: number,
): FoundSymbol | null {
  const [letter, open] = [items[at], items[at + 1]];
  if (!letter || !open || !isMark(open, '[')) return null;
  if (letter.sub || letter.sup || letter.primes > 0 || open.start > letter.end) return null;
  const rest = items.slice(at + 2, at + 3 + LONGEST_INDEX);
  const end = rest.findIndex((item) => isMark(item, ']'));
  const close = rest[end];
  if (!close || end === 0) return null;
  const id = ids.get(canonicalItem({ ...letter, sub: rest.slice(0, end) }));
  if (id === undefined) return null;
  return { id, length: end + 3, sup: close.sup, primes: close.primes };
}

function isMark({ base }: Item, text: string): boolean {
  return base.type === 'mark' && base.text === text;
}

interface ScriptReading {
  item: Item;
  sup: readonly Item[] | null;
  primes: number;
}

/** The ways in which scripts can belong to a symbol or to what is done with it, the longest first. */
function readings(item: Item): Iterable<ScriptReading> {
  const whole = { item, sup: null, primes: 0 };
  // Most items have no script, and are spared the generator.
  return item.sub || item.sup || item.primes > 0 ? readingsOfScripts(item, whole) : [whole];
}

function* readingsOfScripts(item: Item, whole: ScriptReading): Generator<ScriptReading> {
  const { sub, sup, primes } = item;
  yield whole;
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
