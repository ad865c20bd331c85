import { infiniteSign } from '@/lib/math/core/infinite';
import { rangeOf } from '@/lib/math/core/range';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** Where an interval ends, and whether the end belongs to it. */
export interface End {
  readonly at: Tree;
  readonly belongs: boolean;
}

/** A set of real numbers as it was read; its numbers may depend on the symbols of the part. */
export type SetTree =
  /** Without an end it goes on for ever. */
  | { readonly kind: 'interval'; readonly from: End | null; readonly to: End | null }
  | { readonly kind: 'list'; readonly elements: readonly Tree[] }
  /** All values of the variable for which a relation holds that is not solved for it. */
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly relation: TreeOf<'relation'>;
    }
  | {
      readonly kind: 'union' | 'intersection' | 'difference';
      readonly left: SetTree;
      readonly right: SetTree;
    };

export const REALS: SetTree = { kind: 'interval', from: null, to: null };
export const EMPTY: SetTree = { kind: 'list', elements: [] };

/** What two sets have in common; of two half-lines that meet one interval. */
export function common(left: SetTree, right: SetTree): SetTree {
  if (left.kind === 'interval' && right.kind === 'interval') {
    const [from, to] = [left.from ?? right.from, left.to ?? right.to];
    const isOneOfEach = !(left.from && right.from) && !(left.to && right.to);
    if (isOneOfEach) return { kind: 'interval', from, to };
  }
  return { kind: 'intersection', left, right };
}

/** All numbers of a domain such as `(0, inf)`; null where it is not one interval of reals. */
export function setOfDomain(domain: string): SetTree | null {
  const range = rangeOf(domain);
  if (!range || range.isWhole) return null;
  const [open, close] = [domain.trim().charAt(0), domain.trim().slice(-1)];
  const end = (at: Tree, belongs: boolean): End | null =>
    infiniteSign(at) === null ? { at, belongs } : null;
  return {
    kind: 'interval',
    from: end(range.from, open === '['),
    to: end(range.to, close === ']'),
  };
}

/** The ends and elements of a set, in reading order; a condition has none. */
export function numbersOf(set: SetTree): readonly Tree[] {
  return expressionsOf(set).filter(({ kind }) => kind !== 'relation');
}

/** Whether a set is given by a condition that is not solved for its variable. */
export function isUnsolved(set: SetTree): boolean {
  return expressionsOf(set).some(({ kind }) => kind === 'relation');
}

/** The expressions that a set is made of, relations among them, in reading order. */
export function expressionsOf(set: SetTree): readonly Tree[] {
  switch (set.kind) {
    case 'interval':
      return [set.from, set.to].flatMap((end) => (end ? [end.at] : []));
    case 'list':
      return set.elements;
    case 'condition':
      return [set.relation];
    default:
      return [...expressionsOf(set.left), ...expressionsOf(set.right)];
  }
}

const SIGNS = { union: '\\cup', intersection: '\\cap', difference: '\\setminus' } as const;

/** The set as it was read, LaTeX. */
export function setLatex(set: SetTree, table: SymbolTable): string {
  switch (set.kind) {
    case 'interval': {
      const { from, to } = set;
      if (!from && !to) return '\\mathbb{R}';
      const left = from ? toLatex(from.at, table) : '-\\infty';
      const right = to ? toLatex(to.at, table) : '\\infty';
      return `\\left${from?.belongs ? '[' : '('}${left}, ${right}\\right${to?.belongs ? ']' : ')'}`;
    }
    case 'list': {
      if (set.elements.length === 0) return '\\emptyset';
      const elements = set.elements.map((element) => toLatex(element, table));
      return `\\left\\{${elements.join(', ')}\\right\\}`;
    }
    case 'condition': {
      const condition = toLatex(set.relation, table);
      return `\\left\\{${table.latexOf(set.variable)} : ${condition}\\right\\}`;
    }
    default: {
      const left = part(set.left, set.kind, table);
      // Only a chain of unions or of intersections reads the same with and without brackets.
      const right = part(set.right, set.kind === 'difference' ? null : set.kind, table);
      return `${left} ${SIGNS[set.kind]} ${right}`;
    }
  }
}

function part(set: SetTree, around: SetTree['kind'] | null, table: SymbolTable): string {
  const latex = setLatex(set, table);
  const isWhole = ['interval', 'list', 'condition', around].includes(set.kind);
  return isWhole ? latex : `\\left(${latex}\\right)`;
}
