import { isScalar, sameShape } from '@/lib/math/core/dimension';
import { hasExpectation } from '@/lib/math/core/free-symbols';
import { infiniteSign } from '@/lib/math/core/infinite';
import { Meter } from '@/lib/math/core/meter';
import { sameTree } from '@/lib/math/core/same-tree';
import type { Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import { elaborate, shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { unfold } from '@/lib/math/types/unfold';
import { compareInfinite } from './compare-infinite';
import { IdentityTest } from './identity-test';
import type { CompareOptions, Comparison, Outcome } from './outcome';
import { compareScaled } from './scaled';

/** What one comparison may cost, in units of the meter. */
export const MOST_WORK = 1_200_000;

/**
 * Decides whether two expressions are equal as functions of their symbols. Both must be well-typed
 * and of one shape, or of transposed shapes with `upTo: 'transpose'`; a literal 0 has any shape.
 *
 * *wrong* is certain: at the witness the two values are further apart than the bounds on their
 * rounding errors, carried along with at least 50 digits, can explain. *right* is randomized
 * identity testing: two different polynomials of degree d agree at a point drawn from a set of size
 * |S| with probability at most d/|S| (Schwartz 1980, Zippel 1979), here |S| ≥ 2¹² and about 20
 * independent points; analytic functions that differ anywhere differ almost everywhere. Expressions
 * cut by abs, max, floor, sign or indicators are sampled on both sides of every cut that a search
 * over scales finds; a piece that it misses is not judged.
 */
export function compare(
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  options: CompareOptions,
): Comparison {
  const meter = new Meter(options.mostWork ?? MOST_WORK);
  const outcome = decide(reference, answer, table, options, meter);
  const isOther = outcome.verdict !== 'right';
  if (isOther && options.upTo === 'sign') {
    const turned: Tree = { kind: 'negate', operand: reference };
    const otherwise = decide(turned, answer, table, options, new Meter(MOST_WORK));
    if (otherwise.verdict === 'right') return { ...otherwise, work: meter.spent };
  }
  if (isOther && options.upTo === 'scale') {
    const scaled = compareScaled(reference, answer, table, options, decide);
    if (scaled) return { ...scaled, work: meter.spent };
  }
  return { ...outcome, work: meter.spent };
}

function decide(
  statedReference: Tree,
  statedAnswer: Tree,
  table: SymbolTable,
  options: CompareOptions,
  meter: Meter,
): Outcome {
  const { functions = new Map() } = options;
  const reference = unfold(statedReference, table, functions);
  const answer = unfold(statedAnswer, table, functions);
  const [referenceShape, answerShape] = [shapeOf(reference, table), shapeOf(answer, table)];
  const left = elaborate(reference, table, answerShape.ok ? answerShape.value : undefined);
  const right = elaborate(answer, table, referenceShape.ok ? referenceShape.value : undefined);
  if (!left.ok) return { verdict: 'review', reason: left.error.message };
  if (!right.ok) return { verdict: 'review', reason: right.error.message };
  const [leftTree, rightTree] = [left.value.tree, right.value.tree];
  const [leftShape, rightShape] = [left.value.shape, right.value.shape];
  const hasZero = isZero(reference) || isZero(answer);
  const isOfOneShape = hasZero || sameShape(leftShape, rightShape);
  if (isOfOneShape && sameTree(leftTree, rightTree)) return { verdict: 'right', transposed: false };
  if (hasExpectation(leftTree) || hasExpectation(rightTree))
    return {
      verdict: 'review',
      reason: 'The machine does not know the density of an expectation here.',
    };
  const signs = [infiniteSign(leftTree), infiniteSign(rightTree)] as const;
  if (signs[0] ?? signs[1])
    return compareInfinite(leftTree, rightTree, signs, table, options, meter);
  const isTurned = sameShape(leftShape, [rightShape[1], rightShape[0]]);
  const mayBeTransposed = isTurned && options.upTo === 'transpose';
  const testTransposed = (spending: Meter) => {
    const transposed: Tree = { kind: 'transpose', operand: rightTree };
    return new IdentityTest(leftTree, transposed, table, options, spending).outcome(true);
  };
  if (!isOfOneShape) {
    if (!mayBeTransposed)
      return { verdict: 'review', reason: 'The two sides have different shapes.' };
    return testTransposed(meter);
  }
  const outcome = new IdentityTest(leftTree, rightTree, table, options, meter).outcome(false);
  if (outcome.verdict !== 'wrong' || !mayBeTransposed || isScalar(leftShape)) return outcome;
  const otherwise = testTransposed(new Meter(MOST_WORK));
  return otherwise.verdict === 'right' ? otherwise : outcome;
}
