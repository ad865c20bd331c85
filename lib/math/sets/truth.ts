import type { Tree } from '@/lib/math/core/tree';
import { holds, type RelationOperator } from '@/lib/math/numbers/comparison';
import { linksOf, type Statement } from './statement';

/** On which side of 0 the difference of the sides of a relation is. */
export interface Side {
  /** Null where it cannot be told; `undefined` where a side of the relation has no value. */
  sign: -1 | 0 | 1 | null | 'undefined';
  /** Whether that is proven; a 0 that only many digits say is not. */
  isProven: boolean;
}

/** A relation by the difference of its sides. */
export interface Atom {
  readonly operator: RelationOperator;
  /** Left side minus right side. */
  readonly difference: Tree;
}

/** A statement over atoms, by their place in a list. */
export type Formula =
  | { readonly kind: 'atom'; readonly place: number }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly kind: 'not'; readonly part: Formula };

/** The statement over its atoms, which are put behind those that are there. */
export function formulaOf(statement: Statement, atoms: Atom[]): Formula {
  if (statement.kind === 'not') return { kind: 'not', part: formulaOf(statement.part, atoms) };
  if (statement.kind !== 'relation')
    return { ...statement, parts: statement.parts.map((part) => formulaOf(part, atoms)) };
  const parts = linksOf(statement.tree).map(({ operator, left, right }): Formula => {
    atoms.push({ operator, difference: { kind: 'subtract', left, right } });
    return { kind: 'atom', place: atoms.length - 1 };
  });
  return { kind: 'all', parts };
}

/**
 * Whether a statement holds where its atoms are on these sides; null where that cannot be told. A
 * relation of which a side has no value does not hold. With `isStrict` only what is proven counts.
 */
export function truthOf(
  formula: Formula,
  atoms: readonly Atom[],
  sides: readonly Side[],
  isStrict: boolean,
): boolean | null {
  if (formula.kind === 'atom') {
    const [atom, side] = [atoms[formula.place], sides[formula.place]];
    if (!atom || !side || side.sign === null || (isStrict && !side.isProven)) return null;
    return side.sign !== 'undefined' && holds(atom.operator, side.sign);
  }
  if (formula.kind === 'not') {
    const truth = truthOf(formula.part, atoms, sides, isStrict);
    return truth === null ? null : !truth;
  }
  const truths = formula.parts.map((part) => truthOf(part, atoms, sides, isStrict));
  const decisive = formula.kind === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}
