import { sameShape } from '@/lib/math/core/dimension';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, mapChildren, type Tree } from '@/lib/math/core/tree';
import type { FunctionName } from '@/lib/math/functions/functions';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** A reference with one slip in it, and what is to be said of an answer that equals it. */
export interface SimpleChange {
  changed: Tree;
  says: string;
}

const MOST_SWAPS = 10;
const MOST_PLACES = 12;

/** Functions that are easily taken for one another. */
const MISTAKEN: readonly (readonly [FunctionName, FunctionName])[] = [
  ['sin', 'cos'],
  ['sinh', 'cosh'],
  ['max', 'min'],
  ['floor', 'ceil'],
];

/**
 * The slips that people make, the most specific first: the sign of a term, a term or a factor left
 * out, two symbols exchanged, a transposition left out or added, factors in another order, one
 * function for another, the reciprocal, the sign of the whole. Not all of them are well-typed.
 */
export function simpleChanges(
  reference: Tree,
  table: SymbolTable,
  ids: readonly string[],
): SimpleChange[] {
  const latex = (tree: Tree) => `$${toLatex(tree, table)}$`;
  const negated: Tree = { kind: 'negate', operand: reference };
  const one: Tree = { kind: 'number', text: '1' };
  const used = symbolsIn(reference);
  return [
    { changed: negated, says: 'It has the wrong sign: the whole expression is negated.' },
    ...swaps(ids, table).map(([a, b]) => {
      const [left, right] = [a, b].map((id) => `$${table.latexOf(id)}$`);
      const isForeign = [a, b].map((id) => !used.has(id));
      const says = isForeign[0]
        ? `${left} seems to stand where ${right} should.`
        : isForeign[1]
          ? `${right} seems to stand where ${left} should.`
          : `${left} and ${right} seem to be swapped.`;
      return { changed: exchanged(reference, a, b), says };
    }),
    ...termsOf(reference).flatMap(({ term, without, flipped }) => [
      { changed: flipped, says: `The term ${latex(term)} seems to have the wrong sign.` },
      { changed: without, says: `The term ${latex(term)} seems to be missing.` },
    ]),
    ...placesOf(reference, missingTransposition).map(({ changed, at }) => ({
      changed,
      says: `A transposition seems to be missing at ${latex(at)}.`,
    })),
    ...placesOf(reference, addedTransposition(table)).map(({ changed, at }) => ({
      changed,
      says: `${latex(at)} seems to be transposed where it should not be.`,
    })),
    ...placesOf(reference, otherOrder).map(({ changed, at }) => ({
      changed,
      says: `The factors of ${latex(at)} seem to stand in the wrong order.`,
    })),
    ...placesOf(reference, withoutFactor).map(({ changed, at }) => ({
      changed,
      says: `The factor ${latex(at)} seems to be missing.`,
    })),
    ...placesOf(reference, mistakenFunction).map(({ changed, at }) => ({
      changed,
      says: `Another function is expected in place of one, at ${latex(at)}.`,
    })),
    {
      changed: { kind: 'divide', left: one, right: reference },
      says: 'It is the reciprocal of what is expected.',
    },
  ];
}

/** Symbols that can change places: two scalars, or two matrices of one shape. */
function swaps(ids: readonly string[], table: SymbolTable): [string, string][] {
  const fits = (a: string, b: string) => {
    const [one, other] = [table.typeOf(a), table.typeOf(b)];
    if (one?.kind === 'matrix' && other?.kind === 'matrix')
      return sameShape(one.shape, other.shape);
    return one?.kind === 'scalar' && other?.kind === 'scalar';
  };
  const pairs = ids.flatMap((a, index) =>
    ids
      .slice(index + 1)
      .filter((b) => fits(a, b))
      .map((b): [string, string] => [a, b]),
  );
  return pairs.slice(0, MOST_SWAPS);
}

function exchanged(tree: Tree, a: string, b: string): Tree {
  return substitute(tree, (id) => {
    if (id === a) return { kind: 'symbol', id: b };
    return id === b ? { kind: 'symbol', id: a } : null;
  });
}

/** Every summand of a sum, with the sum without it and with its sign changed. */
function termsOf(tree: Tree): { term: Tree; without: Tree; flipped: Tree }[] {
  if (tree.kind !== 'add' && tree.kind !== 'subtract') return [];
  const { kind, left, right } = tree;
  const negatedRight: Tree = { kind: 'negate', operand: right };
  const inside = termsOf(left).map(({ term, without, flipped }) => ({
    term,
    without: { ...tree, left: without },
    flipped: { ...tree, left: flipped },
  }));
  const first =
    inside.length > 0
      ? inside
      : [
          {
            term: left,
            without: kind === 'add' ? right : negatedRight,
            flipped: { ...tree, left: { kind: 'negate', operand: left } } as const,
          },
        ];
  const flipped: Tree = { ...tree, kind: kind === 'add' ? 'subtract' : 'add' };
  return [...first, { term: right, without: left, flipped }].slice(0, MOST_PLACES);
}

/** What one place of an expression might have been instead; none where it returns nothing. */
type Slip = (tree: Tree) => readonly { instead: Tree; at: Tree }[];

/** The expression with one place slipped, for each place where that is possible. */
function placesOf(tree: Tree, slip: Slip): { changed: Tree; at: Tree }[] {
  const own = slip(tree).map(({ instead, at }) => ({ changed: instead, at }));
  const inside = children(tree).flatMap((child) =>
    placesOf(child, slip).map(({ changed, at }) => ({
      changed: mapChildren(tree, (other) => (other === child ? changed : other)),
      at,
    })),
  );
  return [...own, ...inside].slice(0, MOST_PLACES);
}

const missingTransposition: Slip = (tree) =>
  tree.kind === 'transpose' ? [{ instead: tree.operand, at: tree }] : [];

function addedTransposition(table: SymbolTable): Slip {
  return (tree) => {
    const type = tree.kind === 'symbol' ? table.typeOf(tree.id) : null;
    if (type?.kind !== 'matrix') return [];
    return [{ instead: { kind: 'transpose', operand: tree }, at: tree }];
  };
}

const otherOrder: Slip = (tree) => {
  if (tree.kind !== 'multiply' && tree.kind !== 'dot') return [];
  return [{ instead: { ...tree, left: tree.right, right: tree.left }, at: tree }];
};

const withoutFactor: Slip = (tree) => {
  if (tree.kind === 'divide') return [{ instead: tree.left, at: inverted(tree.right) }];
  if (tree.kind !== 'multiply' && tree.kind !== 'dot') return [];
  return [
    { instead: tree.right, at: tree.left },
    { instead: tree.left, at: tree.right },
  ];
};

const mistakenFunction: Slip = (tree) => {
  if (tree.kind !== 'call') return [];
  return MISTAKEN.flatMap(([a, b]) => {
    const name = tree.name === a ? b : tree.name === b ? a : null;
    return name ? [{ instead: { ...tree, name }, at: tree }] : [];
  });
};

function inverted(tree: Tree): Tree {
  return { kind: 'divide', left: { kind: 'number', text: '1' }, right: tree };
}
