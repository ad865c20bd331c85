import type { Tree } from '@/lib/math/core/tree';
import type { Reading } from '@/lib/math/language/construct';
import { readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { refuseIndex } from '@/lib/math/language/constructs/refuse-index';
import { isMark, spanOf } from '@/lib/math/language/items';
import type { Reader } from '@/lib/math/language/reader';
import { FOREIGN_SYMBOL, problem, unexpected } from '@/lib/math/language/reading-problems';
import type { Item } from '@/lib/math/notation/item';
import { ASK_DOTS } from '@/lib/math/notation/refusal';
import { bareArgument } from './bare-argument';

const DOUBLE_FACTORIAL = '$n!!$ reads $(n!)!$, not the double factorial.';

/** Functions that have a notation of their own: roots, binomials, factorials, conjugates. */
export const reading: Reading = {
  prefixes: [
    { starts: ['root'], turn: 'sign', read: readRoot },
    { starts: ['binomial'], turn: 'sign', read: readBinomial },
    {
      starts: ['command cbrt', 'letter cbrt'],
      turn: 'sign',
      read: (reader, item) => (item.sub ? null : readCubeRoot(reader, item)),
    },
    { starts: ['command'], turn: 'sign', read: readBar },
    { starts: ['letter C'], turn: 'other name', read: readChosen },
    { starts: ['command dots', 'command cdots', 'command ldots'], turn: 'sign', read: refuseDots },
  ],
  postfixes: [
    {
      signs: ['mark !'],
      read: (reader, operand, span) => {
        if (operand.kind === 'call' && operand.name === 'factorial') reader.hint(DOUBLE_FACTORIAL);
        return { kind: 'call', name: 'factorial', args: [operand], span };
      },
    },
  ],
  superscripts: [
    {
      read: ({ table }, operand, { text, span }) =>
        text === '*' && table.complex
          ? { kind: 'call', name: 'conj', args: [operand], span }
          : null,
    },
  ],
};

function readRoot(reader: Reader, item: Item): Tree | null {
  if (item.base.type !== 'root') return null;
  refuseIndex(item);
  reader.at++;
  const { index, radicand } = item.base;
  const inside = reader.inner(radicand, item);
  const span = spanOf(item);
  if (!index) return reader.scripted({ kind: 'call', name: 'sqrt', args: [inside], span }, item);
  const args = [reader.inner(index, item), inside];
  return reader.scripted({ kind: 'call', name: 'root', args, span }, item);
}

function readBinomial(reader: Reader, item: Item): Tree | null {
  if (item.base.type !== 'binomial') return null;
  refuseIndex(item);
  reader.at++;
  const args = [reader.inner(item.base.top, item), reader.inner(item.base.bottom, item)];
  return reader.scripted({ kind: 'call', name: 'binomial', args, span: spanOf(item) }, item);
}

/** `C(n, k)`, where C is nothing else. */
function readChosen(reader: Reader, item: Item): Tree | null {
  const open = reader.items[reader.at + 1];
  if (item.sub || item.sup || item.primes > 0 || !open || !isMark(open, '(')) return null;
  const before = reader.at++;
  const { trees: args, close } = readArguments(reader);
  if (args.length === 2)
    return reader.scripted({ kind: 'call', name: 'binomial', args, span: spanOf(item) }, close);
  reader.at = before;
  return null;
}

function refuseDots(_: Reader, item: Item): never {
  throw problem(ASK_DOTS, item.start, item.end, FOREIGN_SYMBOL);
}

function readCubeRoot(reader: Reader, item: Item): Tree {
  reader.at++;
  const open = reader.peek();
  const read = open && isMark(open, '(') ? readArguments(reader) : null;
  const radicand = read ? read.trees[0] : bareArgument(reader, item, false);
  if (!radicand || (read && read.trees.length > 1)) throw unexpected(item);
  const args: Tree[] = [{ kind: 'number', text: '3' }, radicand];
  const tree: Tree = { kind: 'call', name: 'root', args, span: spanOf(item) };
  return read ? reader.scripted(tree, read.close) : tree;
}

/** `\bar z` over the complex numbers. */
function readBar(reader: Reader, item: Item): Tree | null {
  const { base } = item;
  const under = base.type === 'command' && base.text.startsWith('bar{') ? base.under : undefined;
  if (!under || !reader.table.complex || item.sub) return null;
  reader.at++;
  const args = [reader.inner(under, item)];
  return reader.scripted({ kind: 'call', name: 'conj', args, span: spanOf(item) }, item);
}
