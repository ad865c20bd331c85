import { infiniteSign } from './infinite';
import { symbolsIn } from './symbols-in';
import { children, mentionsBound, type Tree } from './tree';

/** The symbols that a point has to give values to: those that no definition computes. */
export function freeIds(trees: readonly Tree[], definitions: ReadonlyMap<string, Tree>): string[] {
  return [...mentioned(trees, definitions)].filter((id) => !definitions.has(id));
}

/** The definitions that some expressions make use of, directly or through one another. */
export function definitionsIn(
  trees: readonly Tree[],
  definitions: ReadonlyMap<string, Tree>,
): Tree[] {
  return [...mentioned(trees, definitions)].flatMap((id) => definitions.get(id) ?? []);
}

function mentioned(
  trees: readonly Tree[],
  definitions: ReadonlyMap<string, Tree>,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (tree: Tree) => {
    for (const id of symbolsIn(tree)) {
      if (seen.has(id)) continue;
      seen.add(id);
      const definition = definitions.get(id);
      if (definition) visit(definition);
    }
  };
  trees.forEach(visit);
  return seen;
}

/** Numbers with many digits may differ where Float64 does not look. */
export function hasLongNumber(tree: Tree): boolean {
  if (tree.kind === 'number')
    return tree.text.replace(/\D/g, '').length > 8 || /e/i.test(tree.text);
  return children(tree).some(hasLongNumber);
}

/** Named dimensions that expressions mention by themselves, as a number or an identity's size. */
export function sizesIn(trees: readonly Tree[]): string[] {
  const dimensions = new Set<string>();
  const visit = (tree: Tree) => {
    if (tree.kind === 'size') dimensions.add(tree.dimension);
    if (tree.kind === 'identity' && typeof tree.size === 'string') dimensions.add(tree.size);
    children(tree).forEach(visit);
  };
  trees.forEach(visit);
  return [...dimensions];
}

export function hasDerivative(tree: Tree): boolean {
  return tree.kind === 'derivative' || children(tree).some(hasDerivative);
}

/** An expectation whose density is not known: it has no value. */
export function hasExpectation(tree: Tree): boolean {
  return tree.kind === 'expectation' || children(tree).some(hasExpectation);
}

/** Whether the ends of `[F]_a^b` may be limits: at ∞, and where F need not be defined, as x ln x at 0. */
export function needsLimits({
  from,
  to,
  body,
  variable,
}: Extract<Tree, { kind: 'between' }>): boolean {
  if (infiniteSign(from) || infiniteSign(to)) return true;
  return mayBreakAt(body, variable);
}

function mayBreakAt(tree: Tree, variable: string): boolean {
  const isRisky =
    (tree.kind === 'divide' && mentionsBound(tree.right, variable)) ||
    (tree.kind === 'power' && tree.right.kind !== 'number' && mentionsBound(tree.left, variable)) ||
    (tree.kind === 'call' && /^log|^ln/.test(tree.name) && mentionsBound(tree, variable));
  return isRisky || children(tree).some((child) => mayBreakAt(child, variable));
}

/** Whether a value is an estimate: of an integral, a limit or an endless sum. */
export function isEstimated(tree: Tree): boolean {
  switch (tree.kind) {
    case 'integral':
    case 'limit':
      return true;
    case 'between':
      if (needsLimits(tree)) return true;
      break;
    case 'sum':
    case 'product':
      if (infiniteSign(tree.from) || infiniteSign(tree.to)) return true;
      break;
  }
  return children(tree).some(isEstimated);
}
