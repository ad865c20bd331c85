import * as matrices from '@/lib/math/numbers/matrix';
import type { FunctionOfMatrix } from './function';

export const trace: FunctionOfMatrix = {
  of: 'matrix',
  arity: [1, 1],
  names: ['trace', 'tr', 'Tr'],
  noun: 'a trace',
  gives: 'scalar',
  operations: (rows) => rows,
  value: (arithmetic, matrix) => single(matrices.trace(matrix, arithmetic)),
};

export const det: FunctionOfMatrix = {
  of: 'matrix',
  arity: [1, 1],
  names: ['det'],
  notation: 'command',
  noun: 'a determinant',
  gives: 'scalar',
  operations: (rows) => 2 * rows ** 3,
  value: (arithmetic, matrix) => single(matrices.determinant(matrix, arithmetic)),
};

/** Of a vector: the diagonal matrix; of a square matrix: its diagonal as a column. */
export const diag: FunctionOfMatrix = {
  of: 'matrix',
  arity: [1, 1],
  names: ['diag', 'Diag'],
  noun: 'a diagonal',
  gives: 'diagonal',
  operations: () => 0,
  value: (arithmetic, matrix) => matrices.diagonal(matrix, arithmetic),
};

function single<N>(value: N): matrices.Matrix<N> {
  return { rows: 1, columns: 1, data: [value] };
}
