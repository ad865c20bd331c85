import { realBall } from '@/lib/math/arithmetic/real-ball';
import { SampleEnvironment } from '@/lib/math/compare/sample-environment';
import type { Costs, Meter } from '@/lib/math/core/meter';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import type { Environment } from '@/lib/math/evaluate/environment';
import { type Compilation, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { Sample } from '@/lib/math/evaluate/sample';
import { compile } from '@/lib/math/language/evaluate';
import { elaborate } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import {
  type Ball,
  isDefined,
  logRadius,
  logSize,
  mayBeZero,
  signOf,
  subtract,
  UNDEFINED,
} from '@/lib/math/numbers/ball';
import { type FunctionBodies, unfold } from '@/lib/math/types/unfold';

/** What values of expressions are taken with. */
export interface Setting {
  table: SymbolTable;
  /** Symbols that are not free but computed from others; no cycles. */
  definitions: ReadonlyMap<string, Tree>;
  /** What declared functions are; without it they are any smooth functions. */
  functions: FunctionBodies;
  /** The same seed gives the same points. */
  seed: string;
}

/** With how many digits values are taken, where fewer do not tell. */
export const DIGITS = [50, 110, 300] as const;
export type Digits = (typeof DIGITS)[number];

/** What balls cost, as in `lib/math/compare/precisions.ts`. */
const COSTS: Readonly<Record<Digits, Costs>> = {
  50: { operation: 50, function: 700 },
  110: { operation: 60, function: 1300 },
  300: { operation: 200, function: 4500 },
};
/** Two values are equal where nothing is left of their difference on so many bits. */
const CERTAIN_BITS = 117;
/** Differences are rounded to so many bits: more than any of the digits have. */
const VIEW_BITS = 4000;

/** The tree with definitions and functions put in, and sizes filled in; null where its shapes do not fit. */
export function plainTree(tree: Tree, { table, definitions, functions }: Setting): Tree | null {
  const replace = (id: string): Tree | null => {
    const definition = definitions.get(id);
    return definition ? substitute(definition, replace) : null;
  };
  const typed = elaborate(unfold(substitute(tree, replace), table, functions), table);
  return typed.ok ? typed.value.tree : null;
}

/** The value of a scalar at a point, with proven bounds; one symbol may be a ball by itself. */
export type ValueAt = (sample: Sample, digits: Digits, moved?: Moved) => Ball;

/** A symbol that has another value than in the sample. */
export interface Moved {
  id: string;
  to: Ball;
}

/** An expression without definitions (`plainTree`), compiled once for each number of digits. */
export function valueAt(tree: Tree, { table, functions, seed }: Setting, meter: Meter): ValueAt {
  const compiled = new Map<Digits, ReturnType<typeof compile<Ball>>>();
  return (sample, digits, moved) => {
    const compilation: Compilation<Ball> = {
      arithmetic: realBall(digits),
      table,
      seed,
      meter,
      costs: COSTS[digits],
      functions,
    };
    const expression = compiled.get(digits) ?? compile(tree, compilation);
    compiled.set(digits, expression);
    meter.spend(expression.work + COSTS[digits].operation);
    const base = new SampleEnvironment(sample, compilation, new Map());
    const environment: Environment<Ball> = moved ? withMoved(base, moved) : base;
    return runMatrix(expression.compiled, environment).data[0] ?? UNDEFINED;
  };
}

function withMoved(base: Environment<Ball>, { id, to }: Moved): Environment<Ball> {
  return {
    scalar: (name) => (name === id ? to : base.scalar(name)),
    matrix: (name) => (name === id ? { rows: 1, columns: 1, data: [to] } : base.matrix(name)),
    size: (dimension) => base.size(dimension),
  };
}

/** Whether a is below b, above it or, as far as many digits tell, equal to it; null where they do not. */
export function orderOf(a: Ball, b: Ball): -1 | 0 | 1 | null {
  const gap = subtract(a, b, VIEW_BITS);
  if (!isDefined(gap)) return null;
  if (!mayBeZero(gap)) return signOf(gap);
  const scale = Math.max(logSize(a), logSize(b), 0);
  return logRadius(gap) <= scale - CERTAIN_BITS ? 0 : null;
}
