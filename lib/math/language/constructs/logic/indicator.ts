import { SCALAR } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import { scalarOf } from '@/lib/math/language/compiler';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark, spanOf } from '@/lib/math/language/items';
import { atom } from '@/lib/math/language/printer';
import type { Reader } from '@/lib/math/language/reader';
import { problem, unexpected } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';

/** `\mathbb 1[c]`, `1_{c}`, `\mathbb 1_{c}`, `\mathbb 1(c)`, `\mathbb 1\{c\}`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['number 1'],
      turn: 'entry',
      read: (reader, item) => (item.sub ? readIndicator(reader, item) : null),
    },
    {
      starts: ['command indicator', 'letter indicator', 'command mathbb{1}', 'command mathbb{I}'],
      turn: 'sign',
      read: readIndicator,
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

function indicatorOf(condition: Tree, item: Item): Tree {
  if (condition.kind === 'relation') return { kind: 'indicator', condition, span: spanOf(item) };
  // Two conditions together are a product of indicators already.
  if (condition.kind === 'multiply' || condition.kind === 'indicator') return condition;
  throw problem('An indicator needs a condition, such as $l > 0$.', item.start, item.end);
}

export const shape: Shaped<'indicator'> = ({ condition }, typer) => {
  typer.requireCondition(condition);
  return SCALAR;
};

export const evaluate: Evaluate<'indicator'> = ({ condition }, compiler) =>
  scalarOf(compiler.scalar(condition));

export const print: Print<'indicator'> = ({ condition }, printer) =>
  atom(`\\left[${printer.plain(condition)}\\right]`);
