import type { Shape } from '@/lib/math/core/declaration';
import { isScalar, shapeLatex } from '@/lib/math/core/dimension';

/** A shape in words, markdown: "a row vector ($1 \\times n_f$)". */
export function shapeWords(shape: Shape): string {
  const [rows, columns] = shape;
  if (isScalar(shape)) return 'a scalar';
  if (columns === 1) return `a column vector ($${shapeLatex(shape)}$)`;
  if (rows === 1) return `a row vector ($${shapeLatex(shape)}$)`;
  return `a $${shapeLatex(shape)}$ matrix`;
}
