import type { Tree } from '@/lib/math/core/tree';
import type { Evaluate, Print, Reading, Shaped } from '@/lib/math/language/construct';
import { isMark } from '@/lib/math/language/items';
import { SIGNED, SUM } from '@/lib/math/language/levels';
import type { Reader } from '@/lib/math/language/reader';

/** It is read by `signed`, before every operand. */
export const reading: Reading = {};

/** `-x` and `+x`; the sign is for the whole product that follows. */
export function signed(reader: Reader, level: number): Tree | null {
  const item = reader.peek();
  if (!item || !(isMark(item, '-') || isMark(item, '+'))) return null;
  reader.at++;
  const operand = reader.deeper(() => reader.expression(Math.max(level, SIGNED)));
  if (isMark(item, '+')) return operand;
  const span = { start: item.start, end: operand.span?.end ?? item.end };
  return { kind: 'negate', operand, span };
}

export const shape: Shaped<'negate'> = ({ operand }, typer) => typer.of(operand);

export const evaluate: Evaluate<'negate'> = ({ operand }, compiler) =>
  compiler.mapped(operand, compiler.arithmetic.negate);

export const print: Print<'negate'> = ({ operand }, printer) => ({
  latex: `-${printer.at(operand, SIGNED)}`,
  level: SUM,
});
