import type { Dimension, Shape } from '@/lib/math/core/declaration';
import { isOpen, isScalar, SCALAR, sameShape, shapeLatex } from '@/lib/math/core/dimension';
import { MathProblem } from '@/lib/math/core/error';
import { mapChildren, type Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { dispatch, type Table } from './dispatch';
import { Printer, type Printers } from './printer';

/** The shape of each kind of node; throws `MathProblem` where its parts do not fit one another. */
export type Shapes = Table<Typer, Shape>;

/**
 * Finds shapes by unification over dimensions: names stand for themselves, only open sizes are
 * bound. Constructs ask it for the shapes of their parts.
 */
export class Typer {
  readonly table: SymbolTable;
  /** The open size of each identity matrix and column of ones that was written without one. */
  readonly openSizes = new Map<Tree, Dimension>();
  readonly #shapes: Shapes;
  readonly #printer: Printer;
  readonly #sizes = new Map<Dimension, Dimension>();

  constructor(table: SymbolTable, shapes: Shapes, printers: Printers) {
    this.table = table;
    this.#shapes = shapes;
    this.#printer = new Printer(table, printers);
  }

  of(tree: Tree): Shape {
    return dispatch(this.#shapes, tree, this);
  }

  /** The shape with every size put in that has become known. */
  settled(tree: Tree): Shape {
    return this.resolved(this.of(tree));
  }

  resolve(size: Dimension): Dimension {
    let end = size;
    for (let next = this.#sizes.get(end); next !== undefined; next = this.#sizes.get(end))
      end = next;
    return end;
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

  /** The expression with the size of every identity matrix and column of ones. */
  filled(tree: Tree): Tree {
    const open = this.openSizes.get(tree);
    if ((tree.kind === 'identity' || tree.kind === 'ones') && open !== undefined) {
      const size = this.resolve(open);
      if (isOpen(size)) throw this.problem(tree, 'The size of this matrix is not clear here.');
      return { ...tree, size };
    }
    return mapChildren(tree, (child) => this.filled(child));
  }

  /** Refuses what is no scalar. */
  requireScalar(tree: Tree): void {
    const shape = this.settled(tree);
    if (isScalar(shape)) return;
    throw this.misfit(
      tree,
      `$${this.latex(tree)}$ is $${shapeLatex(shape)}$; a scalar is needed here.`,
    );
  }

  /** Refuses a condition that compares anything but scalars. */
  requireCondition(tree: Tree): void {
    if (tree.kind !== 'relation') {
      this.requireScalar(tree);
      return;
    }
    for (const side of [tree.left, tree.right]) {
      if (side.kind === 'relation') this.requireCondition(side);
      else if (!isScalar(this.settled(side))) {
        throw this.misfit(
          side,
          `$${this.latex(side)}$ is not a scalar; only scalars can be compared.`,
        );
      }
    }
  }

  /** The shape of an indicator: of numbers a number, of matrices one for each pair of entries where the part compares these. */
  shapeOfCondition(tree: Tree): Shape {
    if (!this.table.comparesEntries) {
      this.requireCondition(tree);
      return SCALAR;
    }
    if (tree.kind !== 'relation') return this.of(tree);
    const shapes = [tree.left, tree.right].map((side) =>
      side.kind === 'relation' ? this.shapeOfCondition(side) : this.settled(side),
    );
    const [left = SCALAR, right = SCALAR] = shapes;
    if (isScalar(left) || isZero(tree.left)) return right;
    if (isScalar(right) || isZero(tree.right) || this.unifyShapes(left, right)) return left;
    throw this.misfit(
      tree,
      `Only matrices of one shape are compared, here they are ${this.words(left)} and ${this.words(right)}.`,
    );
  }

  latex(tree: Tree): string {
    return this.#printer.plain(tree);
  }

  /** A shape in words for a message. */
  words(shape: Shape): string {
    const settled = this.resolved(shape);
    return isScalar(settled) ? 'a scalar' : `$${shapeLatex(settled)}$`;
  }

  /** Parts whose shapes do not fit one another; the message says both. */
  misfit({ span }: Tree, message: string): MathProblem {
    return new MathProblem({
      message,
      start: span?.start ?? 0,
      end: span?.end ?? 0,
      isFault: true,
    });
  }

  /** What has no shape at all, so that nothing can be said of it. */
  problem({ span }: Tree, message: string): MathProblem {
    return new MathProblem({ message, start: span?.start ?? 0, end: span?.end ?? 0 });
  }
}
