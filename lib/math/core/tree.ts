import type { FunctionName } from '@/lib/math/functions/functions';
import type { RelationOperator } from '@/lib/math/numbers/comparison';
import type { Dimension } from './declaration';

/** Where in the source a tree was read: offsets of its first character and behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Branch {
  readonly value: Tree;
  readonly condition: Tree | null;
}

interface Sides {
  readonly left: Tree;
  readonly right: Tree;
}

/** A body whose variable runs from one end to another. */
interface Ranged {
  readonly variable: string;
  readonly from: Tree;
  readonly to: Tree;
  readonly body: Tree;
}

/** What a node of each kind holds. */
interface Nodes {
  /** An exact decimal literal: digits, at most one point, at most one exponent. */
  number: { readonly text: string };
  constant: { readonly name: 'pi' | 'e' | 'i' | 'infinity' };
  symbol: { readonly id: string };
  /** The variable of a sum, product, integral, limit or function body around it; `name` is LaTeX. */
  bound: { readonly name: string };
  /** The identity matrix; its size follows from what stands around it where it is null. */
  identity: { readonly size: Dimension | null };
  /** The column of ones; its size follows from what stands around it where it is null. */
  ones: { readonly size: Dimension | null };
  /** A named dimension as a number. */
  size: { readonly dimension: string };
  negate: { readonly operand: Tree };
  add: Sides;
  subtract: Sides;
  multiply: Sides;
  /** An explicit product sign: of two columns it is their inner product. */
  dot: Sides;
  divide: Sides;
  power: Sides;
  /** The product entry by entry. */
  hadamard: Sides;
  kronecker: Sides;
  /** The cross product of two vectors with three entries. */
  cross: Sides;
  inner: Sides;
  call: { readonly name: FunctionName; readonly args: readonly Tree[] };
  /** A declared function, or its derivative of some order, at its arguments. */
  apply: { readonly id: string; readonly args: readonly Tree[]; readonly order: number };
  transpose: { readonly operand: Tree };
  /** The norm of a vector; of a matrix the Frobenius norm (order 2). */
  norm: { readonly operand: Tree; readonly order: 1 | 2 | 'infinity' };
  matrix: { readonly rows: readonly (readonly Tree[])[] };
  /** An entry, counted from 1; of a vector `column` is null. */
  entry: { readonly operand: Tree; readonly row: Tree; readonly column: Tree | null };
  /** 1 where the condition holds, else 0. */
  indicator: { readonly condition: Tree };
  /** The value of the first branch whose condition holds; a condition of null always does. */
  cases: { readonly branches: readonly Branch[] };
  relation: Sides & { readonly operator: RelationOperator };
  /** Over the whole numbers from `from` to `to`. */
  sum: Ranged;
  product: Ranged;
  integral: Ranged;
  /** `[F]_a^b`: the body at the upper end minus the body at the lower. */
  between: Ranged;
  limit: { readonly variable: string; readonly target: Tree; readonly body: Tree };
  /**
   * `over` is what stands below the sign, LaTeX; null where nothing does. `variable` is bound in the
   * body and distributed by the declared density of the id `density`, as far as that is said.
   */
  expectation: {
    readonly over: string | null;
    readonly variable: string | null;
    readonly density: string | null;
    readonly body: Tree;
  };
  /**
   * The derivative by a symbol or bound variable: as a Jacobian (rows for the operand, columns for
   * the variable) or as a gradient (of the variable's shape).
   */
  derivative: {
    readonly layout: 'jacobian' | 'gradient';
    readonly by: Tree;
    readonly operand: Tree;
  };
}

/** What an expression can be. */
export type TreeKind = keyof Nodes;

/** The trees of one kind. */
export type TreeOf<Kind extends TreeKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly span?: Span } & Nodes[K];
}[Kind];

/** An expression as it was read. */
export type Tree = TreeOf<TreeKind>;

type BinaryKind =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'dot'
  | 'divide'
  | 'power'
  | 'hadamard'
  | 'kronecker'
  | 'cross'
  | 'inner';

/** A node with a left and a right part. */
export type Binary = TreeOf<BinaryKind>;

/** The parts of a node, in reading order. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
    case 'bound':
    case 'identity':
    case 'ones':
    case 'size':
      return [];
    case 'negate':
    case 'transpose':
    case 'norm':
      return [tree.operand];
    case 'apply':
    case 'call':
      return tree.args;
    case 'indicator':
      return [tree.condition];
    case 'matrix':
      return tree.rows.flat();
    case 'cases':
      return tree.branches.flatMap(({ value, condition }) =>
        condition ? [value, condition] : [value],
      );
    case 'entry':
      return tree.column ? [tree.operand, tree.row, tree.column] : [tree.operand, tree.row];
    case 'sum':
    case 'product':
    case 'integral':
    case 'between':
      return [tree.from, tree.to, tree.body];
    case 'limit':
      return [tree.target, tree.body];
    case 'expectation':
      return [tree.body];
    case 'derivative':
      return [tree.by, tree.operand];
    default:
      return [tree.left, tree.right];
  }
}

/** The same node with each part replaced by what `change` makes of it. */
export function mapChildren(tree: Tree, change: (child: Tree) => Tree): Tree {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
    case 'bound':
    case 'identity':
    case 'ones':
    case 'size':
      return tree;
    case 'negate':
    case 'transpose':
    case 'norm':
      return { ...tree, operand: change(tree.operand) };
    case 'apply':
    case 'call':
      return { ...tree, args: tree.args.map(change) };
    case 'indicator':
      return { ...tree, condition: change(tree.condition) };
    case 'matrix':
      return { ...tree, rows: tree.rows.map((row) => row.map(change)) };
    case 'cases':
      return {
        ...tree,
        branches: tree.branches.map(({ value, condition }) => ({
          value: change(value),
          condition: condition && change(condition),
        })),
      };
    case 'entry':
      return {
        ...tree,
        operand: change(tree.operand),
        row: change(tree.row),
        column: tree.column && change(tree.column),
      };
    case 'sum':
    case 'product':
    case 'integral':
    case 'between':
      return { ...tree, from: change(tree.from), to: change(tree.to), body: change(tree.body) };
    case 'limit':
      return { ...tree, target: change(tree.target), body: change(tree.body) };
    case 'expectation':
      return { ...tree, body: change(tree.body) };
    case 'derivative':
      return { ...tree, by: change(tree.by), operand: change(tree.operand) };
    default:
      return { ...tree, left: change(tree.left), right: change(tree.right) };
  }
}

/** Whether a bound variable occurs in an expression. */
export function mentionsBound(tree: Tree, variable: string): boolean {
  if (tree.kind === 'bound') return tree.name === variable;
  return children(tree).some((child) => mentionsBound(child, variable));
}
