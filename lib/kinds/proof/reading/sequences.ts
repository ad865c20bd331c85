import type { DeclaredSymbol } from '@/lib/kinds/fields/symbols';
import type { SymbolDeclaration } from '@/lib/math/core/declaration';
import { parseDomain } from '@/lib/math/core/domain';
import { children, mapChildren, type Tree } from '@/lib/math/core/tree';
import { plainName } from './own-names';

/** Students may write the elements of a sequence this far from the current one: `x_{t-2}` … `x_{t+2}`. */
const WRITTEN_REACH = 2;
/** Statements are also shifted to neighbouring moments, and then mention elements further away. */
const REACH = WRITTEN_REACH + 2;

/** An element of a sequence that a part declares by its current one, `x_t`. */
export interface Element {
  base: string;
  offset: number;
}

/** Moments that are counted: the index is a number itself, and some elements are named by theirs, `x_0`. */
export interface Counted {
  /** The id of the index as a symbol. */
  index: string;
  /** The first moment. */
  start: number;
  /** Elements at numbered moments by the ids of their symbols; `offset` is the moment. */
  fixed: ReadonlyMap<string, Element>;
}

/** The part's sequences by the ids of their elements. */
export class Sequences {
  readonly #elements = new Map<string, Element>();
  /** Null where nothing is said of where the moments begin: they go on in both directions. */
  readonly counted: Counted | null;

  constructor(bases: readonly string[], counted: Counted | null) {
    this.counted = counted;
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

  /** The same at every moment. */
  isConstant(id: string): boolean {
    return !this.#elements.has(id) && id !== this.counted?.index;
  }

  /** The moments that expressions speak of, counted from the current one; `t - 1` speaks of the one before. */
  momentsIn(...trees: readonly Tree[]): number[] {
    return trees.flatMap((tree): number[] => {
      const offset = this.#offsetOf(tree);
      if (offset !== null) return [offset];
      const element = tree.kind === 'symbol' ? this.#elements.get(tree.id) : undefined;
      return element ? [element.offset] : this.momentsIn(...children(tree));
    });
  }

  /** By how much an expression is the index and a whole number; null of any other. */
  #offsetOf(tree: Tree): number | null {
    if (this.counted === null) return null;
    if (tree.kind === 'symbol') return tree.id === this.counted.index ? 0 : null;
    if (tree.kind !== 'add' && tree.kind !== 'subtract') return null;
    const left = this.#offsetOf(tree.left);
    const by = tree.right.kind === 'number' ? Number(tree.right.text) : Number.NaN;
    if (left === null || !Number.isInteger(by)) return null;
    return tree.kind === 'add' ? left + by : left - by;
  }

  /** The same expression `by` moments later; null where that is out of reach. */
  shifted(tree: Tree, by: number): Tree | null {
    return this.#moved(
      tree,
      ({ base, offset }) => elementIn(base, offset + by),
      (index) => later(index, by),
      null,
    );
  }

  /** An expression at a numbered moment, in elements that are named by theirs; null where one is not. */
  at(tree: Tree, moment: number): Tree | null {
    const named = [...(this.counted?.fixed ?? [])];
    return this.#moved(
      tree,
      ({ base, offset }) =>
        named.find(([, each]) => each.base === base && each.offset === moment + offset)?.[0] ??
        null,
      () => whole(moment),
      null,
    );
  }

  /** An expression where the current moment is a numbered one, in the elements around it, `by` moments later. */
  located(tree: Tree, moment: number, by: number): Tree | null {
    return this.#moved(
      tree,
      ({ base, offset }) => elementIn(base, offset + by),
      () => whole(moment + by),
      ({ base, offset }) => elementIn(base, offset - moment),
    );
  }

  /** With elements, the index and numbered elements replaced; null where an element has no id. */
  #moved(
    tree: Tree,
    elementAt: (element: Element) => string | null,
    indexAs: (index: Tree) => Tree,
    fixedAs: ((element: Element) => string | null) | null,
  ): Tree | null {
    let isOut = false;
    const visit = (part: Tree): Tree => {
      if (part.kind !== 'symbol') return mapChildren(part, visit);
      if (part.id === this.counted?.index) return indexAs(part);
      const element = this.#elements.get(part.id);
      const fixed = this.counted?.fixed.get(part.id);
      const id = element ? elementAt(element) : fixed && fixedAs ? fixedAs(fixed) : part.id;
      isOut ||= id === null;
      return id === null || id === part.id ? part : { ...part, id };
    };
    const moved = visit(tree);
    return isOut ? null : moved;
  }

  /** Whether an expression depends on the moment. */
  isIn(tree: Tree): boolean {
    return this.momentsIn(tree).length > 0;
  }
}

function elementIn(base: string, offset: number): string | null {
  return Math.abs(offset) > REACH ? null : elementId(base, offset);
}

function whole(number: number): Tree {
  const size: Tree = { kind: 'number', text: String(Math.abs(number)) };
  return number < 0 ? { kind: 'negate', operand: size } : size;
}

/** The index so many moments later. */
function later(index: Tree, by: number): Tree {
  if (by === 0) return index;
  return { kind: by > 0 ? 'add' : 'subtract', left: index, right: whole(Math.abs(by)) };
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

/**
 * The elements of sequences that are declared by their numbers, `x_0` beside `x_t`, and the index; null where
 * none is.
 */
export function countedIn(
  symbols: readonly SymbolDeclaration[],
  bases: readonly SymbolDeclaration[],
  index: string,
): Counted | null {
  const fixed = new Map<string, Element>();
  for (const { id, latex } of symbols) {
    const moment = /_\{?(\d)\}?/.exec(latex)?.[1];
    const base =
      moment &&
      bases.find((each) => plainName(withIndex(each.latex, index, moment)) === plainName(latex));
    if (base) fixed.set(id, { base: base.id, offset: Number(moment) });
  }
  const declared = symbols.find(({ latex }) => latex === index);
  if (!declared && fixed.size === 0) return null;
  const domain = declared?.type.kind === 'scalar' ? parseDomain(declared.type.domain) : null;
  const start = domain?.kind === 'integer' && Number.isFinite(domain.from) ? domain.from : 0;
  return { index: declared?.id ?? OWN_INDEX, start: Math.max(0, start), fixed };
}

/** The index where no symbol is declared for it. */
export const OWN_INDEX = 'own_index';
