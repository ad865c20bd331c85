import { isAnalytic } from '@/lib/math/core/cuts';
import { isScalar, sameShape } from '@/lib/math/core/dimension';
import {
  definitionsIn,
  freeIds,
  hasExpectation,
  hasLongNumber,
  isEstimated,
  sizesIn,
} from '@/lib/math/core/free-symbols';
import { infiniteSign } from '@/lib/math/core/infinite';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import { sameTree } from '@/lib/math/core/same-tree';
import { substitute } from '@/lib/math/core/substitute';
import { children, type Tree } from '@/lib/math/core/tree';
import { isZero } from '@/lib/math/core/zero-form';
import { nudged, type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { elaborate, shapeOf } from '@/lib/math/language/shape';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { bodiesIn, unfold } from '@/lib/math/types/unfold';
import { compareEstimates } from './compare-estimates';
import { explain } from './explain';
import type { CompareOptions, Comparison, Outcome } from './outcome';
import { floatPair, LAST_PRECISION, PRECISIONS, type Precision, precisePair } from './pairs';
import { otherPieces } from './pieces';
import type { AtPoint, Pair, PairExpressions } from './side';
import { pointOf, READ_ALIKE, type ShownPair, shownApart } from './witness';

/** What one comparison may cost, and what showing and explaining a difference may cost besides. */
export const MOST_WORK = 1_200_000;
export const MOST_SHOWING = 400_000;

/** Digits that both values are shown with, one after the other, and what they are worked out with. */
const SHOWN = [
  [50, [6, 12, 20]],
  [110, [35, 60]],
  [300, [250]],
  [LAST_PRECISION, [900]],
] as const;
/** What is left where work with many digits would take too much. */
const FLOAT_DIGITS = [6, 12];

const SAMPLES = 32;
/** With fewer points at which both sides are defined nothing is decided. */
const ENOUGH = 6;
const MAX_DRAWS = 320;
/** After so many points settled with many digits, Float64 need only not contradict. */
const CONFIRMED = 6;

/**
 * Decides whether two expressions are equal as functions of their symbols. Both must be well-typed
 * and of one shape, or of transposed shapes with `upTo: 'transpose'`; a literal 0 has any shape.
 *
 * *wrong* is certain: at the witness the two values are further apart than the bounds on their
 * rounding errors, carried along with at least 50 digits, can explain. *right* is randomized identity testing: two different polynomials of degree d agree at a
 * point drawn from a set of size |S| with probability at most d/|S| (Schwartz 1980, Zippel 1979),
 * here |S| ≥ 2¹² and about 20 independent points; analytic functions that differ anywhere differ
 * almost everywhere. Expressions cut by abs, max, floor, sign or indicators are sampled on both
 * sides of every cut that a search over scales finds; a piece that it misses is not judged.
 */
export function compare(
  reference: Tree,
  answer: Tree,
  table: SymbolTable,
  options: CompareOptions,
): Comparison {
  const meter = new Meter(options.mostWork ?? MOST_WORK);
  const outcome = decide(reference, answer, table, options, meter);
  return { ...outcome, work: meter.spent };
}

function decide(
  stated: Tree,
  written: Tree,
  table: SymbolTable,
  options: CompareOptions,
  meter: Meter,
): Outcome {
  const { functions = new Map() } = options;
  const [reference, answer] = [unfold(stated, table, functions), unfold(written, table, functions)];
  const [mine, yours] = [shapeOf(reference, table), shapeOf(answer, table)];
  const expected = elaborate(reference, table, yours.ok ? yours.value : undefined);
  const given = elaborate(answer, table, mine.ok ? mine.value : undefined);
  if (!expected.ok) return { verdict: 'review', reason: expected.error.message };
  if (!given.ok) return { verdict: 'review', reason: given.error.message };
  const [left, right] = [expected.value, given.value];
  const zero = isZero(reference) || isZero(answer);
  const straight = zero || sameShape(left.shape, right.shape);
  const turned = sameShape(left.shape, [right.shape[1], right.shape[0]]);
  const mayTurn = turned && options.upTo === 'transpose';
  const transposed: Tree = { kind: 'transpose', operand: right.tree };
  if (straight && sameTree(left.tree, right.tree)) return { verdict: 'right', transposed: false };
  if (hasExpectation(left.tree) || hasExpectation(right.tree))
    return {
      verdict: 'review',
      reason: 'The machine does not know the density of an expectation here.',
    };
  const infinite = [infiniteSign(left.tree), infiniteSign(right.tree)] as const;
  if (infinite[0] ?? infinite[1])
    return compareInfinite(left.tree, right.tree, infinite, table, options, meter);
  if (!straight) {
    if (!mayTurn) return { verdict: 'review', reason: 'The two sides have different shapes.' };
    return new Judge(left.tree, transposed, table, options, meter).verdict(true);
  }
  const outcome = new Judge(left.tree, right.tree, table, options, meter).verdict(false);
  if (outcome.verdict !== 'wrong' || !mayTurn || isScalar(left.shape)) return outcome;
  const other = new Judge(left.tree, transposed, table, options, new Meter(MOST_WORK)).verdict(
    true,
  );
  return other.verdict === 'right' ? other : outcome;
}

/** ∞ equals itself, and nothing that has a value. */
function compareInfinite(
  reference: Tree,
  answer: Tree,
  [expected, given]: readonly [1 | -1 | null, 1 | -1 | null],
  table: SymbolTable,
  options: CompareOptions,
  meter: Meter,
): Outcome {
  const shown = (sign: 1 | -1) => (sign === 1 ? '\\infty' : '-\\infty');
  if (expected && given) {
    if (expected === given) return { verdict: 'right', transposed: false };
    const witness = { at: [], reference: shown(expected), answer: shown(given) };
    return { verdict: 'wrong', witness };
  }
  // Compared with a number that it is not, the other side shows a value of its own.
  const finite = expected ? answer : reference;
  const other: Tree = { kind: 'number', text: '0.123456789' };
  const { upTo: _, ...straight } = options;
  const outcome = new Judge(finite, other, table, straight, meter).verdict(false);
  if (outcome.verdict !== 'wrong' || outcome.witness.reference.includes('undefined'))
    return { verdict: 'review', reason: 'The machine could not decide: one side is infinite.' };
  const { at, reference: value } = outcome.witness;
  const witness = expected
    ? { at, reference: shown(expected), answer: value }
    : { at, reference: value, answer: shown(given ?? 1) };
  return { verdict: 'wrong', witness };
}

/** One comparison; everything is compiled once. */
class Judge {
  readonly #expressions: PairExpressions;
  readonly #options: CompareOptions;
  readonly #ids: readonly string[];
  readonly #sizes: readonly string[];
  readonly #hasLongNumbers: boolean;
  readonly #isAnalytic: boolean;
  readonly #isEstimated: boolean;
  readonly #float: Pair;
  readonly #precise = new Map<Precision, Pair>();
  #confirmed = 0;
  #settled = 0;

  constructor(
    reference: Tree,
    answer: Tree,
    table: SymbolTable,
    options: CompareOptions,
    meter: Meter,
  ) {
    const { definitions = new Map<string, Tree>(), seed } = options;
    const where = options.where ?? null;
    const [left, right] = [reference, answer].map((tree) => withDefinitions(tree, definitions));
    this.#options = options;
    this.#expressions = {
      reference: left ?? reference,
      answer: right ?? answer,
      where,
      definitions,
      table,
      seed,
      meter,
      functions: options.functions ?? new Map(),
    };
    const bodies = bodiesIn([reference, answer], options.functions ?? new Map());
    const stated = [reference, answer, ...(where ? [where] : []), ...bodies];
    const all = [...stated, ...definitions.values()];
    this.#ids = freeIds(stated, definitions);
    this.#sizes = sizesIn(all);
    this.#hasLongNumbers = [reference, answer].some(hasLongNumber);
    const sides = [reference, answer];
    const relevant = [...sides, ...bodies, ...definitionsIn(sides, definitions)];
    this.#isAnalytic = !table.complex && relevant.every(isAnalytic);
    this.#isEstimated = [...relevant, ...(where ? [where] : [])].some(isEstimated);
    this.#float = floatPair(this.#expressions);
  }

  /** The verdict; *review* where deciding would take more work than it may. */
  verdict(transposed: boolean): Outcome {
    try {
      return this.#run(transposed);
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return {
        verdict: 'review',
        reason: 'The machine could not decide: it would take too much work.',
      };
    }
  }

  #run(transposed: boolean): Outcome {
    if (this.#isEstimated) {
      const found = compareEstimates(
        this.#expressions,
        this.#ids,
        this.#sizes,
        this.#options.points,
      );
      return found.verdict === 'right' ? { ...found, transposed } : found;
    }
    const { table, seed } = this.#expressions;
    const sampler = new Sampler(this.#ids, table, seed, this.#sizes);
    if (sampler.isConstant) return this.#constants(sampler.next(), transposed);
    if (this.#options.upTo === 'constant') return this.#upToConstant(sampler);
    const points: Sample[] = [];
    let unclear = 0;
    for (let drawn = 0; drawn < MAX_DRAWS && points.length < SAMPLES; drawn++) {
      const sample = sampler.next();
      if (!this.#float.holds(sample)) continue;
      const found = this.#at(sample);
      if (this.#isDifference(found, sample)) return this.#wrong(sample);
      if (found === 'equal') points.push(sample);
      if (found === 'unclear' && !this.#isIsolated(sample)) unclear++;
    }
    // Only once there is nothing else to find is it worth looking for other pieces.
    for (const { sample, place } of otherPieces(this.#expressions, points).reverse()) {
      if (!this.#float.holds(sample)) continue;
      // So close to a cut many digits are asked only where Float64 sees a difference.
      const seen = this.#float.judge(sample);
      if (seen === 'equal' || (place === 'beside' && !isSuspicious(seen))) continue;
      const found = place === 'special' ? this.#at(sample) : this.#precisely(sample);
      if (this.#isDifference(found, sample)) return this.#wrong(sample);
      const mustBeClear = place === 'inside' || place === 'special';
      if (found === 'unclear' && mustBeClear && !this.#isIsolated(sample)) unclear++;
    }
    // Analytic expressions that agree on an open set agree wherever they are defined.
    const isEnough =
      (this.#isAnalytic && points.length >= 2 * ENOUGH) ||
      (points.length >= ENOUGH && unclear <= points.length / 4);
    if (isEnough) {
      // Where Float64 never spoke for itself, or numbers have many digits of their own, something
      // may hide behind the digits tried so far.
      const last = points.at(-1);
      const mayHide = this.#settled === 0 || this.#hasLongNumbers;
      if (mayHide && last && this.#differsFarDown(last)) return this.#wrong(last);
      return { verdict: 'right', transposed };
    }
    const reason =
      unclear > 0
        ? 'the numbers are too large or too close together to tell.'
        : 'there are too few points at which both sides are defined.';
    return { verdict: 'review', reason: `The machine could not decide: ${reason}` };
  }

  #isDifference(found: AtPoint, sample: Sample): boolean {
    return found === 'different' || (found === 'one-sided' && this.#staysOneSided(sample));
  }

  /** Nothing can be told at the point, but right beside it. */
  #isIsolated(sample: Sample): boolean {
    const beside = nudged(sample, 2 ** -9, this.#expressions.table);
    return this.#float.holds(beside) && this.#precisely(beside) !== 'unclear';
  }

  #constants(sample: Sample, transposed: boolean): Outcome {
    const found = this.#precisely(sample);
    const isBlurred = this.#float.judge(sample) !== 'equal';
    if (found === 'equal' && !(isBlurred && this.#differsFarDown(sample)))
      return { verdict: 'right', transposed };
    if (found === 'equal' || found === 'different' || found === 'one-sided')
      return this.#wrong(sample);
    const reason = found === 'unclear' ? 'the numbers are too large.' : 'neither side has a value.';
    return { verdict: 'review', reason: `The machine could not decide: ${reason}` };
  }

  #upToConstant(sampler: Sampler): Outcome {
    const pair = this.#withDigits(50);
    const points: Sample[] = [];
    for (let drawn = 0; drawn < MAX_DRAWS / 4 && points.length < SAMPLES / 2; drawn++) {
      const sample = sampler.next();
      if (!this.#float.holds(sample)) continue;
      const found = pair.judgeOffset(sample, points[0] ?? sample);
      // Of two points that differ in how far the sides are apart, they are apart at one at least.
      if (found === 'different') return this.#wrong(sample, points[0]);
      if (found === 'equal') points.push(sample);
    }
    if (points.length >= ENOUGH) return { verdict: 'right', transposed: false };
    return {
      verdict: 'review',
      reason:
        'The machine could not decide: there are too few points at which both sides are defined.',
    };
  }

  #withDigits(digits: Precision): Pair {
    const pair = this.#precise.get(digits) ?? precisePair(this.#expressions, digits);
    this.#precise.set(digits, pair);
    return pair;
  }

  #at(sample: Sample): AtPoint {
    if (!this.#hasLongNumbers || this.#confirmed >= CONFIRMED) {
      const found = this.#float.judge(sample);
      if (found === 'equal') {
        this.#settled++;
        return found;
      }
      if (found === 'close' && this.#confirmed >= CONFIRMED) return 'equal';
    }
    const found = this.#precisely(sample);
    if (found === 'equal') this.#confirmed++;
    return found;
  }

  /** What many digits say; more of them are tried where fewer do not tell. */
  #precisely(sample: Sample): AtPoint {
    let found: AtPoint = 'unclear';
    for (const digits of PRECISIONS) {
      found = this.#withDigits(digits).judge(sample);
      if (found !== 'unclear') break;
    }
    return found;
  }

  /** Differences that fifty digits do not show, as between tanh(200) and 1. */
  #differsFarDown(sample: Sample): boolean {
    try {
      return this.#withDigits(LAST_PRECISION).judge(sample) === 'different';
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return false;
    }
  }

  /** Undefined on one side counts where it stays so all around; a single hole is no evidence. */
  #staysOneSided(sample: Sample): boolean {
    const { table } = this.#expressions;
    const near = [2 ** -9, -(2 ** -9), 2 ** -12, -(2 ** -12)].map((step) =>
      nudged(sample, step, table),
    );
    return near.every(
      (point) => !this.#float.holds(point) || this.#precisely(point) === 'one-sided',
    );
  }

  /** *wrong* at the point, or at another where the two values cannot be shown apart at the first. */
  #wrong(sample: Sample, otherwise?: Sample): Outcome {
    const { table, meter } = this.#expressions;
    meter.extend(MOST_SHOWING);
    const shown = this.#shown(sample);
    if (!shown)
      return otherwise ? this.#wrong(otherwise) : { verdict: 'review', reason: READ_ALIKE };
    const witness = { at: pointOf(sample, this.#ids, table), ...shown };
    const explanation = explain(this.#expressions, { ids: this.#ids, sizes: this.#sizes });
    return { verdict: 'wrong', witness, ...(explanation !== null && { explanation }) };
  }

  /** Both values so that one sees that they differ; null where that would take too much. */
  #shown(sample: Sample): ShownPair | null {
    try {
      for (const [precision, digits] of SHOWN) {
        const shown = shownApart(this.#withDigits(precision), sample, digits);
        if (shown) return shown;
      }
      return null;
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return shownApart(this.#float, sample, FLOAT_DIGITS);
    }
  }
}

/** Derivatives see through definitions: what follows from the variable is not constant. */
function withDefinitions(tree: Tree, definitions: ReadonlyMap<string, Tree>): Tree {
  if (definitions.size === 0 || !hasDerivative(tree)) return tree;
  const replace = (id: string): Tree | null => {
    const definition = definitions.get(id);
    return definition ? substitute(definition, replace) : null;
  };
  return substitute(tree, replace);
}

function hasDerivative(tree: Tree): boolean {
  return tree.kind === 'derivative' || children(tree).some(hasDerivative);
}

function isSuspicious(found: AtPoint): boolean {
  return found === 'different' || found === 'one-sided';
}
