import type { Shape } from '@/lib/math/core/declaration';
import type { Span, Tree, TreeKind, TreeOf } from '@/lib/math/core/tree';
import type { Compiled } from '@/lib/math/evaluate/evaluate-types';
import type { Item } from '@/lib/math/notation/item';
import type { Compiler } from './compiler';
import type { Printed, Printer } from './printer';
import type { Infix, Postfix, Prefix, Reader } from './reader';
import type { Typer } from './typer';

/**
 * A construct of the language is one file in `constructs/` that says all there is to say of a kind
 * of node: how it is read, its shape, how it is evaluated and how it is printed. constructs.ts lists
 * them. (The model is KaTeX's `defineFunction` with `src/functions/`.)
 */

/** What stands above to the right of something, and means something of its own there. */
export interface Superscript {
  /** `text` is the exponent without spaces; null where it is not this construct's. */
  readonly read: (
    reader: Reader,
    operand: Tree,
    above: { items: readonly Item[]; text: string; span: Span },
  ) => Tree | null;
}

/** How a construct is read; nothing where another one reads it. */
export interface Reading {
  readonly prefixes?: readonly Prefix[];
  readonly infixes?: readonly Infix[];
  readonly postfixes?: readonly Postfix[];
  readonly superscripts?: readonly Superscript[];
}

export type Shaped<Kind extends TreeKind> = (tree: TreeOf<Kind>, typer: Typer) => Shape;

export type Evaluate<Kind extends TreeKind> = <N>(
  tree: TreeOf<Kind>,
  compiler: Compiler<N>,
) => Compiled<N>;

export type Print<Kind extends TreeKind> = (tree: TreeOf<Kind>, printer: Printer) => Printed;
