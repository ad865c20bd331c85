import type { Arithmetic } from './arithmetic';
import type { MathError } from './error';
import { determinant, inverse, type Matrix, matrixProduct, scaled, transposed } from './matrix';
import { realFloat } from './real-float';
import { fail, ok, type Result } from './result';
import { isScalar, shapeOf } from './shape';
import type { SymbolTable } from './symbol-table';
import { symbolsIn } from './symbols-in';
import type { Tree } from './tree';

/** What symbols and opaque functions are at one sample. */
export interface Environment<N> {
  value: (id: string) => Matrix<N>;
  apply: (id: string, argument: Matrix<N>) => Matrix<N>;
}

export type Evaluator<N> = (environment: Environment<N>) => Matrix<N>;

/** The largest power of a matrix that is multiplied out. */
const MAX_MATRIX_POWER = 64;

/**
 * Turns a well-typed tree into a closure over one arithmetic. Scalars are 1×1 matrices. Work is
 * linear in the tree but for matrix products; nothing is ever generated as code.
 */
export function compile<N>(tree: Tree, arithmetic: Arithmetic<N>): Evaluator<N> {
  const of = (part: Tree) => compile(part, arithmetic);
  const scalar = (value: N): Matrix<N> => ({ rows: 1, columns: 1, data: [value] });
  const undefinedScalar = scalar(arithmetic.from(Number.NaN));
  const first = ({ data }: Matrix<N>): N => data[0] ?? arithmetic.from(Number.NaN);
  switch (tree.kind) {
    case 'number': {
      const value = scalar(arithmetic.literal(tree.text));
      return () => value;
    }
    case 'constant': {
      const value = scalar(arithmetic.constant(tree.name));
      return () => value;
    }
    case 'symbol':
      return ({ value }) => value(tree.id);
    case 'apply': {
      const argument = of(tree.argument);
      return (environment) => environment.apply(tree.id, argument(environment));
    }
    case 'negate': {
      const operand = of(tree.operand);
      return (environment) => map(operand(environment), arithmetic.negate);
    }
    case 'add':
    case 'subtract': {
      const [left, right] = [of(tree.left), of(tree.right)];
      const combine = tree.kind === 'add' ? arithmetic.add : arithmetic.subtract;
      return (environment) => entrywise(left(environment), right(environment), combine, arithmetic);
    }
    case 'multiply':
    case 'dot': {
      const [left, right] = [of(tree.left), of(tree.right)];
      return (environment) => matrixProduct(left(environment), right(environment), arithmetic);
    }
    case 'inner': {
      const [left, right] = [of(tree.left), of(tree.right)];
      return (environment) => {
        const [u, v] = [left(environment), right(environment)];
        return matrixProduct(
          transposed({ ...u, rows: u.data.length, columns: 1 }),
          { ...v, rows: v.data.length, columns: 1 },
          arithmetic,
        );
      };
    }
    case 'divide': {
      const [left, right] = [of(tree.left), of(tree.right)];
      return (environment) => {
        const divisor = first(right(environment));
        return map(left(environment), (entry) => arithmetic.divide(entry, divisor));
      };
    }
    case 'power': {
      const [left, right] = [of(tree.left), of(tree.right)];
      // e^x loses fewer digits as exp(x).
      if (tree.left.kind === 'constant' && tree.left.name === 'e')
        return (environment) => scalar(arithmetic.call('exp', [first(right(environment))]));
      return (environment) => {
        const base = left(environment);
        const exponent = first(right(environment));
        if (base.data.length === 1) return scalar(arithmetic.power(first(base), exponent));
        return matrixPower(base, exponent, arithmetic);
      };
    }
    case 'transpose': {
      const operand = of(tree.operand);
      return (environment) => transposed(operand(environment));
    }
    case 'norm': {
      const operand = of(tree.operand);
      return (environment) => scalar(euclideanNorm(operand(environment), arithmetic));
    }
    case 'matrix': {
      const cells = tree.rows.map((row) => row.map(of));
      return (environment) => ({
        rows: cells.length,
        columns: cells[0]?.length ?? 0,
        data: cells.flat().map((cell) => first(cell(environment))),
      });
    }
    case 'indicator':
      return of(tree.condition);
    case 'relation': {
      const { operator } = tree;
      const { left: start } = tree;
      // `a < b < c` holds where both of its steps do.
      const before = start.kind === 'relation' ? of(start) : null;
      const [left, right] = [of(start.kind === 'relation' ? start.right : start), of(tree.right)];
      const step = (environment: Environment<N>) =>
        scalar(arithmetic.indicator(operator, first(left(environment)), first(right(environment))));
      if (!before) return step;
      return (environment) =>
        scalar(arithmetic.multiply(first(before(environment)), first(step(environment))));
    }
    case 'call': {
      const { name } = tree;
      const args = tree.args.map(of);
      const [argument] = args;
      if (!argument) return () => undefinedScalar;
      if (name === 'det')
        return (environment) => scalar(determinant(argument(environment), arithmetic));
      if (name === 'trace') {
        return (environment) => {
          const { rows, columns, data } = argument(environment);
          const diagonal = data.filter(
            (_, index) => Math.floor(index / columns) === index % columns,
          );
          return rows === columns ? scalar(diagonal.reduce(arithmetic.add)) : undefinedScalar;
        };
      }
      return (environment) => {
        const values = args.map((arg) => arg(environment));
        const [only] = values;
        if (name === 'abs' && only && only.data.length > 1)
          return scalar(euclideanNorm(only, arithmetic));
        return scalar(arithmetic.call(name, values.map(first)));
      };
    }
  }
}

/**
 * A scalar expression as a function of numbers, in the order of `parameters`; `NaN` where it is
 * undefined. Fails where the expression is no scalar or uses anything else.
 */
export function compileScalar(
  tree: Tree,
  table: SymbolTable,
  parameters: readonly string[],
): Result<(values: readonly number[]) => number, MathError> {
  const shape = shapeOf(tree, table);
  if (!shape.ok) return shape;
  const place = { start: tree.span?.start ?? 0, end: tree.span?.end ?? 0 };
  if (!isScalar(shape.value)) return fail({ message: 'A scalar is expected here.', ...place });
  for (const id of symbolsIn(tree)) {
    if (parameters.includes(id)) continue;
    return fail({ message: `$${table.latexOf(id)}$ has no value here.`, ...place });
  }
  const evaluator = compile(tree, realFloat);
  const position = new Map(parameters.map((id, index) => [id, index]));
  return ok((values) => {
    const result = evaluator({
      value: (id) => ({
        rows: 1,
        columns: 1,
        data: [realFloat.from(values[position.get(id) ?? -1] ?? Number.NaN)],
      }),
      apply: () => ({ rows: 1, columns: 1, data: [realFloat.from(Number.NaN)] }),
    });
    const [value] = result.data;
    return value && realFloat.isDefined(value) ? value.v : Number.NaN;
  });
}

function map<N>(matrix: Matrix<N>, change: (entry: N) => N): Matrix<N> {
  return { ...matrix, data: matrix.data.map(change) };
}

/** Entry by entry; the literal zero beside a matrix is the zero matrix, as the typer allows. */
function entrywise<N>(
  left: Matrix<N>,
  right: Matrix<N>,
  combine: (a: N, b: N) => N,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  const zero = arithmetic.from(0);
  const larger = left.data.length >= right.data.length ? left : right;
  return {
    ...larger,
    data: larger.data.map((_, index) =>
      combine(
        left.data.length === 1 && larger.data.length > 1 ? zero : (left.data[index] ?? zero),
        right.data.length === 1 && larger.data.length > 1 ? zero : (right.data[index] ?? zero),
      ),
    ),
  };
}

function euclideanNorm<N>({ data }: Matrix<N>, arithmetic: Arithmetic<N>): N {
  const [first] = data;
  if (data.length === 1 && first !== undefined) return arithmetic.call('abs', [first]);
  const squares = data.map((entry) => {
    const size = arithmetic.complex ? arithmetic.call('abs', [entry]) : entry;
    return arithmetic.multiply(size, size);
  });
  return arithmetic.call('sqrt', [squares.reduce(arithmetic.add, arithmetic.from(0))]);
}

function matrixPower<N>(base: Matrix<N>, exponent: N, arithmetic: Arithmetic<N>): Matrix<N> {
  const size = Math.round(arithmetic.magnitude(exponent));
  const isWhole = (whole: number) =>
    arithmetic.magnitude(arithmetic.subtract(exponent, arithmetic.from(whole))) === 0;
  const undefinedMatrix = scaled(base, arithmetic.from(Number.NaN), arithmetic);
  if (size > MAX_MATRIX_POWER || !(isWhole(size) || isWhole(-size))) return undefinedMatrix;
  const factor = isWhole(size) ? base : inverse(base, arithmetic);
  let product: Matrix<N> = {
    ...base,
    data: base.data.map((_, index) =>
      arithmetic.from(Math.floor(index / base.columns) === index % base.columns ? 1 : 0),
    ),
  };
  for (let count = 0; count < size; count++) product = matrixProduct(product, factor, arithmetic);
  return product;
}
