import { isScalar } from '@/lib/math/core/dimension';
import type { Span, Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';
import { orderOf } from '@/lib/math/language/constructs/matrices/norm-order';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { SUM } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import { closeBar } from './closing';

/** `|x|` of a scalar, `|v|` and `|v|_1` for the norm of a vector, `|A|` for a determinant. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['mark |', 'mark |<'],
      turn: 'sign',
      read: (reader, item) => {
        const { operand, close, span } = readBars(reader, item, '|');
        const tree = absolute(reader, operand, span, close);
        if (tree.kind !== 'norm') refuseIndex(close);
        return reader.scripted(tree, close);
      },
    },
  ],
};

/** What stands between two bars of one kind. */
export function readBars(
  reader: Reader,
  open: Item,
  kind: '|' | '‖',
): { operand: Tree; close: Item; span: Span } {
  reader.at++;
  reader.bars.push(kind);
  const operand = reader.expression(SUM);
  reader.bars.pop();
  const close = closeBar(reader, open, kind);
  return { operand, close, span: { start: open.start, end: close.end } };
}

function absolute(reader: Reader, operand: Tree, span: Span, close: Item): Tree {
  const shape = reader.shapeOf(operand);
  if (!shape.ok || isScalar(shape.value))
    return { kind: 'call', name: 'abs', args: [operand], span };
  const [rows, columns] = shape.value;
  if (rows === 1 || columns === 1)
    return { kind: 'norm', operand, order: orderOf(reader, operand, close), span };
  if (rows !== columns) {
    const message = 'Bars around a matrix that is not square have no meaning.';
    throw problem(message, span.start, span.end);
  }
  reader.hint('Bars around a square matrix are its determinant: $|A|$ reads $\\det A$.');
  return { kind: 'call', name: 'det', args: [operand], span };
}
