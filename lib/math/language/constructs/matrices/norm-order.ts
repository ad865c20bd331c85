import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';

/** Which norm the index of the closing bar says. Throws `MathProblem` where it is none of ours. */
export function orderOf(reader: Reader, operand: Tree, close: Item): TreeOf<'norm'>['order'] {
  const index = close.sub ? canonical(close.sub) : '';
  const shape = reader.shapeOf(operand);
  const isVector = !shape.ok || shape.value[0] === 1 || shape.value[1] === 1;
  if (index === '' || index === 'F' || (index === '2' && isVector)) return 2;
  if (index === '1' && isVector) return 1;
  if (/^\\inf(ty)?$/.test(index) && isVector) return 'infinity';
  const message = isVector
    ? 'This norm is not part of the language; 1, 2 and $\\infty$ are.'
    : 'Of a matrix only the Frobenius norm is part of the language; write $\\|A\\|_F$.';
  throw problem(message, close.start, close.end, isVector ? '1, 2 or ∞' : 'F');
}
