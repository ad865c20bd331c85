import type { Chain, ClaimOperator } from '@/lib/math/read-claim';
import type { Tree } from '@/lib/math/tree';
import type { Sequences } from './sequences';

/** One relation between two expressions, or the limit of one; what a proof is made of. */
export interface Statement {
  operator: ClaimOperator;
  left: Tree;
  right: Tree;
}

/** Each two neighbours of a chain. */
export function statementsOf({ members, operators }: Chain): Statement[] {
  return operators.flatMap((operator, index) => {
    const [left, right] = [members[index], members[index + 1]];
    return left && right ? [{ operator, left, right }] : [];
  });
}

/**
 * What a chain says of members further apart: of `a ≤ b < c` that `a < c`, of `0 ≤ a ≤ b → 0` that
 * a tends to 0. Nothing where its signs point in different ways.
 */
export function overallsOf({ members, operators }: Chain): Statement[] {
  const last = members.at(-1);
  if (!last || operators.length < 2) return [];
  return members.slice(0, -2).flatMap((left, index): Statement[] => {
    const operator = overall(operators.slice(index));
    return operator ? [{ operator, left, right: last }] : [];
  });
}

function overall(operators: readonly ClaimOperator[]): ClaimOperator | null {
  const among = (...known: ClaimOperator[]) => operators.every((each) => known.includes(each));
  if (operators.at(-1) === '->') return among('=', '<', '<=', '->') ? '->' : null;
  if (among('=')) return '=';
  if (among('=', '<', '<=')) return operators.includes('<') ? '<' : '<=';
  if (among('=', '>', '>=')) return operators.includes('>') ? '>' : '>=';
  return null;
}

/** The statement of another moment; null where it names none, or that moment is out of reach. */
export function shiftedStatement(
  { operator, left, right }: Statement,
  by: number,
  sequences: Sequences,
): Statement | null {
  if (!sequences.isIn(left) && !sequences.isIn(right)) return null;
  const [a, b] = [sequences.shifted(left, by), sequences.shifted(right, by)];
  return a && b ? { operator, left: a, right: b } : null;
}

/** What is known is told of one moment earlier and later, and of moments around those of a claim. */
const ALWAYS = 1;

/**
 * Statements that hold at every moment, with what they say of other moments: of those next to
 * theirs, and of all that lie around the ones that `claim` speaks of, so that values for which the
 * claim fails are values of sequences that go on before and after.
 */
export function atEveryMoment(
  statements: readonly Statement[],
  sequences: Sequences,
  claim?: Statement,
): readonly Statement[] {
  const around = claim ? sequences.momentsIn(claim.left, claim.right) : [];
  const [first, last] = [Math.min(...around) - 1, Math.max(...around) + 1];
  const moved = sequences.shifts.flatMap((by) =>
    statements.flatMap((statement) => {
      const isNear = sequences
        .momentsIn(statement.left, statement.right)
        .every((moment) => moment + by >= first && moment + by <= last);
      if (Math.abs(by) > ALWAYS && !isNear) return [];
      return shiftedStatement(statement, by, sequences) ?? [];
    }),
  );
  return [...statements, ...moved];
}
