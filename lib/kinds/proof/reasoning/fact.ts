import type { Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';

/** A relation between a polynomial and zero. */
export interface Fact {
  operator: '=' | '!=' | '<' | '<=';
  polynomial: Polynomial;
}
