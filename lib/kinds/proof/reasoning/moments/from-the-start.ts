import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { type Statement, startOf } from '@/lib/kinds/proof/reading/statement';
import type { Fraction } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  constantValue,
  inverse,
  negated,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { type Theory, workable } from '@/lib/kinds/proof/reasoning/theory';
import { minus, plus, times } from '@/lib/math/core/arithmetic';
import type { Tree } from '@/lib/math/core/tree';

type Operator = Statement['operator'];

/** A bound a(t+1) ≤ r a(t) + c at every moment, or = or ≥, with constants r and c. */
interface Step {
  operator: '<=' | '>=' | '=';
  /** a at the current moment, and at the first one. */
  now: Tree;
  first: Tree;
  ratio: Polynomial;
  /** What is added, 0 perhaps. */
  added: Polynomial;
}

const WEAK: Partial<Record<Operator, Step['operator']>> = {
  '<': '<=',
  '<=': '<=',
  '>': '>=',
  '>=': '>=',
  '=': '=',
};
const TURNED = { '<=': '>=', '>=': '<=', '=': '=' } as const;

/**
 * What steps from one moment to the next come to from the first moment on, by induction:
 * a(t+1) ≤ r a(t) with r ≥ 0 gives a(t) ≤ rᵗ a(0); a(t+1) ≤ a(t) + c gives a(t) ≤ a(0) + tc; and
 * a(t+1) ≤ r a(t) + c with 0 ≤ r < 1 gives a(t) ≤ rᵗ a(0) + c(1 − rᵗ)/(1 − r). With = for ≤ r may be
 * anything (Polyak, Introduction to Optimization, Lemma 2.2.1, for the last).
 *
 * @param isBetween whether a constant is at least 0, and, where `isBelowOne`, less than 1
 */
export async function fromTheStart(
  theory: Theory,
  sequences: Sequences,
  isBetween: (constant: Polynomial, isBelowOne: boolean) => Promise<boolean>,
): Promise<Statement[]> {
  const found: Statement[] = [];
  for (const step of theory.statements.flatMap((each) => stepsIn(each, theory, sequences))) {
    const right = await boundOf(step, sequences, isBetween);
    if (right) found.push({ operator: step.operator, left: step.now, right });
  }
  return found;
}

async function boundOf(
  { operator, first, ratio, added }: Step,
  sequences: Sequences,
  isBetween: (constant: Polynomial, isBelowOne: boolean) => Promise<boolean>,
): Promise<Tree | null> {
  const [r, c] = [treeOf(ratio), treeOf(added)];
  if (!r || !c || !sequences.counted) return null;
  const { index, start } = sequences.counted;
  const t: Tree = { kind: 'symbol', id: index };
  const passed: Tree = start === 0 ? t : minus(t, whole(start));
  if (isOne(ratio)) return plus(first, times(passed, c));
  if (operator !== '=' && !(await isBetween(ratio, false))) return null;
  const power: Tree = { kind: 'power', left: r, right: passed };
  if (added.size === 0) return times(power, first);
  if (!(await isBetween(ratio, true))) return null;
  const share: Tree = {
    kind: 'divide',
    left: minus(whole(1), power),
    right: minus(whole(1), r),
  };
  return plus(times(power, first), times(c, share));
}

function stepsIn(statement: Statement, theory: Theory, sequences: Sequences): Step[] {
  const operator = WEAK[statement.operator];
  const { counted } = sequences;
  if (!operator || !counted || statement.isOfOneMoment) return [];
  const { left, right } = statement;
  const own = startOf(statement, sequences);
  const sides = [
    { next: left, bound: right, operator },
    { next: right, bound: left, operator: TURNED[operator] },
  ];
  return sides.flatMap((side): Step[] => {
    const before = sequences.isIn(side.next) ? sequences.shifted(side.next, -1) : null;
    // Where the bound speaks of moments before the first one, all is said of later ones.
    const now = before && sequences.shifted(before, own);
    const first = now && sequences.at(now, counted.start);
    const split = before && first && workable(() => splitOf(side.bound, before, theory));
    return now && first && split ? [{ operator: side.operator, now, first, ...split }] : [];
  });
}

/** A bound as a constant times what was before and a constant; null where it is something else. */
function splitOf(
  bound: Tree,
  before: Tree,
  theory: Theory,
): { ratio: Polynomial; added: Polynomial } | null {
  const [a, b] = [theory.value(before), theory.value(bound)];
  if (a.kind !== 'scalar' || b.kind !== 'scalar') return null;
  const [lead] = a.polynomial.values();
  const over = lead && inverse(polynomialOf([lead]));
  if (!over || theory.atoms.isConstant(a.polynomial)) return null;
  const multiples = [...b.polynomial.values()]
    .map((term) => product(polynomialOf([term]), over))
    .filter((factor) => theory.atoms.isConstant(factor));
  const ratio = sum(...multiples);
  const added = sum(b.polynomial, negated(product(ratio, a.polynomial)));
  return multiples.length > 0 && theory.atoms.isConstant(added) ? { ratio, added } : null;
}

/** A polynomial in declared scalars, written out; null of any other. */
function treeOf(polynomial: Polynomial): Tree | null {
  let total: Tree | null = null;
  for (const { coefficient, powers } of polynomial.values()) {
    let term = numberOf(coefficient);
    for (const [id, exponent] of powers) {
      if (!/^\w+$/.test(id)) return null;
      const size: Tree = { kind: 'symbol', id };
      const power: Tree = { kind: 'power', left: size, right: whole(Math.abs(exponent)) };
      term = exponent > 0 ? times(term, power) : { kind: 'divide', left: term, right: power };
    }
    total = total ? plus(total, term) : term;
  }
  return total ?? whole(0);
}

function numberOf({ top, bottom }: Fraction): Tree {
  const size = whole(top < 0n ? -top : top);
  const quotient: Tree =
    bottom === 1n ? size : { kind: 'divide', left: size, right: whole(bottom) };
  return top < 0n ? { kind: 'negate', operand: quotient } : quotient;
}

function isOne(polynomial: Polynomial): boolean {
  const number = constantValue(polynomial);
  return number !== null && number.top === number.bottom;
}

function whole(number: number | bigint): Tree {
  return { kind: 'number', text: String(number) };
}
