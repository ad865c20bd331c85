import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { OPPOSITE } from '@/lib/math/claims/relation';

/** The negation of a statement; null for a limit, whose negation is no relation. */
export function denied(statement: Statement): Statement | null {
  const operator = OPPOSITE[statement.operator];
  // That something is not certain is so of one outcome of chance.
  return operator && !statement.ofLimits ? { ...statement, operator, isOfOneChance: true } : null;
}
