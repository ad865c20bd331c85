import { OPPOSITE } from '@/lib/math/claims/claim-mood';
import type { Statement } from './statement';

/** What holds where a statement does not; null of limits. */
export function denied(statement: Statement): Statement | null {
  const operator = OPPOSITE[statement.operator];
  return operator && !statement.ofLimits ? { ...statement, operator } : null;
}
