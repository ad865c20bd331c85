/**
 * How tightly an operand must hold together. A product without a sign holds tighter than one with,
 * which only matters to inner products: `u · A v` is u · (A v).
 */
export const RELATION = 0;
export const SUM = 1;
export const SIGNED = 2;
export const PRODUCT = 3;
export const UNARY = 4;
export const POWER = 5;
export const ATOM = 6;
