import type { Random } from '@/lib/math/core/random';
import { allocation } from './costs';
import { ProgramFault } from './fault';
import { type Data, isList } from './value';

/**
 * `random` and `randomInt` as mathjs has them, from the seed of the grade: of no argument, of the
 * ends of an interval, or of the size of a list before these.
 */
export function drawn(name: string, args: readonly Data[], random: Random): Data {
  const [first] = args;
  const size = first !== undefined && isList(first) ? first.flat().map(Number) : null;
  const [low, high] = endsOf(name, size ? args.slice(1) : args);
  const draw = () => {
    const value = low + (high - low) * random();
    return name === 'randomInt' ? Math.floor(value) : value;
  };
  if (!size) return draw();
  allocation(args.slice(0, 1));
  const row = (length: number) => Array.from({ length }, draw);
  const [rows = 0, columns] = size;
  return columns === undefined ? row(rows) : Array.from({ length: rows }, () => row(columns));
}

function endsOf(name: string, args: readonly Data[]): [number, number] {
  const numbers = args.map((arg) => {
    if (typeof arg === 'number' && Number.isFinite(arg)) return arg;
    throw new ProgramFault(`${name} takes numbers`);
  });
  const [first, second] = numbers;
  if (numbers.length > 2) throw new ProgramFault(`${name} takes the ends of an interval`);
  if (first === undefined) return [0, name === 'randomInt' ? 2 : 1];
  return second === undefined ? [0, first] : [first, second];
}
