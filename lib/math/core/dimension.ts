import type { Dimension, Shape } from './declaration';

export const SCALAR: Shape = [1, 1];

export function isScalar([rows, columns]: Shape): boolean {
  return rows === 1 && columns === 1;
}

export function isVector([rows, columns]: Shape): boolean {
  return rows === 1 || columns === 1;
}

/** A size that is not settled yet: that of an identity matrix until something stands beside it. */
export function isOpen(size: Dimension): boolean {
  return typeof size === 'string' && size.startsWith('?');
}

/** Whether two shapes are one; a size that is still open fits any. */
export function sameShape(a: Shape, b: Shape): boolean {
  return [0, 1].every((axis) => {
    const [x, y] = axis === 0 ? [a[0], b[0]] : [a[1], b[1]];
    return x === y || isOpen(x) || isOpen(y);
  });
}

const TIMES = '·';

/** The size of a Kronecker product: the same name in whatever order its factors come. */
export function productSize(a: Dimension, b: Dimension): Dimension {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 1) return b;
  if (b === 1) return a;
  const factors = [a, b].flatMap((size) => String(size).split(TIMES));
  const number = factors
    .filter((size) => /^\d/.test(size))
    .reduce((x, size) => x * Number(size), 1);
  const names = factors.filter((size) => !/^\d/.test(size)).sort();
  return [...(number === 1 ? [] : [String(number)]), ...names].join(TIMES);
}

/** A shape as mathematics: `n_f \times n_w`. */
export function shapeLatex([rows, columns]: Shape): string {
  return `${dimensionLatex(rows)} \\times ${dimensionLatex(columns)}`;
}

/** `n_theta` is written n with index θ. */
export function dimensionLatex(size: Dimension): string {
  if (isOpen(size)) return '\\cdot';
  return String(size).split(TIMES).map(factorLatex).join('');
}

function factorLatex(size: string): string {
  const [, base, index] = /^([A-Za-z]+)_([A-Za-z0-9]+)$/.exec(size) ?? [];
  if (base === undefined || index === undefined) return size;
  return `${base}_{${index.length > 1 && /^[a-z]+$/.test(index) ? `\\${index}` : index}}`;
}
