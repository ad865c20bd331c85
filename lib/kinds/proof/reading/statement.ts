import type { Chain } from '@/lib/math/claims/chain';
import type { ClaimOperator } from '@/lib/math/claims/relation';
import type { Tree } from '@/lib/math/core/tree';
import type { Sequences } from './sequences';

/** One relation between two expressions, or the limit of one; what a proof is made of. */
export interface Statement {
  operator: ClaimOperator;
  left: Tree;
  right: Tree;
  /** An inequality between the limits of the sides; it follows where one of its `formsOf` does. */
  ofLimits?: true;
  /** It is said of one moment, not of all. */
  isOfOneMoment?: true;
  /** It is said of one outcome of chance, as what is supposed may be, and says nothing of means. */
  isOfOneChance?: true;
  /** It says that two limits are equal, perhaps because their expressions are. */
  ofEqualLimits?: true;
  /** It says that an expression beside a limit does not depend on the index. */
  isOfLimit?: true;
}

/** Each two neighbours of a chain. Equal limits are said by `a → b`. */
export function statementsOf({ members, operators, limits }: Chain): Statement[] {
  return operators.flatMap((operator, index): Statement[] => {
    const [left, right] = [members[index], members[index + 1]];
    if (!left || !right) return [];
    if (!limits[index] && !limits[index + 1]) return [{ operator, left, right }];
    if (operator === '->') return [{ operator, left, right }];
    if (operator !== '=') return [{ operator, left, right, ofLimits: true }];
    if (limits[index] && limits[index + 1])
      return [{ operator: '->', left, right, ofEqualLimits: true }];
    // Of `0 = lim a` the limit stands on the right.
    return limits[index]
      ? [{ operator: '->', left, right }]
      : [{ operator: '->', left: right, right: left }];
  });
}

/** What `lim a = b_t` implies of b: that it does not depend on the index, b_t = b_{t+1}. */
export function settledOf(
  { members, operators, limits }: Chain,
  sequences: Sequences,
): Statement[] {
  return operators.flatMap((operator, index): Statement[] => {
    const places = [index, index + 1];
    const [plain, ...more] = places.filter((place) => !limits[place]);
    const left = plain === undefined || more.length > 0 ? undefined : members[plain];
    const right = left && sequences.isIn(left) ? sequences.shifted(left, 1) : null;
    if (operator === '->' || !left || !right) return [];
    return [{ operator: '=', left, right, isOfLimit: true }];
  });
}

/**
 * What a chain says of members further apart: of `a ≤ b < c` that `a < c`, of `0 ≤ a ≤ b → 0` that
 * a tends to 0. Nothing where its signs point in different ways.
 */
export function overallsOf(chain: Chain): Statement[] {
  const links = statementsOf(chain);
  // A link whose sides were exchanged breaks the chain.
  const isStraight = links.every(({ right }, index) => right === chain.members[index + 1]);
  if (links.length < 2 || !isStraight) return [];
  return chain.members.flatMap((left, from) =>
    chain.members.slice(from + 2).flatMap((right, further): Statement[] => {
      const between = links.slice(from, from + 2 + further);
      const operator = overall(between.map((link) => link.operator));
      return operator ? [{ operator, left, right }] : [];
    }),
  );
}

/** What a chain over several lines says of its first member and its last; nothing where its signs differ. */
export function endsOf(chain: Chain): Statement[] {
  const [left, right] = [chain.members[0], chain.members.at(-1)];
  const operator = overall(chain.operators);
  if (!left || !right || !operator || chain.limits.some(Boolean)) return [];
  return [{ operator, left, right }];
}

function overall(operators: readonly ClaimOperator[]): ClaimOperator | null {
  const among = (...allowed: ClaimOperator[]) => operators.every((each) => allowed.includes(each));
  // Of `a ≤ b → c = d` the limit is d.
  const limit = operators.lastIndexOf('->');
  if (limit >= 0 && operators.slice(limit + 1).every((each) => each === '='))
    return among('=', '<', '<=', '->') ? '->' : null;
  if (among('=')) return '=';
  if (among('=', '<', '<=')) return operators.includes('<') ? '<' : '<=';
  if (among('=', '>', '>=')) return operators.includes('>') ? '>' : '>=';
  return null;
}

/**
 * Statements each of which is enough for a statement: of `lim a ≤ lim b` that `a ≤ b` at every
 * moment, or that the limits are equal.
 */
export function formsOf(statement: Statement): Statement[] {
  if (!statement.ofLimits) return [statement];
  const { operator, left, right } = statement;
  if (operator !== '<=' && operator !== '>=') return [];
  return [
    { operator, left, right },
    { operator: '->', left, right },
  ];
}

/** The statement of another moment; null where it names none, or that moment is out of reach. */
function shiftedStatement(
  statement: Statement,
  by: number,
  sequences: Sequences,
): Statement | null {
  const { left, right, isOfOneMoment } = statement;
  if (isOfOneMoment) return null;
  if (!sequences.isIn(left) && !sequences.isIn(right)) return null;
  const [a, b] = [sequences.shifted(left, by), sequences.shifted(right, by)];
  return a && b ? { ...statement, left: a, right: b } : null;
}

/** Every statement is asserted so many moments earlier and later too, and at the moments around those of a claim. */
const ALWAYS = 1;

/**
 * Statements that hold at every moment, with what they say of other moments: of those next to
 * theirs, and of all that lie around the ones that `claim` speaks of, so that values for which the
 * claim fails are values of sequences that go on before and after. Where moments are counted, a
 * statement holds where all of its moments are there, and only what holds wherever the claim should.
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
      if ((Math.abs(by) > ALWAYS && !isNear) || !isThereFor(statement, by, claim, sequences))
        return [];
      return shiftedStatement(statement, by, sequences) ?? [];
    }),
  );
  return [...statements.filter((each) => isThereFor(each, 0, claim, sequences)), ...moved];
}

/** Whether a statement, `by` moments later, holds wherever all is there that a claim speaks of. */
export function isThereFor(
  statement: Statement,
  by: number,
  claim: Statement | undefined,
  sequences: Sequences,
): boolean {
  if (sequences.counted === null || statement.isOfOneMoment) return true;
  // A limit is about what comes late, and what is asked without a claim may be.
  if (!claim || claim.operator === '->') return true;
  return startOf(statement, sequences) - by <= startOf(claim, sequences);
}

/** How many moments after the first one all that a statement speaks of is there. */
export function startOf({ left, right }: Statement, sequences: Sequences): number {
  return Math.max(0, ...sequences.momentsIn(left, right).map((moment) => -moment));
}

export function isLiteralZero(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) === 0;
}

export function gapOf({ left, right }: Statement): Tree {
  return { kind: 'subtract', left, right };
}
