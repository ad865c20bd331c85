import type { Tree } from '@/lib/math/core/tree';
import { constantOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark } from '@/lib/math/language/items';
import { UNARY } from '@/lib/math/language/levels';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem, unexpected } from '@/lib/math/language/reading-problems';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { spanFrom } from './bound-name';
import { bindRandom, lawBelow } from './law';

const TAKES_FACTOR =
  '$\\mathbb E$ without brackets takes the one factor that follows: $\\mathbb E X Y$ reads $\\mathbb E[X]\\,Y$.';

/** `\mathbb E_{x \sim p}[f(x)]`, and `E[X]` where E is nothing else. */
export const reading: Reading = {
  prefixes: [
    { starts: ['command mathbb{E}'], turn: 'operator', read: readExpectation },
    {
      starts: ['letter E'],
      turn: 'operator',
      read: (reader, item) => {
        const next = reader.items[reader.at + 1];
        // An E of one's own has been read already; where any name is a symbol it may be one.
        const isSign = !item.sup && reader.table.defaultScalar === null;
        return isSign && next && opens(next) ? readExpectation(reader, item) : null;
      },
    },
  ],
};

function opens(item: Item): boolean {
  return isMark(item, '[') || isMark(item, '(');
}

function readExpectation(reader: Reader, item: Item): Tree {
  reader.at++;
  const open = reader.peek();
  const law = lawBelow(item.sub ?? [], reader.table);
  const around = reader.scope;
  if (law.variable !== null) reader.scope = [...around, law.variable];
  const { body, close } = open && opens(open) ? inBrackets(reader) : nextFactor(reader, item, open);
  reader.scope = around;
  const over = item.sub ? item.sub.map(canonicalItem).join(' ') : null;
  const bound = bindRandom(body, law, reader.table);
  const tree: Tree = { kind: 'expectation', over, ...bound, span: spanFrom(reader, item) };
  return close ? reader.scripted(tree, close) : tree;
}

function inBrackets(reader: Reader): { body: Tree; close: Item } {
  const { trees, close } = readArguments(reader);
  const [body] = trees;
  if (!body || trees.length > 1) throw unexpected(close);
  return { body, close };
}

/** `\mathbb E X^2` is of the one factor that follows. */
function nextFactor(
  reader: Reader,
  item: Item,
  next: Item | undefined,
): { body: Tree; close: null } {
  if (!next || (next.base.type === 'mark' && !isMark(next, '|') && !isMark(next, '‖'))) {
    const message = 'An expectation needs what it is of in brackets: $\\mathbb E[\\dots]$.';
    throw problem(message, item.start, item.end, '[');
  }
  const body = reader.deeper(() => reader.unary(UNARY));
  reader.hint(TAKES_FACTOR);
  return { body, close: null };
}

export const shape: Shaped<'expectation'> = ({ body }, typer) => typer.of(body);

/** What is not turned into an integral or a sum has a value that nothing is known of. */
export const evaluate: Evaluate<'expectation'> = (_tree, { arithmetic }) =>
  constantOf(arithmetic.constant('infinity'));

export const print: Print<'expectation'> = ({ over, body }, printer) => {
  const below = over === null ? '' : `_{${over}}`;
  return atom(`\\mathbb{E}${below}\\left[${printer.plain(body)}\\right]`);
};
