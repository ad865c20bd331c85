import type { Complex, MathJsInstance, MathNode } from 'mathjs';
import { MATHJS_NAMES } from './library';

/** A function of mathjs, called with data only. */
type MathjsFunction = (...args: unknown[]) => unknown;

/** What programs use of mathjs: its reader, and its functions as they are called from within a program. */
export interface Mathjs {
  /** From text to nodes; throws where there is a slip. Nothing is ever evaluated by mathjs itself. */
  parse: (text: string) => MathNode;
  /** By name, with indices and dimensions counted from one. */
  functionOf: (name: string) => MathjsFunction | null;
  complex: (re: number, im: number) => Complex;
  isComplex: (value: unknown) => value is Complex;
  isMatrix: (value: unknown) => value is { valueOf: () => unknown };
}

/**
 * What leads from a formula to code, to the settings or to chance, taken away as the security page
 * of mathjs says. No program can name them either, nor anything else outside of `library.ts`;
 * `typed`, `config` and `chain`, on which mathjs itself is built, are out of reach by that alone.
 */
const DISABLED = [
  ...['import', 'createUnit', 'reviver', 'evaluate', 'parse', 'compile', 'parser', 'help'],
  ...['simplify', 'simplifyCore', 'simplifyConstant', 'derivative', 'resolve', 'rationalize'],
  ...['random', 'randomInt', 'pickRandom', 'unit', 'print', 'format'],
];

/** What the walk over a program needs of mathjs besides the functions that programs may call. */
const FOR_INDICES = ['index', 'subset'];

let loaded: Promise<Mathjs> | null = null;

/** An instance of mathjs made for programs; loaded with the first part that has one. */
export function loadMathjs(): Promise<Mathjs> {
  loaded ??= make();
  return loaded;
}

async function make(): Promise<Mathjs> {
  const { default: mathjs } = await import('mathjs/lib/browser/math.js');
  const math = mathjs.create(mathjs.all);
  const parse = math.parse.bind(math);
  const functions = functionsIn(math);
  const refuse = () => {
    throw new Error('this function is not available');
  };
  const { import: disable } = math;
  disable(Object.fromEntries(DISABLED.map((name) => [name, refuse])), { override: true });
  return {
    parse: (text) => parse(text),
    functionOf: (name) => functions.get(name) ?? null,
    complex: (re, im) => math.complex(re, im),
    isComplex: (value): value is Complex => math.isComplex(value),
    isMatrix: (value): value is { valueOf: () => unknown } => math.isMatrix(value),
  };
}

/** The functions that programs may call, as formulas of mathjs do, where dimensions count from one. */
function functionsIn(math: MathJsInstance): ReadonlyMap<string, MathjsFunction> {
  const expression: unknown = Reflect.get(math, 'expression');
  const transforms: unknown = isObject(expression) ? Reflect.get(expression, 'transform') : null;
  const own = (holder: unknown, name: string): unknown =>
    isObject(holder) && Object.hasOwn(holder, name) ? Reflect.get(holder, name) : null;
  return new Map(
    [...MATHJS_NAMES, ...FOR_INDICES].flatMap((name) => {
      const found = own(transforms, name) ?? own(math, name);
      return isCallable(found) ? [[name, found] as const] : [];
    }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isCallable(value: unknown): value is MathjsFunction {
  return typeof value === 'function';
}
