import { isScalar, SCALAR } from '@/lib/math/core/dimension';
import { needsLimits } from '@/lib/math/core/free-symbols';
import { infiniteSign } from '@/lib/math/core/infinite';
import type { Binary, FunctionName, RelationOperator, Tree, TreeOf } from '@/lib/math/core/tree';
import type { Arithmetic } from '@/lib/math/numbers/arithmetic';
import {
  determinant,
  diagonal,
  entrywise,
  identityMatrix,
  kroneckerProduct,
  type Matrix,
  mapped,
  matrixPower,
  matrixProduct,
  normOf,
  trace,
  transposed,
} from '@/lib/math/numbers/matrix';
import {
  compileBetween,
  compileDerivative,
  compileSeries,
  type Slots,
  wholeNumber,
} from './binders';
import { type Environment, realise, realiseDerivative, sizesAt } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';
import { compileBody } from './function-body';
import { compileIntegral } from './integrals';
import { compileBetweenLimits, compileEndlessSum, compileLimit } from './limits';

/**
 * Turns a well-typed tree into a closure over one arithmetic; nothing is ever generated as code.
 * `work` is what one run of the scalar operations costs; matrices and sums pay as they run.
 */
export function compile<N>(
  tree: Tree,
  compilation: Compilation<N>,
  slots: Slots<N> = new Map(),
): { compiled: Compiled<N>; work: number } {
  const compiler = new Compiler(compilation, slots);
  const compiled = compiler.of(tree);
  return { compiled, work: compiler.work };
}

/** Functions by long series and what they cost more than the others: of whole numbers, and of any. */
const INVOLVED: Partial<Record<FunctionName, readonly [number, number]>> = {
  gamma: [4, 40],
  factorial: [4, 40],
  binomial: [4, 120],
};

type Scalar<N> = (environment: Environment<N>) => N;

class Compiler<N> {
  work = 0;
  readonly #compilation: Compilation<N>;
  readonly #arithmetic: Arithmetic<N>;
  readonly #slots: Slots<N>;

  constructor(compilation: Compilation<N>, slots: Slots<N>) {
    this.#compilation = compilation;
    this.#arithmetic = compilation.arithmetic;
    this.#slots = slots;
  }

  of(tree: Tree): Compiled<N> {
    const { arithmetic } = this.#compilation;
    switch (tree.kind) {
      case 'number':
        return constant(arithmetic.literal(tree.text));
      case 'constant':
        return constant(arithmetic.constant(tree.name));
      case 'symbol':
        return this.#symbol(tree.id);
      case 'bound': {
        const slot = this.#slots.get(tree.name);
        return slot ? { scalar: true, run: () => slot() } : constant(arithmetic.from(Number.NaN));
      }
      case 'size':
        return {
          scalar: true,
          run: (environment) => arithmetic.from(environment.size(tree.dimension)),
        };
      case 'identity':
        return {
          scalar: false,
          run: (environment) =>
            identityMatrix(sizesAt([tree.size ?? 1, 1], environment)[0], arithmetic),
        };
      case 'apply':
        return this.#apply(tree);
      case 'negate':
        return this.#mapped(tree.operand, arithmetic.negate);
      case 'add':
        return this.#entrywise(tree.left, tree.right, arithmetic.add);
      case 'subtract':
        return this.#entrywise(tree.left, tree.right, arithmetic.subtract);
      case 'hadamard':
        return this.#entrywise(tree.left, tree.right, arithmetic.multiply);
      case 'multiply':
      case 'dot':
        return this.#product(tree);
      case 'kronecker': {
        const [left, right] = [this.#matrix(tree.left), this.#matrix(tree.right)];
        return matrixOf((environment) => {
          const [a, b] = [left(environment), right(environment)];
          this.#pay(4 * a.data.length * b.data.length);
          return kroneckerProduct(a, b, arithmetic);
        });
      }
      case 'inner': {
        const [left, right] = [this.#matrix(tree.left), this.#matrix(tree.right)];
        return scalarOf((environment) => {
          const [u, v] = [left(environment), right(environment)];
          this.#pay(u.data.length);
          const row = { ...u, rows: 1, columns: u.data.length };
          const column = { ...v, rows: v.data.length, columns: 1 };
          return first(matrixProduct(row, column, arithmetic), arithmetic);
        });
      }
      case 'divide':
        return this.#quotient(tree);
      case 'power':
        return this.#power(tree);
      case 'transpose': {
        const operand = this.of(tree.operand);
        if (operand.scalar) return operand;
        return { scalar: false, run: (environment) => transposed(operand.run(environment)) };
      }
      case 'norm': {
        const operand = this.#matrix(tree.operand);
        return scalarOf((environment) => {
          const matrix = operand(environment);
          this.#pay(matrix.data.length);
          return normOf(matrix, tree.order, arithmetic);
        });
      }
      case 'matrix': {
        const cells = tree.rows.flat().map((cell) => this.scalar(cell));
        const [rows, columns] = [tree.rows.length, tree.rows[0]?.length ?? 0];
        return {
          scalar: false,
          run: (environment) => ({ rows, columns, data: cells.map((cell) => cell(environment)) }),
        };
      }
      case 'entry':
        return this.#entry(tree);
      case 'cases':
        return this.#cases(tree);
      case 'indicator':
        return { scalar: true, run: this.scalar(tree.condition) };
      case 'relation':
        return { scalar: true, run: this.#relation(tree) };
      case 'call':
        return this.#call(tree);
      case 'sum':
      case 'product':
        if (infiniteSign(tree.from) || infiniteSign(tree.to))
          return compileEndlessSum(tree, this.#compilation, this.#slots, compile);
        return compileSeries(tree, this.#ends(tree), this.#compilation, this.#slots, compile);
      case 'between':
        if (needsLimits(tree))
          return compileBetweenLimits(tree, this.#compilation, this.#slots, compile);
        return compileBetween(tree, this.#ends(tree), this.#compilation, this.#slots, compile);
      case 'derivative':
        return compileDerivative(tree, this.#compilation, this.#slots, compile);
      case 'integral':
        return compileIntegral(tree, this.#compilation, this.#slots, compile);
      case 'limit':
        return compileLimit(tree, this.#compilation, this.#slots, compile);
      // What is not evaluated has a value that nothing is known of.
      case 'expectation':
        return constant(arithmetic.constant('infinity'));
    }
  }

  /** A scalar expression; of a 1×1 matrix its entry. */
  scalar(tree: Tree): Scalar<N> {
    const compiled = this.of(tree);
    if (compiled.scalar) return compiled.run;
    return (environment) => first(compiled.run(environment), this.#arithmetic);
  }

  #matrix(tree: Tree): (environment: Environment<N>) => Matrix<N> {
    const compiled = this.of(tree);
    if (!compiled.scalar) return compiled.run;
    const { run } = compiled;
    return (environment) => ({ rows: 1, columns: 1, data: [run(environment)] });
  }

  #ends({ from, to }: { from: Tree; to: Tree }): [Scalar<N>, Scalar<N>] {
    return [this.scalar(from), this.scalar(to)];
  }

  /** Entries of matrices are handled one by one, which costs three units besides. */
  #pay(operations: number): void {
    this.#compilation.meter.spend(operations * (this.#compilation.costs.operation + 3));
  }

  #symbol(id: string): Compiled<N> {
    const type = this.#compilation.table.typeOf(id);
    this.work += 1;
    if (type?.kind === 'matrix')
      return { scalar: false, run: (environment) => environment.matrix(id) };
    return { scalar: true, run: (environment) => environment.scalar(id) };
  }

  #mapped(operand: Tree, change: (value: N) => N): Compiled<N> {
    const inner = this.of(operand);
    this.work += this.#compilation.costs.operation;
    if (inner.scalar) {
      const { run } = inner;
      return { scalar: true, run: (environment) => change(run(environment)) };
    }
    return matrixOf((environment) => {
      const matrix = inner.run(environment);
      this.#pay(matrix.data.length);
      return mapped(matrix, change);
    });
  }

  #entrywise(left: Tree, right: Tree, combine: (a: N, b: N) => N): Compiled<N> {
    const [a, b] = [this.of(left), this.of(right)];
    this.work += this.#compilation.costs.operation;
    if (a.scalar && b.scalar) {
      const [runA, runB] = [a.run, b.run];
      return { scalar: true, run: (environment) => combine(runA(environment), runB(environment)) };
    }
    return matrixOf((environment) => {
      const [x, y] = [runMatrix(a, environment), runMatrix(b, environment)];
      this.#pay(Math.max(x.data.length, y.data.length));
      return entrywise(x, y, combine, this.#arithmetic);
    });
  }

  #product(tree: Binary): Compiled<N> {
    const [a, b] = [this.of(tree.left), this.of(tree.right)];
    const { multiply } = this.#arithmetic;
    this.work += this.#compilation.costs.operation;
    if (a.scalar && b.scalar) {
      const [runA, runB] = [a.run, b.run];
      return { scalar: true, run: (environment) => multiply(runA(environment), runB(environment)) };
    }
    return matrixOf((environment) => {
      const [x, y] = [runMatrix(a, environment), runMatrix(b, environment)];
      this.#pay(x.data.length * (y.data.length === 1 ? 1 : y.columns));
      return matrixProduct(x, y, this.#arithmetic);
    });
  }

  #quotient(tree: Binary): Compiled<N> {
    const [a, divisor] = [this.of(tree.left), this.scalar(tree.right)];
    const { divide } = this.#arithmetic;
    this.work += this.#compilation.costs.operation;
    if (a.scalar) {
      const { run } = a;
      return { scalar: true, run: (environment) => divide(run(environment), divisor(environment)) };
    }
    return matrixOf((environment) => {
      const [matrix, by] = [a.run(environment), divisor(environment)];
      this.#pay(matrix.data.length);
      return mapped(matrix, (entry) => divide(entry, by));
    });
  }

  #power(tree: Binary): Compiled<N> {
    const exponent = this.scalar(tree.right);
    const { call, power } = this.#arithmetic;
    this.work += this.#compilation.costs.function;
    // e^x loses fewer digits as exp(x).
    if (tree.left.kind === 'constant' && tree.left.name === 'e')
      return { scalar: true, run: (environment) => call('exp', [exponent(environment)]) };
    const base = this.of(tree.left);
    if (base.scalar) {
      const { run } = base;
      return { scalar: true, run: (environment) => power(run(environment), exponent(environment)) };
    }
    return matrixOf((environment) => {
      const [matrix, by] = [base.run(environment), exponent(environment)];
      this.#pay(2 * matrix.rows ** 3);
      const pay = () => this.#pay(matrix.rows ** 3);
      return matrixPower(matrix, by, this.#arithmetic, pay);
    });
  }

  #apply(tree: TreeOf<'apply'>): Compiled<N> {
    const { table, seed, costs, functions } = this.#compilation;
    const args = tree.args.map((arg) => this.#matrix(arg));
    const type = table.typeOf(tree.id);
    const to = type?.kind === 'function' ? type.to : SCALAR;
    const body = functions.get(tree.id);
    if (body) return compileBody(tree, body, this.#compilation, this.#slots, compile);
    const own = `${seed}/${tree.id}`;
    const run = (environment: Environment<N>): Matrix<N> => {
      const values = args.map((arg) => arg(environment));
      const sizes = sizesAt(to, environment);
      const entries = values.reduce((sum, { data }) => sum + data.length, 0);
      const repeats = tree.order === 0 ? 1 : entries * 3 ** tree.order;
      const work = sizes[0] * sizes[1] * entries * repeats * (costs.function + 4 * costs.operation);
      this.#compilation.meter.spend(work);
      const [argument] = values;
      return tree.order > 0 && argument
        ? realiseDerivative(own, argument, sizes, tree.order, this.#arithmetic)
        : realise(own, values, sizes, this.#arithmetic);
    };
    const from = type?.kind === 'function' ? (type.from[0] ?? SCALAR) : SCALAR;
    if (!isScalar(to) || (tree.order > 0 && !isScalar(from))) return { scalar: false, run };
    return { scalar: true, run: (environment) => first(run(environment), this.#arithmetic) };
  }

  #entry(tree: TreeOf<'entry'>): Compiled<N> {
    const matrix = this.#matrix(tree.operand);
    const row = this.scalar(tree.row);
    const column = tree.column && this.scalar(tree.column);
    return {
      scalar: true,
      run: (environment) => {
        const { rows, columns, data } = matrix(environment);
        const i = wholeNumber(row(environment), this.#arithmetic);
        const j = column ? wholeNumber(column(environment), this.#arithmetic) : 1;
        const isInside =
          i !== null &&
          j !== null &&
          i >= 1 &&
          j >= 1 &&
          (column ? i <= rows && j <= columns : i <= data.length);
        const at = isInside ? (column ? (i - 1) * columns + j - 1 : i - 1) : -1;
        return data[at] ?? this.#arithmetic.from(Number.NaN);
      },
    };
  }

  #cases(tree: TreeOf<'cases'>): Compiled<N> {
    const { add, from, magnitude } = this.#arithmetic;
    const branches = tree.branches.map(({ value, condition }) => ({
      value: this.of(value),
      condition: condition && this.scalar(condition),
    }));
    const choose = (environment: Environment<N>, index: number): Matrix<N> => {
      const branch = branches[index];
      if (!branch) return { rows: 1, columns: 1, data: [from(Number.NaN)] };
      const holds = branch.condition?.(environment);
      if (holds === undefined || magnitude(holds) === 1)
        return runMatrix(branch.value, environment);
      // What does not hold for certain is 0 with an error, which must not get lost.
      return mapped(choose(environment, index + 1), (entry) => add(entry, holds));
    };
    if (!branches.every(({ value }) => value.scalar))
      return matrixOf((environment) => choose(environment, 0));
    return scalarOf((environment) => first(choose(environment, 0), this.#arithmetic));
  }

  #relation(tree: TreeOf<'relation'>): Scalar<N> {
    const { indicator, multiply } = this.#arithmetic;
    const { operator, left: start } = tree;
    const [left, right] = [
      this.scalar(start.kind === 'relation' ? start.right : start),
      this.scalar(tree.right),
    ];
    this.work += this.#compilation.costs.operation;
    const step = comparison(operator, left, right, indicator);
    if (start.kind !== 'relation') return step;
    // `a < b < c` holds where both of its steps do.
    const before = this.#relation(start);
    return (environment) => multiply(before(environment), step(environment));
  }

  #involved({ name, args }: TreeOf<'call'>): number {
    const [whole, any] = INVOLVED[name] ?? [1, 1];
    const last = args.at(-1);
    return last && this.#isWhole(last) ? whole : any;
  }

  /** Whether an expression is a whole number as it is written. */
  #isWhole(tree: Tree): boolean {
    switch (tree.kind) {
      case 'number':
        return /^\d+$/.test(tree.text);
      case 'bound':
      case 'size':
        return true;
      case 'symbol': {
        const type = this.#compilation.table.typeOf(tree.id);
        return type?.kind === 'scalar' && /integer|\.\./.test(type.domain);
      }
      case 'negate':
        return this.#isWhole(tree.operand);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'dot':
        return this.#isWhole(tree.left) && this.#isWhole(tree.right);
      default:
        return false;
    }
  }

  #call(tree: TreeOf<'call'>): Compiled<N> {
    const { name } = tree;
    const { call } = this.#arithmetic;
    const args = tree.args.map((arg) => this.of(arg));
    const [only] = args;
    this.work += this.#compilation.costs.function * this.#involved(tree);
    if (name === 'det' || name === 'trace' || name === 'diag') {
      const run = (environment: Environment<N>): Matrix<N> =>
        only ? runMatrix(only, environment) : { rows: 0, columns: 0, data: [] };
      if (name === 'diag')
        return matrixOf((environment) => diagonal(run(environment), this.#arithmetic));
      return scalarOf((environment) => {
        const matrix = run(environment);
        this.#pay(name === 'det' ? 2 * matrix.rows ** 3 : matrix.rows);
        return name === 'det'
          ? determinant(matrix, this.#arithmetic)
          : trace(matrix, this.#arithmetic);
      });
    }
    if (args.every((arg) => arg.scalar)) {
      const runs = args.flatMap((arg) => (arg.scalar ? [arg.run] : []));
      const [one, two] = runs;
      if (one && !two)
        return { scalar: true, run: (environment) => call(name, [one(environment)]) };
      return {
        scalar: true,
        run: (environment) =>
          call(
            name,
            runs.map((run) => run(environment)),
          ),
      };
    }
    return matrixOf((environment) => {
      const values = args.map((arg) => runMatrix(arg, environment));
      const large = values.reduce((a, b) => (b.data.length > a.data.length ? b : a));
      this.#compilation.meter.spend(large.data.length * this.#compilation.costs.function);
      const at = ({ data }: Matrix<N>, index: number) =>
        data[data.length === 1 ? 0 : index] ?? this.#arithmetic.from(0);
      return {
        ...large,
        data: large.data.map((_, index) =>
          call(
            name,
            values.map((value) => at(value, index)),
          ),
        ),
      };
    });
  }
}

function matrixOf<N>(run: (environment: Environment<N>) => Matrix<N>): Compiled<N> {
  return { scalar: false, run };
}

function scalarOf<N>(run: Scalar<N>): Compiled<N> {
  return { scalar: true, run };
}

function constant<N>(value: N): Compiled<N> {
  return { scalar: true, run: () => value };
}

function first<N>({ data }: Matrix<N>, arithmetic: Arithmetic<N>): N {
  return data[0] ?? arithmetic.from(Number.NaN);
}

function comparison<N>(
  operator: RelationOperator,
  left: Scalar<N>,
  right: Scalar<N>,
  indicator: Arithmetic<N>['indicator'],
): Scalar<N> {
  return (environment) => indicator(operator, left(environment), right(environment));
}
