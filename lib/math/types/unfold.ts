import { hasDerivative } from '@/lib/math/core/free-symbols';
import { rangeOf } from '@/lib/math/core/range';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, mapChildren, mentionsBound, type Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** What a declared function is: its body mentions the parameters as bound variables. */
export interface FunctionBody {
  parameters: readonly string[];
  body: Tree;
}

export type FunctionBodies = ReadonlyMap<string, FunctionBody>;

/** Functions defined through one another, at most. */
const MOST_LEVELS = 12;
/** An expression that would grow beyond this stays as it is. */
const MOST_NODES = 20_000;

/**
 * Puts in what functions are where they are applied, and turns expectations under a declared density
 * into integrals over its support, or sums where that is a range of whole numbers. Derivatives of
 * functions stay, and so do functions with derivatives in their bodies, which hold their arguments
 * fixed: they are taken where the body is evaluated. Bound variables of bodies get names of their
 * own, so that nothing is captured.
 */
export function unfold(tree: Tree, table: SymbolTable, functions: FunctionBodies): Tree {
  let copies = 0;
  let nodes = 0;
  const visit = (node: Tree, level: number): Tree => {
    nodes++;
    if (nodes > MOST_NODES) return node;
    if (node.kind === 'expectation') {
      const meaning = constantOf(node, table) ?? asIntegral(node, table, functions);
      return meaning ? visit(meaning, level) : mapChildren(node, (child) => visit(child, level));
    }
    const definition = node.kind === 'apply' && node.order === 0 ? functions.get(node.id) : null;
    if (
      node.kind !== 'apply' ||
      !definition ||
      level >= MOST_LEVELS ||
      hasDerivative(definition.body) ||
      (table.isEntrywise(node.id) && node.args.some((arg) => mayBeMatrix(arg, table)))
    )
      return mapChildren(node, (child) => visit(child, level));
    const args = node.args.map((arg) => visit(arg, level));
    copies++;
    const body = renamed(definition.body, `#${copies}`, new Set());
    const unfolded = visit(body, level + 1);
    const values = new Map(
      definition.parameters.flatMap((name, index) => {
        const arg = args[index];
        return arg ? [[name, arg] as const] : [];
      }),
    );
    return withValues(unfolded, values);
  };
  return visit(tree, 0);
}

/** Whether an expression mentions a matrix, so that it may be one: a body of numbers stands for its entries only. */
function mayBeMatrix(tree: Tree, table: SymbolTable): boolean {
  if (tree.kind === 'matrix' || tree.kind === 'identity' || tree.kind === 'ones') return true;
  if (tree.kind === 'symbol' && table.typeOf(tree.id)?.kind === 'matrix') return true;
  return children(tree).some((child) => mayBeMatrix(child, table));
}

/** The bodies of the functions that are left standing in some expressions, those in them included. */
export function bodiesIn(trees: readonly Tree[], functions: FunctionBodies): Tree[] {
  const seen = new Set<string>();
  const bodies: Tree[] = [];
  const visit = (tree: Tree) => {
    const body = tree.kind === 'apply' && !seen.has(tree.id) ? functions.get(tree.id)?.body : null;
    if (tree.kind === 'apply') seen.add(tree.id);
    if (body) {
      bodies.push(body);
      visit(body);
    }
    children(tree).forEach(visit);
  };
  trees.forEach(visit);
  return bodies;
}

/** What an expectation is of, where random variables are declared and it mentions none. */
function constantOf(
  { variable, body }: Extract<Tree, { kind: 'expectation' }>,
  table: SymbolTable,
): Tree | null {
  const random = [...table.declarations.values()].filter(
    ({ type }) => type.kind === 'scalar' && type.density !== undefined,
  );
  const own = symbolsIn(body);
  if (random.length === 0 || random.some(({ id }) => own.has(id))) return null;
  return variable !== null && mentionsBound(body, variable) ? null : body;
}

function asIntegral(
  { variable, density, body }: Extract<Tree, { kind: 'expectation' }>,
  table: SymbolTable,
  functions: FunctionBodies,
): Tree | null {
  const type = density === null ? null : table.typeOf(density);
  if (variable === null || density === null || type?.kind !== 'function') return null;
  const range = type.support === undefined ? null : rangeOf(type.support);
  if (!range || !functions.has(density)) return null;
  const at: Tree = {
    kind: 'apply',
    id: density,
    args: [{ kind: 'bound', name: variable }],
    order: 0,
  };
  return {
    kind: range.isWhole ? 'sum' : 'integral',
    variable,
    from: range.from,
    to: range.to,
    body: { kind: 'multiply', left: at, right: body },
  };
}

/** The expression with the variables that it binds itself renamed. */
function renamed(tree: Tree, suffix: string, own: ReadonlySet<string>): Tree {
  if (tree.kind === 'bound')
    return own.has(tree.name) ? { ...tree, name: tree.name + suffix } : tree;
  const variable = binds(tree);
  const inner = variable === null ? own : new Set([...own, variable]);
  const changed = mapChildren(tree, (child) => renamed(child, suffix, inner));
  return variable === null || !('variable' in changed)
    ? changed
    : { ...changed, variable: variable + suffix };
}

function binds(tree: Tree): string | null {
  switch (tree.kind) {
    case 'sum':
    case 'product':
    case 'integral':
    case 'between':
    case 'limit':
    case 'expectation':
      return tree.variable;
    default:
      return null;
  }
}

/** The expression with bound variables replaced by what they stand for. */
function withValues(tree: Tree, values: ReadonlyMap<string, Tree>): Tree {
  if (tree.kind === 'bound') return values.get(tree.name) ?? tree;
  return mapChildren(tree, (child) => withValues(child, values));
}
