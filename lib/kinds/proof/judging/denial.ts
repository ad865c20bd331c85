import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { OPPOSITE } from '@/lib/math/claims/claim-mood';

/** What holds where a statement does not; null of limits. */
export function denied(statement: Statement): Statement | null {
  const operator = OPPOSITE[statement.operator];
  return operator && !statement.ofLimits ? { ...statement, operator } : null;
}
