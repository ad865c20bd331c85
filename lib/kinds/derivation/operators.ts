import { children, mentionsBound, type Tree } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { ResultForm } from './answer';

/** What stands for work still to be done: `average` is an integral, an expectation or a sum. */
type Operator = 'average' | 'limit' | 'derivative';

function operatorOf(tree: Tree): Operator | null {
  switch (tree.kind) {
    case 'integral':
    case 'expectation':
    case 'sum':
    case 'product':
      return 'average';
    case 'limit':
    case 'derivative':
      return tree.kind;
    default:
      return null;
  }
}

/** Integrals, expectations, sums and products. */
export function isAverage(tree: Tree): boolean {
  return operatorOf(tree) === 'average';
}

/** What is the same all over the range leaves nothing to work out: `\int_0^1 c\,dt` is `c`. */
function isTrivial(tree: Tree): boolean {
  if (!('variable' in tree) || tree.variable === null) return false;
  return !mentionsBound(tree.body, tree.variable);
}

function operatorsIn(tree: Tree): ReadonlySet<Operator> {
  const own = isTrivial(tree) ? null : operatorOf(tree);
  const operators = new Set(children(tree).flatMap((child) => [...operatorsIn(child)]));
  if (own) operators.add(own);
  return operators;
}

/**
 * Whether an expression states the problem and not only has its value: it still has one of the
 * operators that are to be worked out. Of a problem without any, every equal expression does.
 */
export function statesWork(problem: Tree, tree: Tree): boolean {
  const asked = operatorsIn(problem);
  return asked.size === 0 || [...operatorsIn(tree)].some((operator) => asked.has(operator));
}

/** More sums are not looked at. */
const MOST_SUMS = 24;

/**
 * Sums in an expression in which nothing is left to work out, and nothing is bound or random: of
 * what is added up, all neighbours that are so.
 */
export function closedSums(tree: Tree): readonly Tree[] {
  const sums: Tree[] = [];
  const visit = (node: Tree) => {
    const terms = termsOf(node);
    if (terms.length > 1) sums.push(...runsOf(terms.filter(isClosed)));
    for (const term of terms.length > 1 ? terms : [node]) children(term).forEach(visit);
  };
  visit(tree);
  return sums.slice(0, MOST_SUMS);
}

/** The same of an expression that is a sum itself, without the whole of it. */
export function closedSumsWithin(tree: Tree): readonly Tree[] {
  const terms = termsOf(tree);
  if (terms.length < 2) return closedSums(tree);
  const runs = runsOf(terms).filter((run) => termsOf(run).length < terms.length);
  const inner = terms.flatMap((term) => children(term).flatMap(closedSums));
  return [...runs.filter(isClosed), ...inner].slice(0, MOST_SUMS);
}

/** Whether a sum is still multiplied or divided by something. */
export function isUnexpanded(tree: Tree): boolean {
  const isSum = (node: Tree) => termsOf(node).length > 1;
  const isProduct = tree.kind === 'multiply' || tree.kind === 'dot';
  if (isProduct && (isSum(tree.left) || isSum(tree.right))) return true;
  if (tree.kind === 'divide' && isSum(tree.left)) return true;
  return children(tree).some(isUnexpanded);
}

/** The largest parts of an expression that are closed forms. */
export function closedParts(tree: Tree): readonly Tree[] {
  return isClosed(tree) ? [tree] : children(tree).flatMap(closedParts);
}

function isClosed(tree: Tree): boolean {
  return isPlain(tree) && children(tree).every(isClosed);
}

function isPlain(node: Tree): boolean {
  return operatorOf(node) === null && node.kind !== 'bound' && node.kind !== 'apply';
}

/** What is added up, with its sign. */
function termsOf(tree: Tree): Tree[] {
  if (tree.kind === 'add') return [...termsOf(tree.left), ...termsOf(tree.right)];
  if (tree.kind !== 'subtract') return [tree];
  const taken = termsOf(tree.right).map((operand): Tree => ({ kind: 'negate', operand }));
  return [...termsOf(tree.left), ...taken];
}

/** The sums of two neighbours or more, the longest first. */
function runsOf(terms: readonly Tree[]): Tree[] {
  const runs = terms.flatMap((_, start) =>
    terms.slice(start + 1).map((_, length) => terms.slice(start, start + length + 2)),
  );
  return runs
    .sort((a, b) => b.length - a.length)
    .map((run) => run.reduce((left, right) => ({ kind: 'add', left, right })));
}

/** What a closed form must not have and this one has, as LaTeX; null where nothing stands. */
export function leftStanding(
  tree: Tree,
  forms: readonly ResultForm[],
  table: SymbolTable,
): string | null {
  const isLeft = (node: Tree): boolean => {
    switch (node.kind) {
      case 'integral':
      case 'between':
      case 'limit':
      case 'expectation':
        return forms.includes('no_integral');
      case 'sum':
      case 'product':
        return forms.includes('no_sum');
      case 'derivative':
        return forms.includes('no_derivative');
      default:
        return false;
    }
  };
  const first = (node: Tree): Tree | null => {
    if (isLeft(node)) return node;
    for (const child of children(node)) {
      const inner = first(child);
      if (inner) return inner;
    }
    return null;
  };
  const standing = first(tree);
  return standing && toLatex(standing, table);
}
