import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** Relations between numbers, together or as alternatives, as they were read. */
export type Statement =
  /** One relation, or a chain such as `0 < x < 1`. */
  | { readonly kind: 'relation'; readonly tree: TreeOf<'relation'> }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Statement[] }
  /** Where a side has no value the statement does not hold, and this does. */
  | { readonly kind: 'not'; readonly part: Statement };

/** The relations of a chain, in order; none where the expression is no relation. */
export function linksOf(tree: Tree): readonly TreeOf<'relation'>[] {
  if (tree.kind !== 'relation') return [];
  const { left } = tree;
  if (left.kind !== 'relation') return [tree];
  return [...linksOf(left), { ...tree, left: left.right }];
}

/** The relations that a statement is made of, in reading order. */
export function relationsOf(statement: Statement): readonly TreeOf<'relation'>[] {
  if (statement.kind === 'relation') return linksOf(statement.tree);
  if (statement.kind === 'not') return relationsOf(statement.part);
  return statement.parts.flatMap(relationsOf);
}

/** The statement as it was read, LaTeX. */
export function statementLatex(statement: Statement, table: SymbolTable): string {
  if (statement.kind === 'relation') return toLatex(statement.tree, table);
  if (statement.kind === 'not')
    return `\\neg\\left(${statementLatex(statement.part, table)}\\right)`;
  const sign = statement.kind === 'all' ? '\\;\\wedge\\;' : '\\;\\vee\\;';
  return statement.parts
    .map((part) => {
      const latex = statementLatex(part, table);
      return part.kind === 'relation' ? latex : `\\left(${latex}\\right)`;
    })
    .join(sign);
}
