import type { TreeKind } from '@/lib/math/core/tree';
import type { Evaluators } from './compiler';
import type { Reading } from './construct';
import * as addition from './constructs/arithmetic/addition';
import * as degree from './constructs/arithmetic/degree';
import * as multiplication from './constructs/arithmetic/multiplication';
import * as negation from './constructs/arithmetic/negation';
import * as perCent from './constructs/arithmetic/per-cent';
import * as power from './constructs/arithmetic/power';
import * as quotient from './constructs/arithmetic/quotient';
import * as remainder from './constructs/arithmetic/remainder';
import * as bars from './constructs/brackets/bars';
import * as group from './constructs/brackets/group';
import * as roundAndSquare from './constructs/brackets/round-and-square';
import * as rounding from './constructs/brackets/rounding';
import * as derivative from './constructs/calculus/derivative';
import * as expectation from './constructs/calculus/expectation';
import * as increase from './constructs/calculus/increase';
import * as integral from './constructs/calculus/integral';
import * as limit from './constructs/calculus/limit';
import * as series from './constructs/calculus/series';
import * as application from './constructs/functions/application';
import * as functionCall from './constructs/functions/function-call';
import * as specialNotation from './constructs/functions/special-notation';
import * as cases from './constructs/logic/cases';
import * as conjunction from './constructs/logic/conjunction';
import * as indicator from './constructs/logic/indicator';
import * as relation from './constructs/logic/relation';
import * as crossProduct from './constructs/matrices/cross-product';
import * as entry from './constructs/matrices/entry';
import * as entrywiseProduct from './constructs/matrices/entrywise-product';
import * as innerProduct from './constructs/matrices/inner-product';
import * as kroneckerProduct from './constructs/matrices/kronecker-product';
import * as matrix from './constructs/matrices/matrix';
import * as norm from './constructs/matrices/norm';
import * as transpose from './constructs/matrices/transpose';
import * as boundVariable from './constructs/names/bound-variable';
import * as constant from './constructs/names/constant';
import * as identity from './constructs/names/identity';
import * as number from './constructs/names/number';
import * as ones from './constructs/names/ones';
import * as size from './constructs/names/size';
import * as symbol from './constructs/names/symbol';
import type { Printers } from './printer';
import type { Shapes } from './typer';

/**
 * All constructs of the language. To add one: its node in core/tree.ts, its file in constructs/ and a
 * line in each table here; the compiler says where one is missing.
 */

const READINGS: Readonly<Record<TreeKind, Reading>> = {
  bound: boundVariable.reading,
  number: number.reading,
  constant: constant.reading,
  identity: identity.reading,
  ones: ones.reading,
  negate: negation.reading,
  add: addition.reading,
  subtract: addition.reading,
  multiply: multiplication.reading,
  dot: multiplication.reading,
  divide: quotient.reading,
  power: power.reading,
  hadamard: entrywiseProduct.reading,
  kronecker: kroneckerProduct.reading,
  cross: crossProduct.reading,
  inner: innerProduct.reading,
  transpose: transpose.reading,
  norm: norm.reading,
  matrix: matrix.reading,
  entry: entry.reading,
  call: functionCall.reading,
  apply: application.reading,
  relation: relation.reading,
  indicator: indicator.reading,
  cases: cases.reading,
  sum: series.reading,
  product: series.reading,
  integral: integral.reading,
  between: increase.reading,
  limit: limit.reading,
  expectation: expectation.reading,
  derivative: derivative.reading,
  size: size.reading,
  // Last, as any name may be a symbol.
  symbol: symbol.reading,
};

/** What is written in a way of its own and read as nodes that others describe. */
const NOTATIONS: readonly Reading[] = [
  specialNotation.reading,
  remainder.reading,
  perCent.reading,
  degree.reading,
  group.reading,
  roundAndSquare.reading,
  bars.reading,
  rounding.reading,
  conjunction.reading,
];

/** How everything is read, in the order in which it is tried within one turn (reader.ts). */
export const readings: readonly Reading[] = [
  ...new Set([...NOTATIONS, ...Object.values(READINGS)]),
];

export const shapes: Shapes = {
  number: number.shape,
  constant: constant.shape,
  symbol: symbol.shape,
  bound: boundVariable.shape,
  identity: identity.shape,
  ones: ones.shape,
  size: size.shape,
  negate: negation.shape,
  add: addition.shape,
  subtract: addition.shape,
  multiply: multiplication.shape,
  dot: multiplication.shape,
  divide: quotient.shape,
  power: power.shape,
  hadamard: entrywiseProduct.shape,
  kronecker: kroneckerProduct.shape,
  cross: crossProduct.shape,
  inner: innerProduct.shape,
  transpose: transpose.shape,
  norm: norm.shape,
  matrix: matrix.shape,
  entry: entry.shape,
  call: functionCall.shape,
  apply: application.shape,
  relation: relation.shape,
  indicator: indicator.shape,
  cases: cases.shape,
  sum: series.shape,
  product: series.shape,
  integral: integral.shape,
  between: increase.shape,
  limit: limit.shape,
  expectation: expectation.shape,
  derivative: derivative.shape,
};

export const evaluators: Evaluators = {
  number: number.evaluate,
  constant: constant.evaluate,
  symbol: symbol.evaluate,
  bound: boundVariable.evaluate,
  identity: identity.evaluate,
  ones: ones.evaluate,
  size: size.evaluate,
  negate: negation.evaluate,
  add: addition.evaluate,
  subtract: addition.evaluate,
  multiply: multiplication.evaluate,
  dot: multiplication.evaluate,
  divide: quotient.evaluate,
  power: power.evaluate,
  hadamard: entrywiseProduct.evaluate,
  kronecker: kroneckerProduct.evaluate,
  cross: crossProduct.evaluate,
  inner: innerProduct.evaluate,
  transpose: transpose.evaluate,
  norm: norm.evaluate,
  matrix: matrix.evaluate,
  entry: entry.evaluate,
  call: functionCall.evaluate,
  apply: application.evaluate,
  relation: relation.evaluate,
  indicator: indicator.evaluate,
  cases: cases.evaluate,
  sum: series.evaluate,
  product: series.evaluate,
  integral: integral.evaluate,
  between: increase.evaluate,
  limit: limit.evaluate,
  expectation: expectation.evaluate,
  derivative: derivative.evaluate,
};

export const printers: Printers = {
  number: number.print,
  constant: constant.print,
  symbol: symbol.print,
  bound: boundVariable.print,
  identity: identity.print,
  ones: ones.print,
  size: size.print,
  negate: negation.print,
  add: addition.print,
  subtract: addition.print,
  multiply: multiplication.print,
  dot: multiplication.print,
  divide: quotient.print,
  power: power.print,
  hadamard: entrywiseProduct.print,
  kronecker: kroneckerProduct.print,
  cross: crossProduct.print,
  inner: innerProduct.print,
  transpose: transpose.print,
  norm: norm.print,
  matrix: matrix.print,
  entry: entry.print,
  call: functionCall.print,
  apply: application.print,
  relation: relation.print,
  indicator: indicator.print,
  cases: cases.print,
  sum: series.print,
  product: series.print,
  integral: integral.print,
  between: increase.print,
  limit: limit.print,
  expectation: expectation.print,
  derivative: derivative.print,
};
