import { dualOver } from '@/lib/math/arithmetic/dual';
import type { Dimension, Shape } from '@/lib/math/core/declaration';
import { randomFrom } from '@/lib/math/core/random';
import { sin } from '@/lib/math/functions/trigonometric';
import type { Arithmetic, Dual } from '@/lib/math/numbers/arithmetic';
import type { Matrix } from '@/lib/math/numbers/matrix';

/** What symbols are at one point. */
export interface Environment<N> {
  /** A scalar symbol. */
  scalar(id: string): N;
  /** A vector or matrix. */
  matrix(id: string): Matrix<N>;
  /** How large a named dimension is. */
  size(dimension: string): number;
}

/** Rows and columns of a shape at a point. */
export function sizesAt<N>(shape: Shape, environment: Environment<N>): [number, number] {
  const at = (size: Dimension) =>
    typeof size === 'number'
      ? size
      : size
          .split('·')
          .reduce((product, name) => product * (Number(name) || environment.size(name)), 1);
  return [at(shape[0]), at(shape[1])];
}

/** The same point for dual numbers: `seed` says where derivatives are taken by. */
export function lifted<N>(
  environment: Environment<N>,
  id: string | null,
  seedEntry: number,
  one: N,
): Environment<Dual<N>> {
  return {
    size: (dimension) => environment.size(dimension),
    scalar: (name) => ({ v: environment.scalar(name), d: name === id ? one : null }),
    matrix: (name) => {
      const { rows, columns, data } = environment.matrix(name);
      const isSeed = name === id;
      return {
        rows,
        columns,
        data: data.map((v, index) => ({ v, d: isSeed && index === seedEntry ? one : null })),
      };
    },
  };
}

/**
 * An opaque function as a random smooth one: each entry of the value is a sum of sines of the
 * entries of the arguments plus a linear and a quadratic term, so that it is neither odd, even,
 * linear nor bounded. Coefficients are short binary fractions and follow the seed.
 */
export function realise<N>(
  seed: string,
  args: readonly Matrix<N>[],
  [rows, columns]: readonly [number, number],
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  const { add, multiply, from, call } = arithmetic;
  const entries = args.flatMap(({ data }) => data);
  const random = randomFrom(`${seed}/${entries.length}/${rows}/${columns}`);
  const coefficient = () => from((1 + Math.floor(random() * 15)) / 8 - 1.0625);
  const data = Array.from({ length: rows * columns }, () => {
    let sum = coefficient();
    let linear = from(0);
    for (const x of entries) {
      const wave = call(sin, [add(multiply(coefficient(), x), coefficient())]);
      sum = add(sum, multiply(coefficient(), wave));
      linear = add(linear, multiply(coefficient(), x));
    }
    return add(sum, add(linear, multiply(from(0.125), multiply(linear, linear))));
  });
  return { rows, columns, data };
}

/**
 * The derivative of order `order` of an opaque function of one scalar, or the Jacobian (order 1) of
 * one of a column.
 */
export function realiseDerivative<N>(
  seed: string,
  argument: Matrix<N>,
  sizes: readonly [number, number],
  order: number,
  arithmetic: Arithmetic<N>,
): Matrix<N> {
  if (order === 0) return realise(seed, [argument], sizes, arithmetic);
  const dual = dualOver(arithmetic);
  const one = arithmetic.from(1);
  const zero = arithmetic.from(0);
  const columns = argument.data.map((_, seedEntry) => {
    const data = argument.data.map((v, index) => ({ v, d: index === seedEntry ? one : null }));
    const value = realiseDerivative(seed, { ...argument, data }, sizes, order - 1, dual);
    return value.data.map(({ d }) => d ?? zero);
  });
  if (argument.data.length === 1)
    return { rows: sizes[0], columns: sizes[1], data: columns[0] ?? [] };
  const data = (columns[0] ?? []).flatMap((_, row) => columns.map((column) => column[row] ?? zero));
  return { rows: sizes[0], columns: columns.length, data };
}
