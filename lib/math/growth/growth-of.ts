import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { compileScalar } from '@/lib/math/language/scalar-function';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { isDominated } from './rays';
import {
  constantSum,
  type Growth,
  logOfProduct,
  minus,
  NOTHING,
  plus,
  type Sum,
  scaled,
  times,
  variableSum,
} from './sum';

/** Larger sums are left to a person. */
const MOST_TERMS = 40;
const ONE: Sum = new Map();

/** How an expression grows as its variables do, in any way; null where that is not known. */
export function growthOf(tree: Tree, table: SymbolTable): Growth | null {
  return growthWithin(tree, { table, constants: new Map(), logs: new Map(), values: new Map() });
}

/** What was found out of the parts of one expression, each of which is asked for many times. */
interface Known {
  readonly table: SymbolTable;
  readonly constants: Map<Tree, number | null>;
  readonly logs: Map<Tree, Sum | null>;
  readonly values: Map<Tree, Sum | null>;
}

function once<Value>(found: Map<Tree, Value>, tree: Tree, find: () => Value): Value {
  const before = found.get(tree);
  if (before !== undefined) return before;
  const value = find();
  found.set(tree, value);
  return value;
}

function growthWithin(tree: Tree, known: Known): Growth | null {
  const growth = growthAsWritten(tree, known);
  return growth && growth.top.length * growth.bottom.length <= MOST_TERMS ? growth : null;
}

function growthAsWritten(tree: Tree, known: Known): Growth | null {
  const exact = logOf(tree, known);
  if (exact) return { top: [exact], bottom: [ONE] };
  const of = (part: Tree) => growthWithin(part, known);
  switch (tree.kind) {
    case 'add':
      return both(of(tree.left), of(tree.right), sumOfGrowths);
    case 'subtract':
      return both(of(tree.left), of(tree.right), difference);
    case 'multiply':
    case 'dot':
      return both(of(tree.left), of(tree.right), productOfGrowths);
    case 'divide':
      return both(of(tree.left), of(tree.right), (a, b) => productOfGrowths(a, inverse(b)));
    case 'power': {
      const exponent = constantOf(tree.right, known);
      const base = of(tree.left);
      return exponent === null || !base ? null : raised(base, exponent);
    }
    case 'call':
      return growthOfCall(tree, known);
    default:
      return null;
  }
}

function growthOfCall({ name, args }: TreeOf<'call'>, known: Known): Growth | null {
  const [first, second] = args.map((arg) => growthWithin(arg, known));
  switch (name) {
    case 'ln':
    case 'log2':
    case 'log10':
      return first ? logarithm(first) : null;
    case 'log':
      return second ? logarithm(second) : null;
    case 'sqrt':
      return first ? raised(first, 1 / 2) : null;
    case 'root': {
      const index = args[0] ? constantOf(args[0], known) : null;
      return index !== null && second ? raised(second, 1 / index) : null;
    }
    case 'floor':
    case 'ceil':
    case 'round':
    case 'abs':
      return first ?? null;
    case 'binomial':
      return first ? binomial(first, args[1], known) : null;
    case 'max':
      return both(first ?? null, second ?? null, sumOfGrowths);
    default:
      return null;
  }
}

/** C(n, k) grows as n^k for a whole constant k where n grows. */
function binomial(of: Growth, below: Tree | undefined, known: Known): Growth | null {
  const count = below ? constantOf(below, known) : null;
  if (count === null || !Number.isInteger(count) || count < 0) return null;
  if (!isDominated({ top: [ONE], bottom: [ONE] }, of)) return null;
  return count === 0 ? { top: [ONE], bottom: [ONE] } : raised(of, count);
}

function both(
  a: Growth | null,
  b: Growth | null,
  combine: (a: Growth, b: Growth) => Growth | null,
): Growth | null {
  return a && b ? combine(a, b) : null;
}

function sumOfGrowths(a: Growth, b: Growth): Growth {
  return {
    top: [...products(a.top, b.bottom), ...products(b.top, a.bottom)],
    bottom: products(a.bottom, b.bottom),
  };
}

/** What is subtracted must be small beside the rest however the variables grow: else it may cancel. */
function difference(a: Growth, b: Growth): Growth | null {
  return isDominated(b, a) ? a : null;
}

function productOfGrowths(a: Growth, b: Growth): Growth {
  return { top: products(a.top, b.top), bottom: products(a.bottom, b.bottom) };
}

function products(a: readonly Sum[], b: readonly Sum[]): Sum[] {
  return a.flatMap((left) => b.map((right) => plus(left, right)));
}

function inverse({ top, bottom }: Growth): Growth {
  return { top: bottom, bottom: top };
}

/** Of positive terms (a + b)^c grows as a^c + b^c. */
function raised(base: Growth, exponent: number): Growth {
  if (exponent < 0) return raised(inverse(base), -exponent);
  const power = (terms: readonly Sum[]) => terms.map((term) => scaled(term, exponent));
  return { top: power(base.top), bottom: power(base.bottom) };
}

/** ln(a + b) grows as ln a + ln b where both do; null where something in it may shrink. */
function logarithm({ top, bottom }: Growth): Growth | null {
  const [divisor, ...others] = bottom;
  if (!divisor || others.length > 0) return null;
  const growing: Sum[] = [];
  const shrinking: Sum[] = [];
  for (const term of top) {
    for (const { factor, product } of minus(term, divisor).values()) {
      const log = logOfProduct(product);
      if (!log) return null;
      if (product.size > 0) (factor > 0 ? growing : shrinking).push(log);
    }
  }
  const growth = { top: growing.length > 0 ? growing : [ONE], bottom: [ONE] };
  if (shrinking.length === 0) return growth;
  return isDominated({ top: shrinking, bottom: [ONE] }, growth) ? growth : null;
}

/** The value of an expression without variables; null where it has variables, or none. */
function constantOf(tree: Tree, known: Known): number | null {
  return once(known.constants, tree, () => constantAsWritten(tree, known));
}

function constantAsWritten(tree: Tree, { table }: Known): number | null {
  if (symbolsIn(tree).size > 0) return null;
  const compiled = compileScalar(tree, table, []);
  const value = compiled.ok ? compiled.value([]) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** The logarithm of an expression, but for a bounded summand; null where it is no sum of the kind. */
function logOf(tree: Tree, known: Known): Sum | null {
  return once(known.logs, tree, () => logAsWritten(tree, known));
}

function logAsWritten(tree: Tree, known: Known): Sum | null {
  const constant = constantOf(tree, known);
  if (constant !== null) return constant > 0 ? constantSum(Math.log(constant)) : null;
  const of = (part: Tree) => logOf(part, known);
  switch (tree.kind) {
    case 'symbol':
      return variableSum(tree.id, 1);
    case 'multiply':
    case 'dot':
      return combined(of(tree.left), of(tree.right), plus);
    case 'divide':
      return combined(of(tree.left), of(tree.right), minus);
    case 'power':
      return combined(of(tree.left), exactOf(tree.right, known), times);
    case 'call':
      return logOfCall(tree, known);
    default: {
      const value = exactOf(tree, known);
      return value && logOfValue(value);
    }
  }
}

function logOfCall(tree: TreeOf<'call'>, known: Known): Sum | null {
  const [first] = tree.args;
  if (!first) return null;
  if (tree.name === 'exp') return exactOf(first, known);
  if (tree.name === 'sqrt') return combined(logOf(first, known), constantSum(1 / 2), times);
  if (tree.name === 'factorial') {
    // Stirling: ln x! = x ln x − x + (ln x)/2 + O(1).
    const [value, log] = [exactOf(first, known), logOf(first, known)];
    return value && log && plus(minus(times(value, log), value), scaled(log, 1 / 2));
  }
  const value = exactOf(tree, known);
  return value && logOfValue(value);
}

/** The logarithm of a value that is one product with a positive factor. */
function logOfValue(value: Sum): Sum | null {
  const [term, ...others] = value.values();
  if (!term || others.length > 0 || term.factor <= NOTHING) return null;
  return combined(logOfProduct(term.product), constantSum(Math.log(term.factor)), plus);
}

/** The exact value of an expression as a sum; null where it is none of the kind. */
function exactOf(tree: Tree, known: Known): Sum | null {
  return once(known.values, tree, () => valueAsWritten(tree, known));
}

function valueAsWritten(tree: Tree, known: Known): Sum | null {
  const constant = constantOf(tree, known);
  if (constant !== null) return constantSum(constant);
  const of = (part: Tree) => exactOf(part, known);
  switch (tree.kind) {
    case 'symbol':
      return variableSum(tree.id, 0);
    case 'negate':
      return combined(of(tree.operand), constantSum(-1), times);
    case 'add':
      return combined(of(tree.left), of(tree.right), plus);
    case 'subtract':
      return combined(of(tree.left), of(tree.right), minus);
    case 'multiply':
    case 'dot':
      return combined(of(tree.left), of(tree.right), times);
    case 'divide':
      return combined(of(tree.left), powerOf(of(tree.right), -1), times);
    case 'power': {
      const exponent = constantOf(tree.right, known);
      return exponent === null ? null : powerOf(of(tree.left), exponent);
    }
    case 'call':
      return valueOfCall(tree, known);
    default:
      return null;
  }
}

function valueOfCall({ name, args }: TreeOf<'call'>, known: Known): Sum | null {
  const [first, second] = args;
  if (name === 'sqrt' && first) return powerOf(exactOf(first, known), 1 / 2);
  if (name === 'ln' && first) return logOf(first, known);
  if (name === 'log2' && first)
    return combined(logOf(first, known), constantSum(1 / Math.LN2), times);
  if (name === 'log10' && first)
    return combined(logOf(first, known), constantSum(1 / Math.LN10), times);
  if (name !== 'log' || !first || !second) return null;
  const base = constantOf(first, known);
  const isBase = base !== null && base > 0 && base !== 1;
  return isBase ? combined(logOf(second, known), constantSum(1 / Math.log(base)), times) : null;
}

/** A power of one product with a positive factor. */
function powerOf(value: Sum | null, exponent: number): Sum | null {
  const [term, ...others] = value?.values() ?? [];
  if (!term || others.length > 0 || term.factor <= NOTHING) return null;
  const product = new Map(
    [...term.product].map(([id, each]) => [id, each.map((own) => own * exponent)] as const),
  );
  return times(constantSum(term.factor ** exponent), new Map([['', { factor: 1, product }]]));
}

function combined(
  a: Sum | null,
  b: Sum | null,
  combine: (a: Sum, b: Sum) => Sum | null,
): Sum | null {
  return a && b ? combine(a, b) : null;
}
