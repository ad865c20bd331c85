import type { Dimension } from './declaration';

/** Where in the source a tree was read: offsets of its first character and behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sums and products over a range of whole numbers. */
export type SeriesKind = 'sum' | 'product';

export type RelationOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Functions that the language knows by name, with the number of arguments they take. */
export const ARITY = {
  exp: [1, 1],
  ln: [1, 1],
  log10: [1, 1],
  log2: [1, 1],
  /** Base, argument. */
  log: [2, 2],
  sqrt: [1, 1],
  /** Index, radicand. */
  root: [2, 2],
  sin: [1, 1],
  cos: [1, 1],
  tan: [1, 1],
  cot: [1, 1],
  sec: [1, 1],
  csc: [1, 1],
  asin: [1, 1],
  acos: [1, 1],
  atan: [1, 1],
  acot: [1, 1],
  asec: [1, 1],
  acsc: [1, 1],
  sinh: [1, 1],
  cosh: [1, 1],
  tanh: [1, 1],
  coth: [1, 1],
  sech: [1, 1],
  csch: [1, 1],
  asinh: [1, 1],
  acosh: [1, 1],
  atanh: [1, 1],
  acoth: [1, 1],
  asech: [1, 1],
  acsch: [1, 1],
  abs: [1, 1],
  sign: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  round: [1, 1],
  min: [1, 50],
  max: [1, 50],
  atan2: [2, 2],
  factorial: [1, 1],
  gamma: [1, 1],
  binomial: [2, 2],
  re: [1, 1],
  im: [1, 1],
  arg: [1, 1],
  conj: [1, 1],
  /** Of a square matrix. */
  trace: [1, 1],
  det: [1, 1],
  /** Of a vector: the diagonal matrix; of a square matrix: its diagonal as a column. */
  diag: [1, 1],
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof ARITY;

interface Branch {
  readonly value: Tree;
  readonly condition: Tree | null;
}

type BinaryKind =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'dot'
  | 'divide'
  | 'power'
  | 'hadamard'
  | 'kronecker'
  | 'inner';

type Node =
  /** An exact decimal literal: digits, at most one point, at most one exponent. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e' | 'i' | 'infinity' }
  | { readonly kind: 'symbol'; readonly id: string }
  /** The variable of a sum, product, integral, limit or function body around it; `name` is LaTeX. */
  | { readonly kind: 'bound'; readonly name: string }
  /** The identity matrix; its size follows from what stands around it where it is null. */
  | { readonly kind: 'identity'; readonly size: Dimension | null }
  /** A named dimension as a number. */
  | { readonly kind: 'size'; readonly dimension: string }
  | { readonly kind: 'negate'; readonly operand: Tree }
  | {
      /**
       * `dot` is an explicit product sign: of two columns it is their inner product. `hadamard`
       * multiplies entry by entry.
       */
      readonly kind: BinaryKind;
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Tree[] }
  /** A declared function, or its derivative of some order, at its arguments. */
  | {
      readonly kind: 'apply';
      readonly id: string;
      readonly args: readonly Tree[];
      readonly order: number;
    }
  | { readonly kind: 'transpose'; readonly operand: Tree }
  /** The norm of a vector; of a matrix the Frobenius norm (order 2). */
  | { readonly kind: 'norm'; readonly operand: Tree; readonly order: 1 | 2 | 'infinity' }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Tree[])[] }
  /** An entry, counted from 1; of a vector `column` is null. */
  | {
      readonly kind: 'entry';
      readonly operand: Tree;
      readonly row: Tree;
      readonly column: Tree | null;
    }
  /** 1 where the condition holds, else 0. */
  | { readonly kind: 'indicator'; readonly condition: Tree }
  /** The value of the first branch whose condition holds; a condition of null always does. */
  | { readonly kind: 'cases'; readonly branches: readonly Branch[] }
  | {
      readonly kind: 'relation';
      readonly operator: RelationOperator;
      readonly left: Tree;
      readonly right: Tree;
    }
  /** Over the whole numbers from `from` to `to`. */
  | {
      readonly kind: SeriesKind;
      readonly variable: string;
      readonly from: Tree;
      readonly to: Tree;
      readonly body: Tree;
    }
  | {
      readonly kind: 'integral';
      readonly variable: string;
      readonly from: Tree;
      readonly to: Tree;
      readonly body: Tree;
    }
  /** `[F]_a^b`: the body at the upper end minus the body at the lower. */
  | {
      readonly kind: 'between';
      readonly variable: string;
      readonly from: Tree;
      readonly to: Tree;
      readonly body: Tree;
    }
  | {
      readonly kind: 'limit';
      readonly variable: string;
      readonly target: Tree;
      readonly body: Tree;
    }
  /**
   * `over` is what stands below the sign, LaTeX; null where nothing does. `variable` is bound in the
   * body and distributed by the declared density of the id `density`, as far as that is said.
   */
  | {
      readonly kind: 'expectation';
      readonly over: string | null;
      readonly variable: string | null;
      readonly density: string | null;
      readonly body: Tree;
    }
  /**
   * The derivative by a symbol or bound variable: as a Jacobian (rows for the operand, columns for
   * the variable) or as a gradient (of the variable's shape).
   */
  | {
      readonly kind: 'derivative';
      readonly layout: 'jacobian' | 'gradient';
      readonly by: Tree;
      readonly operand: Tree;
    };

/** An expression as it was read. */
export type Tree = Node & { readonly span?: Span };

/** The trees of one kind. */
export type TreeOf<Kind extends Tree['kind']> = Extract<Tree, { kind: Kind }>;

/** A node with a left and a right part. */
export type Binary = Extract<Tree, { kind: BinaryKind }>;

/** The parts of a node, in reading order. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
    case 'bound':
    case 'identity':
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
