import { dimensionLatex, isScalar, SCALAR, sameShape, shapeLatex } from '@/lib/math/core/dimension';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { runMatrix } from '@/lib/math/evaluate/evaluate-types';
import { binaryInfix } from '@/lib/math/language/binary-infix';
import { matrixOf, scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { spanAround } from '@/lib/math/language/items';
import { PRODUCT, SIGNED, UNARY } from '@/lib/math/language/levels';
import { enclosed, type Printed, type Printer } from '@/lib/math/language/printer';
import type { Infix, Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import { matrixProduct } from '@/lib/math/numbers/matrix';

const SLASHED =
  'A product after a slash is not under it: $1/2x$ reads $\\frac{1}{2}x$. Use parentheses or a fraction for $\\frac{1}{2x}$.';
const MIXED_NUMBER =
  'A number before a fraction is multiplied: $1\\frac12$ reads $1\\cdot\\frac12$.';

const NUMBER_BEHIND =
  'A number behind a letter is a factor: $x2$ reads $x\\cdot 2$. Write x^2 for a power and x_2 for an index.';

/** Products with a sign; those without one are read by `juxtaposition`. */
export const reading: Reading = {
  infixes: [binaryInfix(['mark *'], 'dot', SIGNED, (reader) => reader.expression(PRODUCT))],
};

export const juxtaposition: Infix = {
  signs: [],
  level: PRODUCT,
  read: (reader, left, item, previous) => {
    if (previous === '/' || previous === ':') reader.hint(SLASHED);
    const before = reader.items[reader.at - 1];
    refuseTwoNumbers(before, item);
    if (before?.base.type === 'number' && item.base.type === 'fraction') reader.hint(MIXED_NUMBER);
    if (before?.base.type === 'letter' && item.base.type === 'number') reader.hint(NUMBER_BEHIND);
    return multipliedBy(reader, left);
  },
};

/** The product with the factor that comes next. */
export function multipliedBy(reader: Reader, left: Tree): Tree {
  const right = reader.unary(UNARY);
  return { kind: 'multiply', left, right, span: spanAround(left, right) };
}

/** `2 3` may be meant as 23, as 2.3 or as a product: nobody should have to guess. */
function refuseTwoNumbers(left: Item | undefined, item: Item): void {
  if (left?.base.type !== 'number' || left.sup || item.base.type !== 'number') return;
  const message =
    'Two numbers stand side by side; write a product sign between them, or join them.';
  throw problem(message, left.start, item.end, 'a product sign');
}

export const shape: Shaped<'multiply' | 'dot'> = (tree, typer) => {
  const [left, right] = [typer.settled(tree.left), typer.settled(tree.right)];
  if (isScalar(left)) return right;
  if (isScalar(right)) return left;
  // Of two columns a product sign means the inner product; a size that is open is no column's.
  if (tree.kind === 'dot' && left[1] === 1 && right[1] === 1 && sameShape(left, right))
    return SCALAR;
  if (typer.unify(left[1], right[0])) return typer.resolved([left[0], right[1]]);
  const written = `$(${shapeLatex(left)}) \\cdot (${shapeLatex(right)})$`;
  throw typer.misfit(
    tree,
    `$${typer.latex(tree)}$: ${written}, the inner dimensions $${dimensionLatex(left[1])}$ and $${dimensionLatex(right[0])}$ differ.`,
  );
};

export const evaluate: Evaluate<'multiply' | 'dot'> = (tree, compiler) => {
  const { arithmetic, compilation } = compiler;
  const [a, b] = [compiler.of(tree.left), compiler.of(tree.right)];
  compiler.work += compilation.costs.operation;
  if (a.scalar && b.scalar) {
    const [runA, runB] = [a.run, b.run];
    const { multiply } = arithmetic;
    return scalarOf((environment) => multiply(runA(environment), runB(environment)));
  }
  return matrixOf((environment) => {
    const [x, y] = [runMatrix(a, environment), runMatrix(b, environment)];
    compiler.pay(x.data.length * (y.data.length === 1 ? 1 : y.columns));
    return matrixProduct(x, y, arithmetic);
  });
};

/** From the first factor on: factors nest on the left, two thousand deep in a long product. */
export const print: Print<'multiply' | 'dot'> = (tree, printer) => {
  const products: (TreeOf<'multiply'> | TreeOf<'dot'>)[] = [];
  let first: Tree = tree;
  while (first.kind === 'multiply' || first.kind === 'dot') {
    products.push(first);
    first = first.left;
  }
  return products.reduceRight(
    (left, { kind, right }) => times(left, kind, right, printer),
    printer.print(first),
  );
};

function times(left: Printed, kind: 'multiply' | 'dot', right: Tree, printer: Printer): Printed {
  if (kind === 'dot') {
    const latex = `${enclosed(left, SIGNED)}\\cdot ${printer.at(right, PRODUCT)}`;
    return { latex, level: SIGNED };
  }
  const [first, second] = [enclosed(left, PRODUCT), printer.at(right, UNARY)];
  // Juxtaposed numbers would run together.
  if (/^[\d.]/.test(second) || startsWithNumber(right))
    return { latex: `${first}\\left(${second}\\right)`, level: PRODUCT };
  const space = second.startsWith('\\left(') ? '' : '\\,';
  return { latex: first + space + second, level: PRODUCT };
}

function startsWithNumber(tree: Tree): boolean {
  if (tree.kind === 'number') return true;
  return (
    (tree.kind === 'power' || tree.kind === 'multiply' || tree.kind === 'dot') &&
    startsWithNumber(tree.left)
  );
}
