import type { Span, Tree } from '@/lib/math/core/tree';
import {
  FUNCTION_NAMES,
  type FunctionName,
  functionOf,
  INVERSES,
} from '@/lib/math/functions/functions';
import { isSeparator, readArguments } from '@/lib/math/language/constructs/brackets/arguments';
import { isMark } from '@/lib/math/language/items';
import type { Prefix, Reader, Start } from '@/lib/math/language/reader';
import { problem } from '@/lib/math/language/reading-problems';
import { canonical, type Item } from '@/lib/math/notation/item';
import { bareArgument } from './bare-argument';
import { looseExponent } from './loose-exponent';

const LOGARITHM_SQUARED =
  '$\\ln(x)^2$ reads $(\\ln x)^2$; write $\\ln(x^2)$ for the logarithm of the square.';

const SIGMOID = '$\\sigma$ is read as the logistic function, $\\sigma(x) = 1/(1+e^{-x})$.';

/** A single letter is never a function by itself. */
function startsOf(word: string): Start[] {
  return word.length > 1 ? [`command ${word}`, `letter ${word}`] : [`command ${word}`];
}

/** A prefix for every name of every function. */
export const functionPrefixes: readonly Prefix[] = [
  ...[...FUNCTION_NAMES].map(
    ([word, name]): Prefix => ({
      starts: startsOf(word),
      turn: 'sign',
      read: (reader, item) => readCall(reader, item, name),
    }),
  ),
  {
    // σ is the logistic function where it is nothing else.
    starts: ['command sigma', 'letter sigma'],
    turn: 'other name',
    read: (reader, item) => {
      const next = reader.items[reader.at + 1];
      const isCall = item.sub === null && item.primes === 0 && next && isMark(next, '(');
      if (!isCall || reader.table.defaultScalar) return null;
      reader.hint(SIGMOID);
      return readCall(reader, item, 'sigmoid');
    },
  },
  {
    starts: ['command relu', 'letter relu', 'command ReLU', 'letter ReLU'],
    turn: 'sign',
    read: (reader, item) => {
      reader.at++;
      const argument = readArgumentsOrBare(reader, item);
      const span = { start: item.start, end: reader.items[reader.at - 1]?.end ?? item.end };
      const args: Tree[] = [{ kind: 'number', text: '0' }, argument];
      return { kind: 'call', name: 'max', args, span };
    },
  },
  {
    starts: ['command Gamma', 'letter Gamma'],
    turn: 'sign',
    read: (reader, item) => {
      const next = reader.items[reader.at + 1];
      const isCall = item.sub === null && next !== undefined && isMark(next, '(');
      return isCall ? readCall(reader, item, 'gamma') : null;
    },
  },
];

function readCall(reader: Reader, item: Item, name: FunctionName): Tree {
  reader.at++;
  const { exponent, called } = scriptsOfName(reader, item, name);
  const base = name === 'ln' ? baseOf(reader, item) : null;
  if (item.sub && !base && !/^(max|min|det)$/.test(name)) throw reader.unknown(item);
  const { trees, close } = argumentsOf(reader, item, name);
  const args = base ? [base, ...trees] : trees;
  const end = close?.end ?? trees.at(-1)?.span?.end ?? item.end;
  const span = { start: item.start, end };
  const fn = base ? 'log' : called;
  requireArity(name, fn, args.length, span);
  const call: Tree = { kind: 'call', name: fn, args, span };
  const tree: Tree = exponent ? { kind: 'power', left: call, right: exponent, span } : call;
  if (close?.sup && !exponent && name === 'ln') reader.hint(LOGARITHM_SQUARED);
  return close ? reader.scripted(tree, close) : tree;
}

/** The base of `\\log_3 x` and of `log3(x)`; null for the natural logarithm. */
function baseOf(reader: Reader, item: Item): Tree | null {
  if (item.sub) return reader.inner(item.sub, item);
  const [number, open] = [reader.peek(), reader.items[reader.at + 1]];
  const isBase =
    item.base.type === 'command' &&
    item.base.text === 'log' &&
    number?.base.type === 'number' &&
    number.start === item.end &&
    open !== undefined &&
    open.start === number.end &&
    isMark(open, '(');
  if (!isBase) return null;
  reader.at++;
  return reader.inner([number], number);
}

function argumentsOf(
  reader: Reader,
  item: Item,
  name: FunctionName,
): { trees: readonly Tree[]; close: Item | null } {
  const open = reader.peek();
  const takesList = functionOf(name).arity[1] > 1 && open !== undefined;
  const isGroup = takesList && open.base.type === 'group' && open.base.items.some(isSeparator);
  if (open && (isMark(open, '(') || isGroup || (takesList && isMark(open, '['))))
    return readArguments(reader);
  return { trees: [bareArgument(reader, item, name === 'ln')], close: null };
}

function readArgumentsOrBare(reader: Reader, item: Item): Tree {
  const open = reader.peek();
  const trees =
    open && isMark(open, '(') ? readArguments(reader).trees : [bareArgument(reader, item, false)];
  const [only, ...others] = trees;
  if (only && others.length === 0) return only;
  throw problem('“relu” takes 1 argument.', item.start, item.end);
}

function requireArity(written: FunctionName, fn: FunctionName, count: number, span: Span): void {
  const [least, most] = functionOf(fn).arity;
  if (count >= least && count <= most) return;
  const takes = least === most ? `${least}` : `${least} or more`;
  const noun = takes === '1' ? 'argument' : 'arguments';
  const message = `“${written}” takes ${takes} ${noun}, here it has ${count}.`;
  throw problem(message, span.start, span.end);
}

/** `sin^2 x` is (sin x)², `sin^{-1} x` the arcsine. */
function scriptsOfName(
  reader: Reader,
  item: Item,
  name: FunctionName,
): { exponent: Tree | null; called: FunctionName } {
  // `sin^2(x)`: layout left the exponent alone because a parenthesis follows.
  const sup = item.sup ?? looseExponent(reader);
  if (!sup) return { exponent: null, called: name };
  const inverse = INVERSES.get(name);
  if (!inverse || canonical(sup).replaceAll(' ', '') !== '-1')
    return { exponent: reader.inner(sup, item), called: name };
  reader.hint(
    `$\\${name}^{-1}$ is read as the inverse function $\\operatorname{${inverse}}$, not as $1/\\${name}$.`,
  );
  return { exponent: null, called: inverse };
}
