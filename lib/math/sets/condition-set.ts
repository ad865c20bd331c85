import { isScalar } from '@/lib/math/core/dimension';
import { MathProblem } from '@/lib/math/core/error';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import { parse } from '@/lib/math/language/parse';
import { shapeOf } from '@/lib/math/language/shape';
import type { Item } from '@/lib/math/notation/item';
import type { RelationOperator } from '@/lib/math/numbers/comparison';
import type { SetContext } from './context';
import { placeOf } from './item-search';
import { common, REALS, type SetTree, setOfDomain } from './set';
import { linksOf } from './statement';

/** The same relation with its sides exchanged. */
const TURNED: Readonly<Record<RelationOperator, RelationOperator>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

/**
 * The values of the variable for which a relation holds, within the domain of which it is: an
 * interval or a list where it is solved for the variable, as `x \le 2`, `0 < x \le 1` and `|x| < 2`
 * are, else the condition itself. Throws `MathProblem`.
 */
export function conditionSet(items: readonly Item[], context: SetContext): SetTree {
  const { table, variable, hint } = context;
  const place = placeOf(items, items[0]);
  if (variable === null)
    throw new MathProblem({ message: 'A set is asked for; this is a relation.', ...place });
  const { tree, hints } = parse(items, table);
  hints.forEach(hint);
  const latex = table.latexOf(variable);
  const links = linksOf(tree);
  if (links.length === 0)
    throw new MathProblem({ message: `A condition on $${latex}$ is expected here.`, ...place });
  hint(`Read as the set of all $${latex}$ for which this holds.`);
  const sets = links.map((link) => {
    const sides = [link.left, link.right];
    if (!sides.some((side) => symbolsIn(side).has(variable))) {
      const message = `A condition on $${latex}$ is expected here.`;
      throw new MathProblem({ message, ...place });
    }
    for (const side of sides) {
      const shape = shapeOf(side, table);
      if (!shape.ok) throw new MathProblem(shape.error);
      if (!isScalar(shape.value))
        throw new MathProblem({ message: 'Both sides should be numbers.', ...place });
    }
    return linkSet(link, variable) ?? { kind: 'condition' as const, variable, relation: link };
  });
  return withinDomain(sets.reduce(common), context);
}

/** A set of values of the variable within its domain; the set itself where that is all of ℝ. */
export function withinDomain(set: SetTree, { table, variable }: SetContext): SetTree {
  const type = variable === null ? undefined : table.typeOf(variable);
  const domain = type?.kind === 'scalar' ? setOfDomain(type.domain) : null;
  const isBounded = domain?.kind === 'interval' && (domain.from !== null || domain.to !== null);
  return isBounded ? common(domain, set) : set;
}

function linkSet({ operator, left, right }: TreeOf<'relation'>, variable: string): SetTree | null {
  const [mentionsLeft, mentionsRight] = [left, right].map((side) => symbolsIn(side).has(variable));
  if (mentionsLeft === mentionsRight) return null;
  const [side, bound, sign] = mentionsLeft
    ? [left, right, operator]
    : [right, left, TURNED[operator]];
  if (side.kind === 'symbol') return compared(sign, bound);
  const [inside] = side.kind === 'call' && side.name === 'abs' ? side.args : [];
  return inside?.kind === 'symbol' ? comparedSize(sign, bound) : null;
}

function compared(operator: RelationOperator, bound: Tree): SetTree {
  const list: SetTree = { kind: 'list', elements: [bound] };
  const end = { at: bound, belongs: operator === '<=' || operator === '>=' };
  switch (operator) {
    case '=':
      return list;
    case '!=':
      return { kind: 'difference', left: REALS, right: list };
    case '<':
    case '<=':
      return { kind: 'interval', from: null, to: end };
    case '>':
    case '>=':
      return { kind: 'interval', from: end, to: null };
  }
}

/** The numbers whose absolute value is compared; of a negative bound none is equal to it or less. */
function comparedSize(operator: RelationOperator, bound: Tree): SetTree {
  const below: Tree = { kind: 'negate', operand: bound };
  const [left, right] = [compared(TURNED[operator], below), compared(operator, bound)];
  if (operator === '<' || operator === '<=') return common(left, right);
  if (operator === '>' || operator === '>=') return { kind: 'union', left, right };
  const between: SetTree = {
    kind: 'interval',
    from: { at: below, belongs: true },
    to: { at: bound, belongs: true },
  };
  const both: SetTree = { kind: 'list', elements: [below, bound] };
  const equal: SetTree = { kind: 'intersection', left: both, right: between };
  return operator === '=' ? equal : { kind: 'difference', left: REALS, right: equal };
}
