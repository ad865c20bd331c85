import type { Item } from '@/lib/math/notation/item';
import { isOneOfMarks } from './item-search';
import { common, type SetTree } from './set';
import { WORD_AND } from './set-items';

export const COMMAS = [',', ';'];
/** Signs between what holds together. */
export const TOGETHER = ['∧', WORD_AND, ...COMMAS];

/** Sets with signs between them, as they stand next to each other in a set. */
export interface Row {
  readonly sets: readonly [SetTree, ...SetTree[]];
  /** The sign behind each set but the last. */
  readonly signs: readonly Item[];
}

/** Whether a comma or the word “and” stands in a row, which may mean all of what it joins or any. */
export function isLoose({ signs }: Row): boolean {
  return signs.some((sign) => isOneOfMarks(sign, [...COMMAS, WORD_AND]));
}

/**
 * The set that a row is. Equations of the variable behind one another, `x = 0, x = 2, x = -2`, list
 * solutions, however many they are: together they would hold nowhere. All else holds together.
 * `isTurned` takes each comma and “and” for the other of what it may mean.
 */
export function joined(row: Row, isTurned: boolean): SetTree {
  const { sets, signs } = row;
  const areListed = sets.every(listsNumbers);
  if (!isLoose(row)) return sets.reduce(common);
  const isList = areListed && signs.every((sign) => isOneOfMarks(sign, COMMAS));
  if (isList) return isTurned ? sets.reduce(common) : sets.reduce(union);
  // Where one sign in a list of solutions is loose, the others may be meant so too.
  if (isTurned) return (areListed ? sets : groups(row, ['∧'], common)).reduce(union);
  return groups(row, COMMAS, ifListed).reduce(common);
}

/** Neighbours with certain signs between them joined into one; by null they stay apart. */
function groups(
  { sets: [first, ...others], signs }: Row,
  marks: readonly string[],
  join: (left: SetTree, right: SetTree) => SetTree | null,
): readonly SetTree[] {
  const done: SetTree[] = [];
  let last = first;
  for (const [at, next] of others.entries()) {
    const both = isOneOfMarks(signs[at], marks) ? join(last, next) : null;
    if (!both) done.push(last);
    last = both ?? next;
  }
  return [...done, last];
}

function union(left: SetTree, right: SetTree): SetTree {
  return { kind: 'union', left, right };
}

function ifListed(left: SetTree, right: SetTree): SetTree | null {
  return listsNumbers(left) && listsNumbers(right) ? union(left, right) : null;
}

/** Whether a set is single numbers: of one equation, within the domain of the variable, or several. */
function listsNumbers(set: SetTree): boolean {
  if (set.kind === 'list') return true;
  if (set.kind === 'union') return listsNumbers(set.left) && listsNumbers(set.right);
  if (set.kind !== 'intersection' || set.left.kind !== 'interval') return false;
  return set.right.kind === 'list' && set.right.elements.length === 1;
}
