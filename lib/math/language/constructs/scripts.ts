import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import type { Superscript } from '@/lib/math/language/construct';
import { isMark } from '@/lib/math/language/items';
import type { Above, Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';

const ENDS_IN_BRACES =
  'The exponent ends at its first factor: $e^{-a}b$. For a product up there type brackets: e^(-ab).';

/** Nobody transposes more often. */
const MAX_PRIMES = 4;

/** What stands above to the right: primes, a superscript with a meaning of its own, or a power. */
export function readScripts(
  superscripts: readonly Superscript[],
  reader: Reader,
  base: Tree,
  { sup, primes }: Above,
  at: Item,
): Tree {
  const span = { start: base.span?.start ?? at.start, end: at.end };
  const operand = primes > 0 ? primed(reader, base, primes, span) : base;
  if (!sup) return operand;
  const above = { items: sup, text: canonical(sup).replaceAll(' ', ''), span };
  for (const superscript of superscripts) {
    const tree = superscript.read(reader, operand, above);
    if (tree) return tree;
  }
  if (mayGoOn(reader, operand, sup)) reader.hint(ENDS_IN_BRACES);
  return { kind: 'power', left: operand, right: reader.inner(sup, at), span };
}

/**
 * `e^{-\lambda} x` is what a visual field makes of `e^-lambda x`, where most mean the product. Behind an
 * exponent of more, which was closed by hand, and behind a product sign nobody does.
 */
function mayGoOn(reader: Reader, base: Tree, [sign, , ...more]: readonly Item[]): boolean {
  const isOfE = base.kind === 'constant' && base.name === 'e';
  const next = reader.peek();
  if (!isOfE || !sign || !isMark(sign, '-') || more.length > 0 || !next) return false;
  return reader.startsFactor(next) && !isMark(next, '(');
}

function primed(
  reader: Reader,
  base: Tree,
  primes: number,
  { start, end }: { start: number; end: number },
): Tree {
  const shape = reader.shapeOf(base);
  if (shape.ok && isScalar(shape.value)) {
    const message =
      'A prime stands for a transposed matrix; this is a scalar, and its derivative is not part of this answer.';
    throw problem(message, start, end);
  }
  if (primes > MAX_PRIMES) throw problem('These are too many primes.', start, end);
  let tree = base;
  for (let prime = 0; prime < primes; prime++) tree = { kind: 'transpose', operand: tree };
  return tree;
}
