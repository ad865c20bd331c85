import type { Shape } from '@/lib/math/core/declaration';
import { caught, type MathError } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Result } from '@/lib/result';
import { printers, shapes } from './constructs';
import { Typer } from './typer';

/**
 * The shape of an expression over named dimensions, which never equal one another. A literal zero
 * stands for the zero of any shape beside it; the size of an identity matrix follows from what
 * stands around it.
 */
export function shapeOf(tree: Tree, table: SymbolTable): Result<Shape, MathError> {
  return caught(() => new Typer(table, shapes, printers).settled(tree));
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
    const typer = new Typer(table, shapes, printers);
    const shape = typer.of(tree);
    if (expected) typer.unifyShapes(shape, expected);
    return {
      tree: typer.openSizes.size === 0 ? tree : typer.filled(tree),
      shape: typer.resolved(shape),
    };
  });
}
