import type { Statement } from './statement';

const OPPOSITE: Partial<Record<Statement['operator'], Statement['operator']>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** What holds where a statement does not; null of limits, of which that says little. */
export function denied(statement: Statement): Statement | null {
  const operator = OPPOSITE[statement.operator];
  return operator && !statement.ofLimits ? { ...statement, operator } : null;
}
