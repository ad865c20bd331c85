/** How two numbers are compared. */
export type RelationOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Whether a comparison holds of two numbers, of which only the difference is asked (its sign is enough). */
export function holds(operator: RelationOperator, difference: number): boolean {
  switch (operator) {
    case '=':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}
