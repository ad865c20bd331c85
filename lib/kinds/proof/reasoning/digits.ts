import { Decimal } from 'decimal.js';

/**
 * The numbers of this folder. Whatever is drawn, read off a solver or worked out is one of these, so
 * that no value has fewer digits than it is compared with (`model.ts`); decimal.js's own `Decimal`,
 * of 20 digits, is used nowhere (a lint rule).
 */
export const Digits = Decimal.clone({ precision: 140, defaults: true });
export type Digits = Decimal;
