import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Tree } from '@/lib/math/core/tree';
import type { FunctionClass } from './classes';
import { clausesOf } from './interpolation';

/** A function of one number with its slope. */
interface Known {
  f: (x: number) => number;
  g: (x: number) => number;
}

const symbol = (id: string): Tree => ({ kind: 'symbol', id });
const POINTS = ['x', 'y'].map(symbol);
const SLACK = 1e-9;

function classOf(said: Partial<FunctionClass>): FunctionClass {
  return {
    ...{ id: 'f', gradient: 'g', isOfVectors: false, isDifferentiable: true },
    ...{ convex: false, strong: null, smooth: null, ...said },
  };
}

/** Written anew, for numbers. */
function numberOf(tree: Tree, known: Known, at: Record<string, number>): number {
  const value = (part: Tree) => numberOf(part, known, at);
  switch (tree.kind) {
    case 'number':
      return Number(tree.text);
    case 'symbol':
      return at[tree.id] ?? Number.NaN;
    case 'apply': {
      const [of] = tree.args.map(value);
      return (tree.id === 'f' ? known.f : known.g)(of ?? Number.NaN);
    }
    case 'negate':
      return -value(tree.operand);
    case 'add':
      return value(tree.left) + value(tree.right);
    case 'subtract':
      return value(tree.left) - value(tree.right);
    case 'multiply':
      return value(tree.left) * value(tree.right);
    default:
      return Number.NaN;
  }
}

function holds({ operator, left, right }: Statement, known: Known, at: Record<string, number>) {
  const gap = numberOf(left, known, at) - numberOf(right, known, at);
  if (operator === '=') return Math.abs(gap) <= SLACK;
  if (operator === '>') return gap > SLACK;
  return operator === '>=' ? gap >= -SLACK : gap <= SLACK;
}

function fulfils(of: FunctionClass, known: Known, at: Record<string, number>) {
  return clausesOf(of, POINTS).every((some) => some.some((each) => holds(each, known, at)));
}

const number = fc.integer({ min: -12, max: 12 }).map((whole) => whole / 4);
const constants = fc.record({
  mu: fc.integer({ min: 1, max: 8 }).map((whole) => whole / 8),
  more: fc.integer({ min: 0, max: 12 }).map((whole) => whole / 4),
});

/** Convex functions, each with what it is besides. */
const CONVEX: readonly (Known & { name: string; strictly?: true; differentiable?: true })[] = [
  { name: 'x²', f: (x) => x * x, g: (x) => 2 * x, strictly: true, differentiable: true },
  { name: 'x⁴', f: (x) => x ** 4, g: (x) => 4 * x ** 3, strictly: true, differentiable: true },
  { name: 'exp', f: Math.exp, g: Math.exp, strictly: true, differentiable: true },
  { name: '|x|', f: Math.abs, g: Math.sign },
  { name: 'max(0, x)', f: (x) => Math.max(0, x), g: (x) => (x > 0 ? 1 : 0) },
  { name: '3x − 1', f: (x) => 3 * x - 1, g: () => 3, differentiable: true },
  {
    name: 'max(0, x)²',
    f: (x) => Math.max(0, x) ** 2,
    g: (x) => 2 * Math.max(0, x),
    differentiable: true,
  },
];

describe('what a class of functions says of two points', () => {
  it.each(CONVEX)('holds of $name', (known) => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        expect(fulfils(classOf({ convex: true, isDifferentiable: false }), known, { x, y })).toBe(
          true,
        );
        if (known.differentiable)
          expect(fulfils(classOf({ convex: true }), known, { x, y })).toBe(true);
        if (known.strictly)
          expect(fulfils(classOf({ convex: 'strictly' }), known, { x, y })).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it('holds of smooth functions, strongly convex, convex and neither', () => {
    fc.assert(
      fc.property(constants, number, number, number, ({ mu, more }, a, x, y) => {
        const L = mu + more;
        const at = { x, y, mu, L };
        const [strong, smooth] = [symbol('mu'), symbol('L')];
        // Bent by μ up to a, by L beyond it.
        const bent: Known = {
          f: (z) => (mu / 2) * (z - a) ** 2 + (more / 2) * Math.max(0, z - a) ** 2,
          g: (z) => mu * (z - a) + more * Math.max(0, z - a),
        };
        expect(fulfils(classOf({ convex: true, strong, smooth }), bent, at)).toBe(true);
        expect(fulfils(classOf({ convex: true, smooth }), bent, at)).toBe(true);
        expect(fulfils(classOf({ convex: 'strictly', smooth }), bent, at)).toBe(true);
        expect(fulfils(classOf({ convex: true, strong }), bent, at)).toBe(true);
        const wave: Known = { f: (z) => L * Math.sin(z - a), g: (z) => L * Math.cos(z - a) };
        expect(fulfils(classOf({ smooth }), wave, at)).toBe(true);
      }),
      { seed: 5 },
    );
  });

  it('holds of no numbers but those of some function', () => {
    const data = fc.record({ x: number, y: number, turn: number, slope: number, excess: number });
    const counts = { yes: 0, no: 0 };
    fc.assert(
      fc.property(data, constants, fc.constantFrom(0, 1, 2), (drawn, { mu, more }, which) => {
        const L = mu + more;
        const { x, y, turn, slope, excess } = drawn;
        if (x === y) return;
        const step = x - y;
        // The excess of f(x) over the tangent at y is the integral of how far the slope has turned.
        const known: Known = {
          f: (z) => (z === x ? slope * step + excess : 0),
          g: (z) => (z === x ? slope + turn : slope),
        };
        const [strong, smooth] = [symbol('mu'), symbol('L')];
        const of = [
          classOf({ convex: true, strong, smooth }),
          classOf({ convex: true, smooth }),
          classOf({ smooth }),
        ][which];
        const least = [mu, 0, -L][which] ?? 0;
        const isOne = canTurn({ step, turn, excess }, least, L);
        counts[isOne ? 'yes' : 'no']++;
        expect(of && fulfils(of, known, { x, y, mu, L })).toBe(isOne);
      }),
      { seed: 7, numRuns: 20_000 },
    );
    expect(counts.yes).toBeGreaterThan(300);
    expect(counts.no).toBeGreaterThan(300);
  });
});

/**
 * Whether a slope can turn so far on the way from y to x, bent by least … most, that the integral is
 * the excess: it is smallest where the slope is first bent least and then most, largest the other way.
 */
function canTurn(
  { step, turn, excess }: { step: number; turn: number; excess: number },
  least: number,
  most: number,
): boolean {
  const width = Math.abs(step);
  const rise = step > 0 ? turn : -turn;
  if (rise < least * width - SLACK || rise > most * width + SLACK) return false;
  const late = most === least ? 0 : (rise - least * width) / (most - least);
  const smallest = (least / 2) * width ** 2 + ((most - least) / 2) * late ** 2;
  const largest = rise * width - (least / 2) * width ** 2 - ((most - least) / 2) * late ** 2;
  return excess >= smallest - SLACK && excess <= largest + SLACK;
}
