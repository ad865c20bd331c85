import { sigmoid } from './activations';
import * as angles from './angles';
import * as complexParts from './complex-parts';
import { abs, exp, ln, log, log2, log10, root, sqrt } from './exponential';
import { binomial, factorial, gamma } from './factorials';
import type { MathFunction } from './function';
import * as inverseHyperbolic from './inverse-hyperbolic';
import * as inverseTrigonometric from './inverse-trigonometric';
import * as ofMatrices from './of-matrices';
import { ceil, floor, max, min, round, sign } from './steps';
import * as trigonometric from './trigonometric';

/** All functions that the language knows, by the name that they have in trees. */
export const FUNCTIONS = {
  exp,
  ln,
  log10,
  log2,
  log,
  sqrt,
  root,
  ...trigonometric,
  ...inverseTrigonometric,
  ...inverseHyperbolic,
  abs,
  sign,
  floor,
  ceil,
  round,
  min,
  max,
  ...angles,
  sigmoid,
  gamma,
  factorial,
  binomial,
  ...complexParts,
  ...ofMatrices,
} satisfies Record<string, MathFunction>;

export type FunctionName = keyof typeof FUNCTIONS;

/** The entry of a function. */
export function functionOf(name: FunctionName): MathFunction {
  return FUNCTIONS[name];
}

function isFunctionName(name: string): name is FunctionName {
  return name in FUNCTIONS;
}

const NAMES: readonly FunctionName[] = Object.keys(FUNCTIONS).filter(isFunctionName);

/** How functions are written: word or command → the function. */
export const FUNCTION_NAMES: ReadonlyMap<string, FunctionName> = new Map(
  NAMES.flatMap((name) => functionOf(name).names.map((word) => [word, name] as const)),
);

/** `sin^{-1}` is the inverse function, not the reciprocal. */
export const INVERSES: ReadonlyMap<FunctionName, FunctionName> = new Map(
  NAMES.flatMap((name) => {
    const entry = functionOf(name);
    const inverted = NAMES.find(
      (other) => 'inverseOf' in entry && FUNCTIONS[other] === entry.inverseOf,
    );
    return inverted ? [[inverted, name] as const] : [];
  }),
);
