import type { Arithmetic, ScalarFunction } from '@/lib/math/numbers/arithmetic';

/** A function that is the same formula over others in every sort of numbers. */
export function composed(
  formula: <N>(arithmetic: Arithmetic<N>, x: N, y: N) => N,
): Pick<ScalarFunction, 'float' | 'ball' | 'complex'> {
  return { float: formula, ball: formula, complex: formula };
}

/** 1 / x. */
export function reciprocal<N>({ divide, from }: Arithmetic<N>, x: N): N {
  return divide(from(1), x);
}

/** x². */
export function square<N>({ multiply }: Arithmetic<N>, x: N): N {
  return multiply(x, x);
}
