import type { Tree } from '@/lib/math/core/tree';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem, unexpected } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/** `\mathbb 1[c]`, `I(c)`, `1_{c}`, `\mathbb 1_{c}`, `\mathbb 1(c)`, `\mathbb 1\{c\}`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['number 1'],
      turn: 'entry',
      read: (reader, item) => (item.sub ? readIndicator(reader, item) : null),
    },
    {
      starts: [
        'command indicator',
        'letter indicator',
        'command mathbb{1}',
        'command mathbb{I}',
        'command mathbf{1}',
      ],
      turn: 'sign',
      read: readIndicator,
    },
    {
      // `I(x > 0)`; with anything else in the brackets it is another I.
      starts: ['letter I'],
      turn: 'entry',
      read: (reader, item) =>
        item.sub === null && holdsRelation(reader) ? readIndicator(reader, item) : null,
    },
  ],
};

function readIndicator(reader: Reader, item: Item): Tree {
  reader.at++;
  if (item.sub) {
    const tree = indicatorOf(reader.inner(item.sub, item), item);
    return reader.scripted(tree, item, { sup: item.sup, primes: 0 });
  }
  const open = reader.peek();
  if (!open || !(isMark(open, '(') || isMark(open, '['))) {
    throw problem('An indicator needs its condition in brackets.', item.start, item.end, '[');
  }
  const { trees, close } = readArguments(reader);
  const [condition] = trees;
  if (!condition) throw unexpected(close);
  return reader.scripted(indicatorOf(condition, item), close, { sup: close.sup, primes: 0 });
}

/** Whether the bracket behind the next item has a sign of a relation in it. */
function holdsRelation(reader: Reader): boolean {
  let depth = 0;
  for (let at = reader.at + 1; at < reader.items.length; at++) {
    reader.spend(1);
    const item = reader.items[at];
    if (!item) return false;
    if (isMark(item, '(') || isMark(item, '[')) depth++;
    if (isMark(item, ')') || isMark(item, ']')) depth--;
    if (depth <= 0) return false;
    if (['<', '>', '<=', '>=', '!=', '='].some((mark) => isMark(item, mark))) return true;
  }
  return false;
}

function indicatorOf(condition: Tree, item: Item): Tree {
  if (condition.kind === 'relation') return { kind: 'indicator', condition, span: spanOf(item) };
  // Two conditions together are a product of indicators already.
  const isProduct = condition.kind === 'multiply' || condition.kind === 'hadamard';
  if (isProduct || condition.kind === 'indicator') return condition;
  throw problem('An indicator needs a condition, such as $l > 0$.', item.start, item.end);
}

export const shape: Shaped<'indicator'> = ({ condition }, typer) =>
  typer.shapeOfCondition(condition);

export const evaluate: Evaluate<'indicator'> = ({ condition }, compiler) =>
  compiler.compilation.table.comparesEntries
    ? compiler.of(condition)
    : scalarOf(compiler.scalar(condition));

export const print: Print<'indicator'> = ({ condition }, printer) =>
  atom(`\\left[${printer.plain(condition)}\\right]`);
