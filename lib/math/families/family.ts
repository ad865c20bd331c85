import { compare } from '@/lib/math/compare/compare';
import { substitute } from '@/lib/math/core/substitute';
import { children, type Tree } from '@/lib/math/core/tree';
import type { Setting } from '@/lib/math/sets/balls-at';

const MOST_DEEP = 400;

/** Whether parts stand in parts so often that what is made of them is no longer printed. */
export function isDeep(tree: Tree): boolean {
  let level: readonly Tree[] = [tree];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_DEEP) return true;
    level = level.flatMap(children);
  }
  return false;
}

/** A function of the variable for every value of its constants. */
export interface Family {
  readonly tree: Tree;
  /** Ids of its constants. */
  readonly constants: readonly string[];
  /** What is left where all constants are 0 and what each of them adds; null where they do not enter linearly. */
  readonly affine: { readonly particular: Tree; readonly basis: readonly Tree[] } | null;
}

/** A number as an expression. */
function numberTree(value: number): Tree {
  const size: Tree = { kind: 'number', text: String(Math.abs(value)) };
  return value < 0 ? { kind: 'negate', operand: size } : size;
}

/** The member of a family with these values of its constants, in their order. */
export function memberOf({ tree, constants }: Family, values: readonly number[]): Tree {
  return substitute(tree, (id) => {
    const place = constants.indexOf(id);
    return place < 0 ? null : numberTree(values[place] ?? 0);
  });
}

/** The family of an expression without definitions, split where its constants enter linearly. */
export function familyOf(
  tree: Tree,
  constants: readonly string[],
  { table, functions, seed }: Setting,
): Family {
  const family: Family = { tree, constants, affine: null };
  const particular = memberOf(family, []);
  const basis = constants.map((_, place): Tree => {
    const values = constants.map((__, index) => (index === place ? 1 : 0));
    return { kind: 'subtract', left: memberOf(family, values), right: particular };
  });
  const whole = basis.reduce<Tree>((sum, right, place) => {
    const id = constants[place] ?? '';
    const term: Tree = { kind: 'multiply', left: { kind: 'symbol', id }, right };
    return { kind: 'add', left: sum, right: term };
  }, particular);
  const isAffine = compare(whole, tree, table, { seed, functions }).verdict === 'right';
  return isAffine ? { ...family, affine: { particular, basis } } : family;
}
