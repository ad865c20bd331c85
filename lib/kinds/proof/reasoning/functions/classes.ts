import type { ProofSpec } from '@/lib/kinds/proof/answer';
import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { type SymbolTable, withHidden } from '@/lib/math/notation/symbol-table';

/** What a part says of all values of a function of one number or vector. */
export interface FunctionClass {
  id: string;
  isOfVectors: boolean;
  convex: boolean | 'strictly';
  isDifferentiable: boolean;
  /** The id of its gradient, or of a choice of its subgradients. */
  gradient: string;
  /** μ of a strongly convex function. */
  strong: Tree | null;
  /** The Lipschitz constant L of the gradient. */
  smooth: Tree | null;
}

type Declared = NonNullable<ProofSpec['functions']>;

/**
 * The classes of the functions of a part, and the table with a name for the subgradients of those that
 * have none. A convex function that is finite everywhere has a subgradient at each point (Rockafellar,
 * Convex Analysis, Theorem 23.4).
 */
export function functionClasses(
  declared: Declared | undefined,
  table: SymbolTable,
): { classes: readonly FunctionClass[]; table: SymbolTable } {
  if (!declared) return { classes: [], table };
  const hidden: Parameters<typeof withHidden>[1][number][] = [];
  const classes = Object.entries(declared).flatMap(([id, said]): FunctionClass[] => {
    const type = table.typeOf(id);
    const [from] = type?.kind === 'function' ? type.from : [];
    if (type?.kind !== 'function' || !from) return [];
    const named = said.gradient ?? said.subgradient;
    const gradient = named ?? `subgradient of ${id}`;
    if (named === undefined)
      hidden.push({
        id: gradient,
        latex: `\\partial ${table.latexOf(id)}`,
        type: { kind: 'function', from: type.from, to: from },
      });
    return [
      {
        ...{ id, gradient, isOfVectors: !isScalar(from) },
        convex: said.convex ?? said.strongly_convex !== undefined,
        isDifferentiable: said.gradient !== undefined,
        strong: constantOf(said.strongly_convex),
        smooth: constantOf(said.smooth),
      },
    ];
  });
  return { classes, table: hidden.length > 0 ? withHidden(table, hidden) : table };
}

function constantOf(said: string | number | undefined): Tree | null {
  if (said === undefined) return null;
  return typeof said === 'number'
    ? { kind: 'number', text: String(said) }
    : { kind: 'symbol', id: said };
}
