import { ProgramFault } from './fault';
import { MOST_CELLS } from './limits';
import type { Mathjs } from './mathjs';
import { type Data, type Scalar, tooLarge } from './value';

/** What a function of mathjs gave, looked through: numbers and rectangles of them, and nothing else. */
export function checkedData(raw: unknown, mathjs: Mathjs): Data {
  const plain = mathjs.isMatrix(raw) ? raw.valueOf() : raw;
  if (!Array.isArray(plain)) return scalarOf(plain, mathjs);
  return rectangle(plain, mathjs);
}

function rectangle(items: readonly unknown[], mathjs: Mathjs): Data {
  if (items.length > MOST_CELLS) throw tooLarge();
  const [first] = items;
  if (!Array.isArray(first)) return items.map((item) => scalarOf(item, mathjs));
  if (items.length * first.length > MOST_CELLS) throw tooLarge();
  return items.map((row) => {
    if (!Array.isArray(row) || row.length !== first.length)
      throw new ProgramFault('the rows of a matrix have different lengths');
    return row.map((item) => scalarOf(item, mathjs));
  });
}

function scalarOf(value: unknown, mathjs: Mathjs): Scalar {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (mathjs.isComplex(value)) return value;
  if (Array.isArray(value) || mathjs.isMatrix(value))
    throw new ProgramFault('a list of lists of lists is not part of programs');
  throw new ProgramFault('the result is neither a number nor a list of numbers');
}
