import type { Dimension, Shape } from '@/lib/math/core/declaration';
import {
  dimensionLatex,
  isOpen,
  isScalar,
  isVector,
  productSize,
  SCALAR,
  sameShape,
  shapeLatex,
} from '@/lib/math/core/dimension';
import { caught, type MathError, MathProblem } from '@/lib/math/core/error';
import { type Binary, mapChildren, type Tree, type TreeOf } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/notation/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';

/**
 * The shape of an expression over named dimensions, which never equal one another. A literal zero
 * stands for the zero of any shape beside it; the size of an identity matrix follows from what
 * stands around it.
 */
export function shapeOf(tree: Tree, table: SymbolTable): Result<Shape, MathError> {
  return caught(() => {
    const typer = new Typer(table);
    return typer.resolved(typer.typed(tree));
  });
}

/**
 * The expression with the size of every identity matrix filled in, and its shape; `expected` is
 * what it is compared with. Fails where the shapes inside do not fit one another.
 */
export function elaborate(
  tree: Tree,
  table: SymbolTable,
  expected?: Shape,
): Result<{ tree: Tree; shape: Shape }, MathError> {
  return caught(() => {
    const typer = new Typer(table);
    const shape = typer.typed(tree);
    if (expected) typer.unifyShapes(shape, expected);
    return {
      tree: typer.identities.size === 0 ? tree : typer.filled(tree),
      shape: typer.resolved(shape),
    };
  });
}

/** The literal 0: the zero of whatever shape is asked for. */
export function isZero(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) === 0;
}

/** Unification over dimensions: names stand for themselves, only open sizes are bound. */
class Typer {
  readonly identities = new Map<Tree, Dimension>();
  readonly #table: SymbolTable;
  readonly #sizes = new Map<Dimension, Dimension>();

  constructor(table: SymbolTable) {
    this.#table = table;
  }

  resolve(size: Dimension): Dimension {
    let found = size;
    for (let next = this.#sizes.get(found); next !== undefined; next = this.#sizes.get(found))
      found = next;
    return found;
  }

  resolved([rows, columns]: Shape): Shape {
    return [this.resolve(rows), this.resolve(columns)];
  }

  unify(a: Dimension, b: Dimension): boolean {
    const [x, y] = [this.resolve(a), this.resolve(b)];
    if (x === y) return true;
    if (isOpen(x)) this.#sizes.set(x, y);
    else if (isOpen(y)) this.#sizes.set(y, x);
    else return false;
    return true;
  }

  unifyShapes(a: Shape, b: Shape): boolean {
    return (
      sameShape(this.resolved(a), this.resolved(b)) &&
      this.unify(a[0], b[0]) &&
      this.unify(a[1], b[1])
    );
  }

  filled(tree: Tree): Tree {
    const open = this.identities.get(tree);
    if (tree.kind === 'identity' && open !== undefined) {
      const size = this.resolve(open);
      if (isOpen(size))
        throw this.#wrong(tree, 'The size of this identity matrix is not clear here.');
      return { ...tree, size };
    }
    return mapChildren(tree, (child) => this.filled(child));
  }

  typed(tree: Tree): Shape {
    switch (tree.kind) {
      case 'number':
      case 'constant':
      case 'bound':
      case 'size':
        return SCALAR;
      case 'identity': {
        const size = tree.size ?? `?${this.identities.size}`;
        if (tree.size === null) this.identities.set(tree, size);
        return [size, size];
      }
      case 'symbol': {
        const type = this.#table.typeOf(tree.id);
        return type?.kind === 'matrix' ? type.shape : SCALAR;
      }
      case 'negate':
        return this.typed(tree.operand);
      case 'transpose': {
        const [rows, columns] = this.typed(tree.operand);
        return [columns, rows];
      }
      case 'norm':
        this.typed(tree.operand);
        return SCALAR;
      case 'inner':
        return this.#inner(tree);
      case 'add':
      case 'subtract':
        return this.#sum(tree);
      case 'hadamard': {
        const [left, right] = [this.typed(tree.left), this.typed(tree.right)];
        if (this.unifyShapes(left, right)) return this.resolved(left);
        throw this.#wrong(
          tree,
          `Entry by entry only matrices of one shape are multiplied, here they are ${this.#words(left)} and ${this.#words(right)}.`,
        );
      }
      case 'kronecker': {
        const [left, right] = [
          this.resolved(this.typed(tree.left)),
          this.resolved(this.typed(tree.right)),
        ];
        return [productSize(left[0], right[0]), productSize(left[1], right[1])];
      }
      case 'multiply':
      case 'dot':
        return this.#product(tree);
      case 'divide':
        return this.#quotient(tree);
      case 'power':
        return this.#power(tree);
      case 'call':
        return this.#call(tree);
      case 'apply':
        return this.#apply(tree);
      case 'matrix': {
        for (const cell of tree.rows.flat()) {
          if (!isScalar(this.resolved(this.typed(cell))))
            throw this.#wrong(tree, 'The entries of a matrix must be scalars.');
        }
        return [tree.rows.length, tree.rows[0]?.length ?? 0];
      }
      case 'entry':
        return this.#entry(tree);
      case 'indicator':
        this.#condition(tree.condition);
        return SCALAR;
      case 'cases':
        return this.#cases(tree);
      case 'sum':
      case 'product':
      case 'integral':
      case 'between': {
        this.#scalar(tree.from);
        this.#scalar(tree.to);
        if (tree.kind === 'product') this.#scalar(tree.body);
        return this.typed(tree.body);
      }
      case 'limit':
        this.#scalar(tree.target);
        return this.typed(tree.body);
      case 'expectation':
        return this.typed(tree.body);
      case 'derivative':
        return this.#derivative(tree);
      case 'relation':
        throw this.#wrong(tree, 'This is a statement; a formula is asked for here.');
    }
  }

  #scalar(tree: Tree): void {
    const shape = this.resolved(this.typed(tree));
    if (isScalar(shape)) return;
    throw this.#wrong(
      tree,
      `$${this.#latex(tree)}$ is $${shapeLatex(shape)}$; a scalar is needed here.`,
    );
  }

  #cases(tree: TreeOf<'cases'>): Shape {
    const shapes = tree.branches.flatMap(({ value, condition }) => {
      if (condition) this.#condition(condition);
      const shape = this.typed(value);
      return isZero(value) ? [] : [shape];
    });
    const [first = SCALAR] = shapes;
    const other = shapes.find((shape) => !this.unifyShapes(first, shape));
    if (!other) return this.resolved(first);
    throw this.#wrong(
      tree,
      `The cases have different shapes, $${this.#shown(first)}$ and $${this.#shown(other)}$.`,
    );
  }

  /** Both sides of a relation must be scalars. */
  #condition(tree: Tree): void {
    if (tree.kind !== 'relation') {
      this.#scalar(tree);
      return;
    }
    for (const side of [tree.left, tree.right]) {
      if (side.kind === 'relation') this.#condition(side);
      else if (!isScalar(this.resolved(this.typed(side)))) {
        throw this.#wrong(
          side,
          `$${this.#latex(side)}$ is not a scalar; only scalars can be compared.`,
        );
      }
    }
  }

  #inner(tree: Binary): Shape {
    const [left, right] = [this.typed(tree.left), this.typed(tree.right)];
    if (this.unifyShapes(left, right)) return SCALAR;
    throw this.#wrong(
      tree,
      `The two sides of an inner product must have one shape, here they are ${this.#words(left)} and ${this.#words(right)}.`,
    );
  }

  #sum(tree: Binary): Shape {
    const [left, right] = [this.typed(tree.left), this.typed(tree.right)];
    if (this.unifyShapes(left, right)) return this.resolved(left);
    if (isZero(tree.left)) return right;
    if (isZero(tree.right)) return left;
    const verb = tree.kind === 'add' ? 'added' : 'subtracted';
    throw this.#wrong(
      tree,
      `$${this.#latex(tree.left)}$ is ${this.#words(left)} and $${this.#latex(tree.right)}$ is ${this.#words(right)}; they cannot be ${verb}.`,
    );
  }

  #product(tree: Binary): Shape {
    const [left, right] = [
      this.resolved(this.typed(tree.left)),
      this.resolved(this.typed(tree.right)),
    ];
    if (isScalar(left)) return right;
    if (isScalar(right)) return left;
    // Of two columns a product sign means the inner product; a size that is open is no column's.
    if (tree.kind === 'dot' && left[1] === 1 && right[1] === 1 && sameShape(left, right))
      return SCALAR;
    if (this.unify(left[1], right[0])) return this.resolved([left[0], right[1]]);
    const shapes = `$(${shapeLatex(left)}) \\cdot (${shapeLatex(right)})$`;
    throw this.#wrong(
      tree,
      `$${this.#latex(tree)}$: ${shapes}, the inner dimensions $${dimensionLatex(left[1])}$ and $${dimensionLatex(right[0])}$ differ.`,
    );
  }

  #quotient(tree: Binary): Shape {
    const left = this.typed(tree.left);
    const right = this.resolved(this.typed(tree.right));
    if (isScalar(right)) return left;
    throw this.#wrong(
      tree,
      `$${this.#latex(tree.right)}$ is $${shapeLatex(right)}$; one can divide by scalars only.`,
    );
  }

  #power(tree: Binary): Shape {
    const left = this.resolved(this.typed(tree.left));
    const right = this.resolved(this.typed(tree.right));
    if (!isScalar(right))
      throw this.#wrong(
        tree,
        `The exponent $${this.#latex(tree.right)}$ is $${shapeLatex(right)}$, it should be a scalar.`,
      );
    if (isScalar(left)) return SCALAR;
    if (this.unify(left[0], left[1])) return this.resolved(left);
    throw this.#wrong(
      tree,
      `$${this.#latex(tree.left)}$ is $${shapeLatex(left)}$; only square matrices have powers.`,
    );
  }

  #call(tree: TreeOf<'call'>): Shape {
    const shapes = tree.args.map((arg) => this.resolved(this.typed(arg)));
    const [first = SCALAR] = shapes;
    if (tree.name === 'trace' || tree.name === 'det') {
      if (this.unify(first[0], first[1])) return SCALAR;
      const what = tree.name === 'det' ? 'determinant' : 'trace';
      throw this.#wrong(
        tree,
        `Only square matrices have a ${what}, this is $${shapeLatex(first)}$.`,
      );
    }
    if (tree.name === 'diag') {
      const [rows, columns] = first;
      if (isVector(first)) return rows === 1 ? [columns, columns] : [rows, rows];
      if (this.unify(rows, columns)) return [this.resolve(rows), 1];
      throw this.#wrong(
        tree,
        `Only vectors and square matrices have a diagonal, this is $${shapeLatex(first)}$.`,
      );
    }
    const large = shapes.findIndex((shape) => !isScalar(shape));
    const shape = shapes[large];
    const argument = tree.args[large];
    if (!shape || !argument) return SCALAR;
    const fits = shapes.every((other) => isScalar(other) || this.unifyShapes(other, shape));
    if (this.#table.elementwise && fits) return shape;
    throw this.#wrong(
      argument,
      `$${this.#latex(argument)}$ is $${shapeLatex(shape)}$; this function takes scalars.`,
    );
  }

  #apply(tree: TreeOf<'apply'>): Shape {
    const type = this.#table.typeOf(tree.id);
    const name = this.#table.latexOf(tree.id);
    if (type?.kind !== 'function') throw this.#wrong(tree, `$${name}$ is not a function.`);
    for (const [index, argument] of tree.args.entries()) {
      const expected = type.from[index] ?? SCALAR;
      const shape = this.typed(argument);
      if (this.unifyShapes(expected, shape)) continue;
      throw this.#wrong(
        tree,
        `$${name}$ takes ${isScalar(expected) ? 'a scalar' : `a $${shapeLatex(expected)}$ argument`}, $${this.#latex(argument)}$ is ${this.#words(shape)}.`,
      );
    }
    const [from = SCALAR] = type.from;
    if (tree.order === 0 || isScalar(from)) return type.to;
    if (tree.order === 1 && from[1] === 1 && type.to[1] === 1) return [type.to[0], from[0]];
    throw this.#wrong(tree, `This derivative of $${name}$ is no matrix.`);
  }

  #entry(tree: TreeOf<'entry'>): Shape {
    const shape = this.resolved(this.typed(tree.operand));
    this.#scalar(tree.row);
    if (tree.column) this.#scalar(tree.column);
    const isRight = tree.column ? !isScalar(shape) : isVector(shape) && !isScalar(shape);
    if (isRight) return SCALAR;
    throw this.#wrong(
      tree,
      `$${this.#latex(tree.operand)}$ is $${shapeLatex(shape)}$; its entries have ${isVector(shape) ? 'one index' : 'two indices'}.`,
    );
  }

  #derivative(tree: TreeOf<'derivative'>): Shape {
    const operand = this.resolved(this.typed(tree.operand));
    const by = this.typed(tree.by);
    if (isScalar(by)) return operand;
    if (tree.layout === 'gradient' && isScalar(operand)) return by;
    if (tree.layout === 'jacobian' && by[1] === 1 && operand[1] === 1) return [operand[0], by[0]];
    throw this.#wrong(
      tree,
      `The derivative of a $${shapeLatex(operand)}$ by a $${shapeLatex(by)}$ is no matrix here.`,
    );
  }

  #latex(tree: Tree): string {
    return toLatex(tree, this.#table);
  }

  #shown(shape: Shape): string {
    return shapeLatex(this.resolved(shape));
  }

  #words(shape: Shape): string {
    const settled = this.resolved(shape);
    return isScalar(settled) ? 'a scalar' : `$${shapeLatex(settled)}$`;
  }

  #wrong({ span }: Tree, message: string): MathProblem {
    return new MathProblem({ message, start: span?.start ?? 0, end: span?.end ?? 0 });
  }
}
