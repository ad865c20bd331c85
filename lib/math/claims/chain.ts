import { MathProblem } from '@/lib/math/core/error';
import type { Tree } from '@/lib/math/core/tree';
import { isZeroByForm } from '@/lib/math/core/zero-form';
import { parse } from '@/lib/math/language/parse';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { requireLimitInFront, withoutLimits } from './limit-signs';
import type { Part } from './part';
import { type ClaimOperator, membersOf } from './relation';

/** `a ≤ b < c → 0`: an operator between each two members. */
export interface Chain {
  members: readonly Tree[];
  operators: readonly ClaimOperator[];
  /** Which members stand under `\lim`. */
  limits: readonly boolean[];
}

/** Reads a statement; one that begins with a sign goes on from `before`. Throws `MathProblem`. */
export function chainIn(
  { items, start, end }: Part,
  table: SymbolTable,
  before: Tree | null,
  hints: Set<string>,
): Chain {
  const { members: written, operators } = membersOf(items);
  if (operators.length === 0) {
    const message = 'Nothing is claimed of this: write an equation, an inequality or a limit.';
    throw new MathProblem({ message, start, end });
  }
  const memberAt = (index: number) => {
    const member = written[index] ?? [];
    if (member.length === 0 && index === 0 && before) return { tree: before, isLimit: false };
    if (member.length === 0) {
      const message = `Something is missing ${index === 0 ? 'before' : 'after'} “${operators[Math.max(0, index - 1)]}”.`;
      throw new MathProblem({ message, start, end });
    }
    const plain = withoutLimits(member, table);
    requireLimitInFront(member, plain);
    const { tree, hints: own } = parse(plain, table);
    for (const hint of own) hints.add(hint);
    return { tree, isLimit: plain !== member };
  };
  // `→ a < b` is an arrow in front of a statement; `→ 0`, `→ c·0 = 0` goes on from what is above.
  const mayBeMark = operators[0] === '->' && written[0]?.length === 0 && operators.length > 1;
  const first = mayBeMark && !isZeroByForm(memberAt(1).tree) ? 1 : 0;
  const members = written.slice(first).map((_, index) => memberAt(first + index));
  return {
    members: members.map(({ tree }) => tree),
    operators: operators.slice(first),
    limits: members.map(({ isLimit }) => isLimit),
  };
}
