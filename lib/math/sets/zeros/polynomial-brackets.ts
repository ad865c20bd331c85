import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';

/** Coefficients by powers of one symbol, the constant first, in Float64. */
export type Polynomial = readonly number[];

const MOST_DEGREE = 24;
/** As many as there are between the largest and the smallest number of Float64. */
const BISECTIONS = 2100;
/** Where less than this share is left of two summands, digits were lost. */
const CANCELLED = 1e-6;

/**
 * The coefficients of a tree as a polynomial in one symbol; null where it is none, or of a high
 * degree. `numberOf` gives the value of a part without the symbol.
 */
export function polynomialIn(
  tree: Tree,
  id: string,
  numberOf: (part: Tree) => number,
): Polynomial | null {
  const visit = (node: Tree): Polynomial | null => {
    if (!symbolsIn(node).has(id)) return [numberOf(node)];
    switch (node.kind) {
      case 'symbol':
        return [0, 1];
      case 'negate':
        return times(visit(node.operand), [-1]);
      case 'add':
        return plus(visit(node.left), visit(node.right));
      case 'subtract':
        return plus(visit(node.left), times(visit(node.right), [-1]));
      case 'multiply':
      case 'dot':
        return times(visit(node.left), visit(node.right));
      case 'divide':
        return symbolsIn(node.right).has(id)
          ? null
          : times(visit(node.left), [1 / numberOf(node.right)]);
      case 'power':
        return powerOf(visit(node.left), exponentOf(node.right));
      default:
        return null;
    }
  };
  const found = visit(tree);
  return found?.every(Number.isFinite) ? found : null;
}

function plus(left: Polynomial | null, right: Polynomial | null): Polynomial | null {
  if (!left || !right) return null;
  const length = Math.max(left.length, right.length);
  return Array.from({ length }, (_, power) => sumOf(left[power] ?? 0, right[power] ?? 0));
}

/** NaN where too few digits are left: nobody knows whether the power is there at all. */
function sumOf(left: number, right: number): number {
  const sum = left + right;
  const isExact = Number.isSafeInteger(left) && Number.isSafeInteger(right);
  const isKept = Math.abs(sum) >= CANCELLED * Math.max(Math.abs(left), Math.abs(right));
  return isExact || isKept ? sum : Number.NaN;
}

function exponentOf(tree: Tree): number | null {
  return tree.kind === 'number' && /^\d{1,2}$/.test(tree.text) ? Number(tree.text) : null;
}

function times(left: Polynomial | null, right: Polynomial | null): Polynomial | null {
  if (!left || !right || left.length + right.length - 2 > MOST_DEGREE) return null;
  const product = new Array<number>(left.length + right.length - 1).fill(0);
  for (const [i, a] of left.entries())
    for (const [j, b] of right.entries()) product[i + j] = sumOf(product[i + j] ?? 0, a * b);
  return product;
}

function powerOf(base: Polynomial | null, exponent: number | null): Polynomial | null {
  if (exponent === null || exponent > MOST_DEGREE) return null;
  let power: Polynomial | null = [1];
  for (let count = 0; count < exponent; count++) power = times(power, base);
  return power;
}

/** The derivative of a polynomial. */
export function slopeOf(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((factor, place) => factor * (place + 1));
}

/**
 * Neighbouring numbers between which a polynomial changes its sign, all there are up to rounding:
 * between two zeros of the derivative, and beyond them, there is at most one.
 */
export function signChanges(polynomial: Polynomial): { low: number; high: number }[] {
  const top = polynomial.findLastIndex((factor) => factor !== 0);
  if (top < 1) return [];
  const factors = polynomial.slice(0, top + 1);
  const leading = factors[top] ?? 1;
  // Cauchy's bound: no zero is larger.
  const bound = 1 + Math.max(...factors.slice(0, top).map((factor) => Math.abs(factor / leading)));
  if (!Number.isFinite(bound)) return [];
  const turns = signChanges(slopeOf(factors)).map(({ low }) => low);
  // 0 by itself: no halving ever arrives there.
  const places = [-bound, ...turns, 0, bound].sort((a, b) => a - b);
  return places.slice(1).flatMap((to, place) => {
    const from = places[place] ?? to;
    const [left, right] = [signAt(factors, from), signAt(factors, to)];
    if (left === 0) return [{ low: from, high: from }];
    return right === 0 || left === right ? [] : [bisected(factors, from, to, left)];
  });
}

function signAt(factors: Polynomial, x: number): number {
  return Math.sign(factors.reduceRight((sum, factor) => sum * x + factor, 0));
}

function bisected(factors: Polynomial, from: number, to: number, left: number) {
  let [low, high] = [from, to];
  for (let count = 0; count < BISECTIONS; count++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    const sign = signAt(factors, middle);
    if (sign === 0) return { low: middle, high: middle };
    if (sign === left) low = middle;
    else high = middle;
  }
  return { low, high };
}
