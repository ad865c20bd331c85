import { compare } from '@/lib/math/compare/compare';
import { Meter } from '@/lib/math/core/meter';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import {
  add,
  type Ball,
  divide,
  fromNumber,
  isDefined,
  mayBeZero,
  multiply,
  negate,
  subtract,
  ZERO,
} from '@/lib/math/numbers/ball';
import { type Setting, valueAt } from './balls-at';
import { Span } from './span';

/** An equation c₁x₁ + … + cₙxₙ + c₀ = 0 by its numbers, the last of which is c₀. */
type Equation = readonly Ball[];

/** A point that solves one system of equations and not the other. */
export interface LinearWitness {
  /** The values of the symbols, in their order. */
  point: readonly Ball[];
  solvesReference: boolean;
}

const BITS = 400;
const MOST_WORK = 1_000_000;

/**
 * The equations of a system of differences that are linear in some symbols; null where one is not.
 * That they are is tested as identities are.
 */
export function linearEquations(
  differences: readonly Tree[],
  ids: readonly string[],
  setting: Setting,
): readonly Equation[] | null {
  const meter = new Meter(MOST_WORK);
  const equations: Equation[] = [];
  for (const tree of differences) {
    const at = (one: string | null): Tree =>
      substitute(tree, (id) =>
        ids.includes(id) ? { kind: 'number', text: id === one ? '1' : '0' } : null,
      );
    const constant = at(null);
    const factors = ids.map((id): Tree => ({ kind: 'subtract', left: at(id), right: constant }));
    const whole = factors.reduce<Tree>((sum, left, place) => {
      const symbol: Tree = { kind: 'symbol', id: ids[place] ?? '' };
      return { kind: 'add', left: sum, right: { kind: 'multiply', left, right: symbol } };
    }, constant);
    const { table, functions, seed } = setting;
    if (compare(tree, whole, table, { seed, functions }).verdict !== 'right') return null;
    const nowhere = { values: new Map(), sizes: new Map() };
    const numbers = [...factors, constant].map((each) =>
      valueAt(each, setting, meter)(nowhere, 110),
    );
    if (!numbers.every(isDefined)) return null;
    equations.push(numbers);
  }
  return equations;
}

/**
 * Whether two systems of linear equations have the same solutions: `same` where each follows from
 * the other, else a point that shows the difference; null where neither can be shown.
 */
export function compareSystems(
  reference: readonly Equation[],
  answer: readonly Equation[],
): 'same' | LinearWitness | null {
  if (follows(answer, reference) && follows(reference, answer)) return 'same';
  const ofReference = separating(reference, answer);
  if (ofReference) return { point: ofReference, solvesReference: true };
  const ofAnswer = separating(answer, reference);
  return ofAnswer && { point: ofAnswer, solvesReference: false };
}

/** Whether each of some equations is a combination of others. */
function follows(equations: readonly Equation[], from: readonly Equation[]): boolean {
  const span = new Span();
  const isClear = from.every((equation) => span.add(equation) !== 'unclear');
  return isClear && equations.every((equation) => span.membership(equation) === 'inside');
}

/** A solution of one system that is certain not to solve the other; null where none was found. */
function separating(system: readonly Equation[], other: readonly Equation[]): Ball[] | null {
  const [first] = system;
  const count = (first?.length ?? 1) - 1;
  const solve = solver(system, count);
  if (!solve) return null;
  // Pleasant numbers first: zeros, ones in turn, and all different.
  const choices = [
    Array.from({ length: count }, () => 0),
    ...Array.from({ length: count }, (_, place) =>
      Array.from({ length: count }, (__, at) => (at === place ? 1 : 0)),
    ),
    Array.from({ length: count }, (_, place) => place + 2),
  ];
  for (const choice of choices) {
    const point = solve(choice.map(fromNumber));
    if (other.some((equation) => !mayBeZero(valueOn(equation, point)))) return point;
  }
  return null;
}

function valueOn(equation: Equation, point: readonly Ball[]): Ball {
  return equation.reduce((sum, factor, place) => {
    const value = point[place];
    return add(sum, value ? multiply(factor, value, BITS) : factor, BITS);
  }, ZERO);
}

/** Fills the symbols that a system determines into a point; null where it has no solution, or none for certain. */
function solver(
  system: readonly Equation[],
  count: number,
): ((point: readonly Ball[]) => Ball[]) | null {
  const rows: { pivot: number; row: Ball[] }[] = [];
  for (const equation of system) {
    const rest = rows.reduce<Ball[]>((row, done) => without(row, done), [...equation]);
    const pivot = rest.findIndex((entry, place) => place < count && !mayBeZero(entry));
    const [own, last] = [rest[pivot], rest[count]];
    if (!own && last && !mayBeZero(last)) return null;
    if (!own) continue;
    const row = rest.map((entry) => divide(entry, own, BITS));
    for (const [index, done] of rows.entries())
      rows[index] = { ...done, row: without(done.row, { pivot, row }) };
    rows.push({ pivot, row });
  }
  const fixed = new Set(rows.map(({ pivot }) => pivot));
  return (point) => {
    const free = point.map((value, place) => (fixed.has(place) ? ZERO : value));
    return free.map((value, place) => {
      const own = rows.find(({ pivot }) => pivot === place);
      return own ? negate(valueOn(own.row, free)) : value;
    });
  };
}

/** A row less what makes its entry at the pivot of another 0. */
function without(
  row: readonly Ball[],
  { pivot, row: other }: { pivot: number; row: Ball[] },
): Ball[] {
  const factor = row[pivot] ?? ZERO;
  return row.map((entry, place) =>
    place === pivot ? ZERO : subtract(entry, multiply(factor, other[place] ?? ZERO, BITS), BITS),
  );
}
