import type { Shape } from '@/lib/math/core/declaration';

/** How large the named dimensions are, for counting. */
export type Sizes = Readonly<Record<string, number>>;

/** Rows and columns as numbers. Every dimension has a size: `preparePlan` has seen to it. */
export function sizesOf([rows, columns]: Shape, sizes: Sizes): [number, number] {
  const at = (size: Shape[0]) =>
    typeof size === 'number' ? size : ((Object.hasOwn(sizes, size) ? sizes[size] : undefined) ?? 1);
  return [at(rows), at(columns)];
}

/** 20000000 as 20 000 000. */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}
