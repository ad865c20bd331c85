import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { mapChildren, type Tree } from '@/lib/math/core/tree';

/** Students may write the elements of a sequence this far from the current one: `x_{t-2}` … `x_{t+2}`. */
const WRITTEN_REACH = 2;
/** Statements are also shifted to neighbouring moments, and then mention elements further away. */
const REACH = WRITTEN_REACH + 2;

/** An element of a sequence that a part declares by its current one, `x_t`. */
interface Element {
  base: string;
  offset: number;
}

/** The part's sequences by the ids of their elements. */
export class Sequences {
  readonly #elements = new Map<string, Element>();

  constructor(bases: readonly string[]) {
    for (const base of bases) {
      for (let offset = -REACH; offset <= REACH; offset++)
        this.#elements.set(elementId(base, offset), { base, offset });
    }
  }

  get areThere(): boolean {
    return this.#elements.size > 0;
  }

  elementOf(id: string): Element | null {
    return this.#elements.get(id) ?? null;
  }

  /** By how many moments an expression can be moved at all. */
  get shifts(): readonly number[] {
    const all = Array.from({ length: 4 * REACH + 1 }, (_, place) => place - 2 * REACH);
    return this.areThere ? all.filter((by) => by !== 0) : [];
  }

  /** The moments that expressions speak of, counted from the current one. */
  momentsIn(...trees: readonly Tree[]): number[] {
    const ids = new Set(trees.flatMap((tree) => [...symbolsIn(tree)]));
    return [...ids].flatMap((id) => this.#elements.get(id)?.offset ?? []);
  }

  /** The same expression `by` moments later; null where that is out of reach. */
  shifted(tree: Tree, by: number): Tree | null {
    let isOut = false;
    const visit = (part: Tree): Tree => {
      if (part.kind !== 'symbol') return mapChildren(part, visit);
      const element = this.#elements.get(part.id);
      if (!element) return part;
      const offset = element.offset + by;
      if (Math.abs(offset) > REACH) isOut = true;
      return { ...part, id: elementId(element.base, offset) };
    };
    const moved = visit(tree);
    return isOut ? null : moved;
  }

  /** Whether an expression depends on the moment. */
  isIn(tree: Tree): boolean {
    return this.momentsIn(tree).length > 0;
  }
}

/** The id of an element; that of the current one is the sequence's own. */
export function elementId(base: string, offset: number): string {
  if (offset === 0) return base;
  return `${base}_${offset > 0 ? 'plus' : 'minus'}_${Math.abs(offset)}`;
}

/** Whether a written form has the index as its subscript: `x_t`, `x_{t}`. */
export function hasIndex(form: string, index: string): boolean {
  return withIndex(form, index, '') !== form;
}

/** The elements that students may write. */
export function writtenElements(symbol: DeclaredSymbol, index: string): DeclaredSymbol[] {
  return elements(symbol, index, (distance) => distance <= WRITTEN_REACH);
}

/** The elements beyond them, which only shifted statements mention. */
export function remoteElements(symbol: DeclaredSymbol, index: string): SymbolDeclaration[] {
  return elements(symbol, index, (distance) => distance > WRITTEN_REACH);
}

function elements(
  { id, latex, aliases, type }: DeclaredSymbol,
  index: string,
  isMeant: (distance: number) => boolean,
): DeclaredSymbol[] {
  const offsets = Array.from({ length: 2 * REACH + 1 }, (_, place) => place - REACH);
  return offsets
    .filter((offset) => isMeant(Math.abs(offset)))
    .map((offset) => ({
      id: elementId(id, offset),
      latex: atOffset(latex, index, offset),
      aliases: aliases
        .filter((alias) => offset === 0 || hasIndex(alias, index))
        .map((alias) => atOffset(alias, index, offset)),
      type,
    }));
}

function atOffset(form: string, index: string, offset: number): string {
  if (offset === 0) return form;
  return withIndex(form, index, `{${index}${offset > 0 ? '+' : '-'}${Math.abs(offset)}}`);
}

function withIndex(form: string, index: string, by: string): string {
  return form
    .replaceAll(`_{${index}}`, `_${by}`)
    .replaceAll(new RegExp(`_${index}(?![A-Za-z])`, 'g'), `_${by}`);
}
