import type { Costs, Meter } from '@/lib/math/core/meter';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';
import type { FunctionBodies } from '@/lib/math/types/unfold';
import type { Environment } from './environment';

/** An expression as a closure: of a number where it is a scalar as written, else of a matrix. */
export type Compiled<N> =
  | { readonly scalar: true; readonly run: (environment: Environment<N>) => N }
  | { readonly scalar: false; readonly run: (environment: Environment<N>) => Matrix<N> };

/** Everything that a compilation depends on besides the tree. */
export interface Compilation<N> {
  arithmetic: Arithmetic<N>;
  table: SymbolTable;
  /** Realises opaque functions. */
  seed: string;
  meter: Meter;
  costs: Costs;
  /** What declared functions are; those without a body are realised at random. */
  functions: FunctionBodies;
  /** Hears of integrals and sums that have no value. */
  notice?: (finding: Finding) => void;
}

/** An integral or sum without a value, and why. */
export interface Finding {
  tree: Tree;
  what: 'divergent' | 'oscillating' | 'undefined' | 'unsettled';
}

/** The value as a matrix; a scalar is 1×1. */
export function runMatrix<N>(compiled: Compiled<N>, environment: Environment<N>): Matrix<N> {
  if (!compiled.scalar) return compiled.run(environment);
  return { rows: 1, columns: 1, data: [compiled.run(environment)] };
}
