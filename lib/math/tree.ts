/** Where in the source a tree was read: offsets of its first character and behind its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

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
} as const satisfies Record<string, readonly [number, number]>;

export type FunctionName = keyof typeof ARITY;

type Node =
  /** An exact decimal literal: digits, at most one point, at most one exponent. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e' | 'i' | 'infinity' }
  | { readonly kind: 'symbol'; readonly id: string }
  | { readonly kind: 'negate'; readonly operand: Tree }
  | {
      /** `dot` is an explicit product sign: of two columns it is their inner product. */
      readonly kind: 'add' | 'subtract' | 'multiply' | 'dot' | 'divide' | 'power';
      readonly left: Tree;
      readonly right: Tree;
    }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Tree[] }
  /** A declared opaque function at an argument. */
  | { readonly kind: 'apply'; readonly id: string; readonly argument: Tree }
  | { readonly kind: 'transpose'; readonly operand: Tree }
  /** The Euclidean norm of a vector (Frobenius of a matrix). */
  | { readonly kind: 'norm'; readonly operand: Tree }
  | { readonly kind: 'inner'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Tree[])[] }
  /** 1 where the condition holds, else 0. */
  | { readonly kind: 'indicator'; readonly condition: Tree }
  | {
      readonly kind: 'relation';
      readonly operator: RelationOperator;
      readonly left: Tree;
      readonly right: Tree;
    };

/** An expression as it was read. */
export type Tree = Node & { readonly span?: Span };

/** The parts of a node, in reading order. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
      return [];
    case 'negate':
    case 'transpose':
    case 'norm':
      return [tree.operand];
    case 'apply':
      return [tree.argument];
    case 'indicator':
      return [tree.condition];
    case 'call':
      return tree.args;
    case 'matrix':
      return tree.rows.flat();
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
      return tree;
    case 'negate':
    case 'transpose':
    case 'norm':
      return { ...tree, operand: change(tree.operand) };
    case 'apply':
      return { ...tree, argument: change(tree.argument) };
    case 'indicator':
      return { ...tree, condition: change(tree.condition) };
    case 'call':
      return { ...tree, args: tree.args.map(change) };
    case 'matrix':
      return { ...tree, rows: tree.rows.map((row) => row.map(change)) };
    default:
      return { ...tree, left: change(tree.left), right: change(tree.right) };
  }
}
