import { undecided } from '@/lib/math/compare/outcome';
import { assignmentsIn } from '@/lib/math/compare/witness/witness';
import type { Setting } from './balls-at';
import { compareRelations } from './compare-relations';
import { compareSets, type SetOutcome } from './compare-sets';
import { membership } from './membership';
import { EMPTY, isUnsolved, type SetTree, setOfDomain } from './set';

/**
 * Whether two sets hold the same numbers, where one may be given by a condition that is not solved
 * for its variable: within the domain of the variable such sets are compared as the solutions of
 * relations, on whole lines, and out of it no condition holds. A condition that says the same as a
 * set that was worked out is left to a person, as it may be the very question.
 */
export function compareWithConditions(
  reference: SetTree,
  answer: SetTree,
  variable: string | null,
  setting: Setting,
): SetOutcome {
  const areUnsolved = [reference, answer].map(isUnsolved);
  if (variable === null || !areUnsolved.includes(true))
    return compareSets(reference, answer, setting);
  const [outer, otherOuter] = [reference, answer].map((set) => outOfDomain(set, variable, setting));
  const outside = outer && otherOuter ? compareSets(outer, otherOuter, setting) : null;
  if (outside && outside.verdict !== 'right') return outside;
  const inside = compareInside(reference, answer, variable, setting);
  if (inside.verdict !== 'right' || !areUnsolved[1] || areUnsolved[0]) return inside;
  const latex = setting.table.latexOf(variable);
  return undecided(`it is the set that is expected, but not solved for $${latex}$.`);
}

function compareInside(
  reference: SetTree,
  answer: SetTree,
  variable: string,
  setting: Setting,
): SetOutcome {
  const [left, right] = [reference, answer].map((set) =>
    membership({ kind: 'symbol', id: variable }, set, true),
  );
  if (!left || !right) return undecided('there is no set.');
  const outcome = compareRelations(left, right, setting, variable);
  if (outcome.verdict !== 'wrong') return outcome;
  const { at, holdsInReference: isInReference } = outcome.witness;
  const latex = setting.table.latexOf(variable);
  const others = at.filter((each) => each.latex !== latex);
  const where = others.length > 0 ? `${assignmentsIn(others)}, ` : '';
  // Sets that no number tells apart differ at every one.
  const number = at.find((each) => each.latex === latex)?.value ?? '0';
  return { verdict: 'wrong', witness: { number, isInReference, where } };
}

/** What a set holds out of the domain of its variable; null where nothing is out of it. */
function outOfDomain(set: SetTree, variable: string, { table }: Setting): SetTree | null {
  const type = table.typeOf(variable);
  const domain = type?.kind === 'scalar' ? setOfDomain(type.domain) : null;
  if (domain?.kind !== 'interval' || (!domain.from && !domain.to)) return null;
  return { kind: 'difference', left: withoutConditions(set), right: domain };
}

/** The set where no condition holds. */
function withoutConditions(set: SetTree): SetTree {
  if (set.kind === 'condition') return EMPTY;
  if (set.kind === 'interval' || set.kind === 'list') return set;
  return { ...set, left: withoutConditions(set.left), right: withoutConditions(set.right) };
}
