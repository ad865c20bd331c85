import { compare } from '@/lib/math/compare/compare';
import type { CompareOptions } from '@/lib/math/compare/outcome';
import { children, mapChildren, type Tree } from '@/lib/math/core/tree';
import type { FunctionName } from '@/lib/math/functions/functions';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** For tests: trees written briefly, and rules that rewrite a tree at a place. */

export const number = (value: number): Tree => ({ kind: 'number', text: String(value) });
export const symbol = (id: string): Tree => ({ kind: 'symbol', id });
export const binary = (
  kind: 'add' | 'subtract' | 'multiply' | 'divide' | 'power',
  left: Tree,
  right: Tree,
): Tree => ({ kind, left, right });
export const add = (left: Tree, right: Tree) => binary('add', left, right);
export const subtract = (left: Tree, right: Tree) => binary('subtract', left, right);
export const times = (left: Tree, right: Tree) => binary('multiply', left, right);
export const over = (left: Tree, right: Tree) => binary('divide', left, right);
export const power = (left: Tree, exponent: number) => binary('power', left, number(exponent));
export const negate = (operand: Tree): Tree => ({ kind: 'negate', operand });
export const transpose = (operand: Tree): Tree => ({ kind: 'transpose', operand });
export const call = (name: FunctionName, ...args: Tree[]): Tree => ({ kind: 'call', name, args });

/** What a node may be replaced by; null where the rule does not apply to it. */
export type Rule = (tree: Tree) => Tree | null;

/** The expression with the rule applied at the k-th place, counted cyclically, where it applies; null if nowhere. */
export function applied(tree: Tree, rule: Rule, k: number): Tree | null {
  const places: Tree[] = [];
  const visit = (node: Tree) => {
    if (rule(node)) places.push(node);
    children(node).forEach(visit);
  };
  visit(tree);
  const place = places[k % Math.max(1, places.length)];
  if (!place) return null;
  const replace = (node: Tree): Tree =>
    node === place ? (rule(node) ?? node) : mapChildren(node, replace);
  return replace(tree);
}

export const ifKind =
  <Kind extends Tree['kind']>(
    kind: Kind,
    change: (tree: Extract<Tree, { kind: string; left: Tree; right: Tree }>) => Tree | null,
  ): Rule =>
  (tree) =>
    'left' in tree && tree.kind === kind ? change(tree) : null;

export const ifCall =
  (name: FunctionName, change: (argument: Tree) => Tree): Rule =>
  (tree) => {
    const [argument] = tree.kind === 'call' && tree.name === name ? tree.args : [];
    return argument ? change(argument) : null;
  };

/** Wrong is proved by a point: both sides show different values there. */
export function expectWitness(outcome: ReturnType<typeof compare>, what: string): void {
  if (outcome.verdict !== 'wrong') throw new Error(`${what}: ${JSON.stringify(outcome)}`);
  const { reference, answer } = outcome.witness;
  if (reference === answer) throw new Error(`${what}: both sides are said to be ${answer}`);
}

export function judged(
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  options: Partial<CompareOptions> = {},
) {
  const outcome = compare(reference, answer, table, { seed: 'rewrite', ...options });
  const what = `${toLatex(reference, table)} and ${toLatex(answer, table)}`;
  return { outcome, what };
}
