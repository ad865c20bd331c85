import { compileLimit } from '@/lib/math/evaluate/limits';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark } from '@/lib/math/language/items';
import { SIGNED, SUM } from '@/lib/math/language/levels';
import { problem } from '@/lib/math/language/reading-problems';
import { boundName, spanFrom } from './bound-name';

/** `\lim_{t\to\infty}`. */
export const reading: Reading = {
  prefixes: [
    {
      starts: ['command lim'],
      turn: 'operator',
      read: (reader, item) => {
        reader.at++;
        const arrow = item.sub?.findIndex((part) => isMark(part, '->')) ?? -1;
        if (!item.sub || arrow < 1) {
          const message = 'A limit needs what goes where below it: $\\lim_{t\\to\\infty}$.';
          throw problem(message, item.start, item.end, 'a variable, an arrow and its target');
        }
        const variable = boundName(item.sub.slice(0, arrow), item);
        const target = reader.inner(item.sub.slice(arrow + 1), item);
        const body = reader.scoped(variable, () => reader.expression(SIGNED));
        return { kind: 'limit', variable, target, body, span: spanFrom(reader, item) };
      },
    },
  ],
};

export const shape: Shaped<'limit'> = (tree, typer) => {
  typer.requireScalar(tree.target);
  return typer.of(tree.body);
};

export const evaluate: Evaluate<'limit'> = (tree, { compilation, slots, compileIn }) =>
  compileLimit(tree, compilation, slots, compileIn);

export const print: Print<'limit'> = ({ variable, target, body }, printer) => ({
  latex: `\\lim_{${variable}\\to ${printer.plain(target)}}${printer.at(body, SIGNED)}`,
  level: SUM,
});
