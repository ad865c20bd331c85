import { isScalar } from '@/lib/math/core/dimension';
import { MathProblem } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import { withEitherSign } from './both-signs';
import type { SetContext } from './context';
import { isOneOfMarks, placeOf } from './item-search';

/** The expression of a number that does not depend on the variable of the set. Throws `MathProblem`. */
export function readNumber(
  items: readonly Item[],
  around: Item | undefined,
  { table, variable, hint }: SetContext,
): Tree {
  const place = placeOf(items, around);
  if (items.length === 0) throw new MathProblem({ message: 'A number is missing here.', ...place });
  const { tree, hints } = parse(items, table);
  hints.forEach(hint);
  const shape = shapeOf(tree, table);
  if (!shape.ok) throw new MathProblem(shape.error);
  if (!isScalar(shape.value))
    throw new MathProblem({ message: 'Sets here hold numbers; this is none.', ...place });
  if (variable !== null && symbolsIn(tree).has(variable)) {
    const message = `Where the set ends may not depend on $${table.latexOf(variable)}$ itself.`;
    throw new MathProblem({ message, ...place });
  }
  return tree;
}

/** Numbers with commas or semicolons between them; `a \pm b` is two. */
export function readNumbers(items: readonly Item[], context: SetContext): readonly Tree[] {
  if (items.length === 0) return [];
  const separator = items.some((item) => isMark(item, ';')) ? ';' : ',';
  const members: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (isOneOfMarks(item, ['(', '['])) depth++;
    if (isOneOfMarks(item, [')', ']'])) depth--;
    if (depth === 0 && isMark(item, separator)) members.push([]);
    else members.at(-1)?.push(item);
  }
  return members.flatMap((member) => {
    const either = withEitherSign(member) ?? [member];
    return either.map((each) => readNumber(each, items[0], context));
  });
}
