import * as cost from './costs';

/** Functions of numbers, which are taken of lists and matrices entry by entry. */
const ENTRYWISE = [
  ...['add', 'subtract', 'dotMultiply', 'dotDivide', 'dotPow', 'unaryMinus', 'unaryPlus'],
  ...['equal', 'unequal', 'smaller', 'larger', 'smallerEq', 'largerEq', 'not', 'xor'],
  ...['abs', 'sign', 'sqrt', 'cbrt', 'square', 'cube', 'nthRoot', 'exp', 'expm1'],
  ...['log', 'log2', 'log10', 'log1p', 'conj', 're', 'im', 'arg'],
  ...['sin', 'cos', 'tan', 'sec', 'csc', 'cot', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'gamma', 'lgamma', 'erf', 'factorial'],
  ...['isInteger', 'isPositive', 'isNegative', 'isZero', 'isNaN', 'number'],
];

/** Those that take longer. */
const ROUNDING = ['mod', 'floor', 'ceil', 'round', 'fix', 'gcd', 'lcm'];

/** Functions of all entries, or of all along a dimension. */
const EACH_ENTRY = [
  ...['sum', 'prod', 'mean', 'min', 'max', 'variance', 'std', 'cumsum', 'count', 'size'],
  ...['flatten', 'squeeze', 'transpose', 'ctranspose', 'trace', 'dot', 'cross', 'concat'],
  ...['row', 'column', 'deepEqual', 'hypot'],
];

/** Every function that a program may call, with what a call takes. What is not here cannot be named. */
const COSTS: ReadonlyMap<string, cost.Cost> = new Map<string, cost.Cost>([
  ...ENTRYWISE.map((name) => [name, cost.entrywise] as const),
  ...ROUNDING.map((name) => [name, cost.rounding] as const),
  ...EACH_ENTRY.map((name) => [name, cost.eachEntry] as const),
  ...['sort', 'median', 'setDistinct'].map((name) => [name, cost.sorted] as const),
  ...['det', 'inv', 'divide'].map((name) => [name, cost.elimination] as const),
  ...['zeros', 'ones', 'identity'].map((name) => [name, cost.allocation] as const),
  ...['combinations', 'permutations'].map((name) => [name, cost.counting(1000)] as const),
  ['isPrime', cost.counting(1e6, Math.sqrt)],
  ['multiply', cost.product],
  ['kron', cost.pairs],
  ['pow', cost.power],
  ['norm', cost.norm],
  ['diag', cost.diagonal],
  ['reshape', cost.reshaping],
  ['range', cost.counted],
]);

/** What programs may call of mathjs. */
export const MATHJS_NAMES: readonly string[] = [...COSTS.keys()];

/** Functions that the run itself provides: those that call functions, and chance from the seed. */
export const CALLING = ['map', 'filter', 'forEach'] as const;
export const CHANCE = ['random', 'randomInt'] as const;
const OWN: ReadonlySet<string> = new Set([...CALLING, ...CHANCE]);

/** Names that stand for numbers unless the program gives them. */
export const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['tau', 2 * Math.PI],
]);

/** Whether an operator may stand for it. */
export function isOperation(name: string): boolean {
  return COSTS.has(name);
}

/** Whether a program may call it. */
export function isLibraryName(name: string): boolean {
  return COSTS.has(name) || OWN.has(name);
}

export function costOf(name: string): cost.Cost | null {
  return COSTS.get(name) ?? null;
}
