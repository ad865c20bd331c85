import type { Dimension, Shape } from './declaration';
import { type MathError, MathProblem } from './error';
import { toLatex } from './latex';
import { fail, ok, type Result } from './result';
import type { SymbolTable } from './symbol-table';
import type { Tree } from './tree';

const SCALAR: Shape = [1, 1];

export function isScalar([rows, columns]: Shape): boolean {
  return rows === 1 && columns === 1;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** A shape as mathematics: `n_f \times n_w`. */
export function shapeLatex([rows, columns]: Shape): string {
  return `${dimensionLatex(rows)} \\times ${dimensionLatex(columns)}`;
}

/** `n_theta` is written n with index θ. */
export function dimensionLatex(size: Dimension): string {
  const [, base, index] = /^([A-Za-z]+)_([A-Za-z0-9]+)$/.exec(String(size)) ?? [];
  if (base === undefined || index === undefined) return String(size);
  return `${base}_{${index.length > 1 && /^[a-z]+$/.test(index) ? `\\${index}` : index}}`;
}

/**
 * The shape of an expression over named dimensions, which never equal one another. A literal zero
 * stands for the zero of any shape beside it.
 */
export function shapeOf(tree: Tree, table: SymbolTable): Result<Shape, MathError> {
  try {
    return ok(typed(tree, table));
  } catch (error) {
    if (error instanceof MathProblem) return fail(error.problem);
    throw error;
  }
}

function typed(tree: Tree, table: SymbolTable): Shape {
  const of = (part: Tree) => typed(part, table);
  const wrong = (message: string): MathProblem =>
    new MathProblem({ message, start: tree.span?.start ?? 0, end: tree.span?.end ?? 0 });
  switch (tree.kind) {
    case 'number':
    case 'constant':
      return SCALAR;
    case 'symbol': {
      const type = table.typeOf(tree.id);
      return type?.kind === 'matrix' ? type.shape : SCALAR;
    }
    case 'negate':
      return of(tree.operand);
    case 'transpose': {
      const [rows, columns] = of(tree.operand);
      return [columns, rows];
    }
    case 'norm':
      of(tree.operand);
      return SCALAR;
    case 'inner': {
      const [left, right] = [of(tree.left), of(tree.right)];
      if (!sameShape(left, right))
        throw wrong(
          `The two sides of an inner product must have one shape, here they are $${shapeLatex(left)}$ and $${shapeLatex(right)}$.`,
        );
      return SCALAR;
    }
    case 'add':
    case 'subtract':
      return sum(tree, of(tree.left), of(tree.right), table, wrong);
    case 'multiply':
    case 'dot':
      return product(tree, of(tree.left), of(tree.right), table, wrong);
    case 'divide': {
      const [left, right] = [of(tree.left), of(tree.right)];
      if (!isScalar(right))
        throw wrong(
          `$${toLatex(tree.right, table)}$ is $${shapeLatex(right)}$; one can divide by scalars only.`,
        );
      return left;
    }
    case 'power': {
      const [left, right] = [of(tree.left), of(tree.right)];
      if (!isScalar(right))
        throw wrong(
          `The exponent $${toLatex(tree.right, table)}$ is $${shapeLatex(right)}$, it should be a scalar.`,
        );
      if (isScalar(left)) return SCALAR;
      if (left[0] !== left[1])
        throw wrong(
          `$${toLatex(tree.left, table)}$ is $${shapeLatex(left)}$; only square matrices have powers.`,
        );
      return left;
    }
    case 'call':
      return called(tree, tree.args.map(of), table, wrong);
    case 'apply': {
      const type = table.typeOf(tree.id);
      const argument = of(tree.argument);
      if (type?.kind !== 'function') throw wrong(`$${table.latexOf(tree.id)}$ is not a function.`);
      if (!sameShape(type.from, argument)) {
        throw wrong(
          `$${table.latexOf(tree.id)}$ takes a $${shapeLatex(type.from)}$ argument, $${toLatex(tree.argument, table)}$ is $${shapeLatex(argument)}$.`,
        );
      }
      return type.to;
    }
    case 'matrix': {
      for (const cell of tree.rows.flat()) {
        if (!isScalar(of(cell))) throw wrong('The entries of a matrix must be scalars.');
      }
      return [tree.rows.length, tree.rows[0]?.length ?? 0];
    }
    case 'indicator':
      condition(tree.condition, table);
      return SCALAR;
    case 'relation':
      throw wrong('This is a statement; a formula is asked for here.');
  }
}

/** Both sides of a relation must be scalars. */
function condition(tree: Tree, table: SymbolTable): void {
  if (tree.kind !== 'relation') return;
  for (const side of [tree.left, tree.right]) {
    if (side.kind === 'relation') condition(side, table);
    else if (!isScalar(typed(side, table))) {
      throw new MathProblem({
        message: `$${toLatex(side, table)}$ is not a scalar; only scalars can be compared.`,
        start: side.span?.start ?? 0,
        end: side.span?.end ?? 0,
      });
    }
  }
}

type Wrong = (message: string) => MathProblem;
type Binary = Extract<Tree, { left: Tree }>;

function sum(tree: Binary, left: Shape, right: Shape, table: SymbolTable, wrong: Wrong): Shape {
  if (sameShape(left, right)) return left;
  if (isZero(tree.left)) return right;
  if (isZero(tree.right)) return left;
  const verb = tree.kind === 'add' ? 'added' : 'subtracted';
  throw wrong(
    `$${toLatex(tree.left, table)}$ is $${shapeLatex(left)}$ and $${toLatex(tree.right, table)}$ is $${shapeLatex(right)}$; they cannot be ${verb}.`,
  );
}

function product(tree: Binary, left: Shape, right: Shape, table: SymbolTable, wrong: Wrong): Shape {
  if (isScalar(left)) return right;
  if (isScalar(right)) return left;
  if (left[1] === right[0]) return [left[0], right[1]];
  if (tree.kind === 'dot' && left[1] === 1 && sameShape(left, right)) return SCALAR;
  const shapes = `$(${shapeLatex(left)}) \\cdot (${shapeLatex(right)})$`;
  throw wrong(
    `$${toLatex(tree, table)}$: ${shapes}, the inner dimensions $${dimensionLatex(left[1])}$ and $${dimensionLatex(right[0])}$ differ.`,
  );
}

function called(
  tree: Extract<Tree, { kind: 'call' }>,
  args: readonly Shape[],
  table: SymbolTable,
  wrong: Wrong,
): Shape {
  const [first] = args;
  if ((tree.name === 'trace' || tree.name === 'det') && first) {
    if (first[0] !== first[1])
      throw wrong(
        `Only square matrices have a ${tree.name === 'det' ? 'determinant' : 'trace'}, this is $${shapeLatex(first)}$.`,
      );
    return SCALAR;
  }
  // |v| of a vector is its norm.
  if (tree.name === 'abs' && first?.[1] === 1) return SCALAR;
  for (const [index, shape] of args.entries()) {
    const argument = tree.args[index];
    if (!isScalar(shape) && argument) {
      throw wrong(
        `$${toLatex(argument, table)}$ is $${shapeLatex(shape)}$; this function takes scalars.`,
      );
    }
  }
  return SCALAR;
}

/** The literal 0: the zero of whatever shape is asked for. */
export function isZero(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) === 0;
}
