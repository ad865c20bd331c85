import type { Tree, TreeKind, TreeOf } from '@/lib/math/core/tree';
import type { CompileIn, Slots } from '@/lib/math/evaluate/binders';
import type { Environment } from '@/lib/math/evaluate/environment';
import { type Compilation, type Compiled, runMatrix } from '@/lib/math/evaluate/evaluate-types';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import { entrywise, type Matrix, mapped } from '@/lib/math/numbers/matrix';

/** How each kind of node is evaluated, in any arithmetic. */
export type Evaluators = {
  readonly [Kind in TreeKind]: <N>(tree: TreeOf<Kind>, compiler: Compiler<N>) => Compiled<N>;
};

export type Scalar<N> = (environment: Environment<N>) => N;

/** Turns trees into closures; constructs ask it for those of their parts. */
export class Compiler<N> {
  /** What one run of the scalar operations costs. */
  work = 0;
  readonly compilation: Compilation<N>;
  readonly arithmetic: Arithmetic<N>;
  readonly slots: Slots<N>;
  readonly #evaluators: Evaluators;

  constructor(compilation: Compilation<N>, slots: Slots<N>, evaluators: Evaluators) {
    this.compilation = compilation;
    this.arithmetic = compilation.arithmetic;
    this.slots = slots;
    this.#evaluators = evaluators;
  }

  of<Kind extends TreeKind>(tree: TreeOf<Kind>): Compiled<N> {
    return this.#evaluators[tree.kind](tree, this);
  }

  /** Compiles a part under other slots or in another arithmetic. */
  readonly compileIn: CompileIn = (tree, compilation, slots) =>
    compileBy(this.#evaluators, tree, compilation, slots);

  /** A scalar expression; of a 1×1 matrix its entry. */
  scalar(tree: Tree): Scalar<N> {
    const compiled = this.of(tree);
    if (compiled.scalar) return compiled.run;
    return (environment) => firstEntry(compiled.run(environment), this.arithmetic);
  }

  /** An expression as a matrix; a scalar is 1×1. */
  matrix(tree: Tree): (environment: Environment<N>) => Matrix<N> {
    const compiled = this.of(tree);
    if (!compiled.scalar) return compiled.run;
    const { run } = compiled;
    return (environment) => ({ rows: 1, columns: 1, data: [run(environment)] });
  }

  ends({ from, to }: { from: Tree; to: Tree }): [Scalar<N>, Scalar<N>] {
    return [this.scalar(from), this.scalar(to)];
  }

  /** Entries of matrices are handled one by one, which costs three units besides. */
  pay(operations: number): void {
    this.compilation.meter.spend(operations * (this.compilation.costs.operation + 3));
  }

  /** An operation on every entry. */
  mapped(operand: Tree, change: (value: N) => N): Compiled<N> {
    const inner = this.of(operand);
    this.work += this.compilation.costs.operation;
    if (inner.scalar) {
      const { run } = inner;
      return scalarOf((environment) => change(run(environment)));
    }
    return matrixOf((environment) => {
      const matrix = inner.run(environment);
      this.pay(matrix.data.length);
      return mapped(matrix, change);
    });
  }

  /** An operation on the entries of two matrices of one shape. */
  entrywise(left: Tree, right: Tree, combine: (a: N, b: N) => N): Compiled<N> {
    const [a, b] = [this.of(left), this.of(right)];
    this.work += this.compilation.costs.operation;
    if (a.scalar && b.scalar) {
      const [runA, runB] = [a.run, b.run];
      return scalarOf((environment) => combine(runA(environment), runB(environment)));
    }
    return matrixOf((environment) => {
      const [x, y] = [runMatrix(a, environment), runMatrix(b, environment)];
      this.pay(Math.max(x.data.length, y.data.length));
      return entrywise(x, y, combine, this.arithmetic);
    });
  }
}

/** The closure of a tree, and what one run of its scalar operations costs. */
export function compileBy<N>(
  evaluators: Evaluators,
  tree: Tree,
  compilation: Compilation<N>,
  slots: Slots<N>,
): { compiled: Compiled<N>; work: number } {
  const compiler = new Compiler(compilation, slots, evaluators);
  const compiled = compiler.of(tree);
  return { compiled, work: compiler.work };
}

export function matrixOf<N>(run: (environment: Environment<N>) => Matrix<N>): Compiled<N> {
  return { scalar: false, run };
}

export function scalarOf<N>(run: Scalar<N>): Compiled<N> {
  return { scalar: true, run };
}

export function constantOf<N>(value: N): Compiled<N> {
  return { scalar: true, run: () => value };
}

/** The entry of a 1×1 matrix. */
export function firstEntry<N>({ data }: Matrix<N>, arithmetic: Arithmetic<N>): N {
  return data[0] ?? arithmetic.from(Number.NaN);
}
