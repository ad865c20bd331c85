import { isAnalytic } from '@/lib/math/core/cuts';
import {
  definitionsIn,
  freeIds,
  hasDerivative,
  hasLongNumber,
  isEstimated,
  sizesIn,
} from '@/lib/math/core/free-symbols';
import { type Meter, WorkSpent } from '@/lib/math/core/meter';
import { substitute } from '@/lib/math/core/substitute';
import type { Tree } from '@/lib/math/core/tree';
import { type Sample, Sampler } from '@/lib/math/evaluate/sample';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { bodiesIn } from '@/lib/math/types/unfold';
import { AdaptivePair } from './adaptive-pair';
import { compareEstimates } from './compare-estimates';
import { isConstantName } from './constant-names';
import {
  type CompareOptions,
  INDISTINGUISHABLE,
  type Outcome,
  TOO_FEW_POINTS,
  TOO_MUCH_WORK,
  undecided,
} from './outcome';
import type { PairExpressions, PointRelation } from './pair';
import { otherPieces } from './pieces';
import { drawnWhere, IDENTITY, UP_TO_CONSTANT } from './sampling';
import { explain } from './witness/explain';
import { circumstancesOf, pointOf } from './witness/witness';

/** What showing and explaining a difference may cost besides deciding, in units of the meter. */
export const MOST_WITNESS_WORK = 400_000;

/** Analytic expressions are equal everywhere if on an open set: with so many points no doubt counts. */
const ENOUGH_IF_ANALYTIC = 2 * IDENTITY.fewest;
/** Up to a constant, so many points are compared with one before another one is. */
const MOST_FROM_ONE_POINT = 5;
/** Of others, at most so many points may be unclear for each one that agrees. */
const MOST_UNCLEAR = 1 / 4;

/** What the points looked at so far say, where none of them shows a difference. */
interface Tally {
  agreeing: Sample[];
  /** Points at which nothing could be told, though it had to be. */
  unclear: number;
}

/** Randomized identity testing of two expressions of one shape (`compare`); everything is compiled once. */
export class IdentityTest {
  readonly #expressions: PairExpressions;
  readonly #options: CompareOptions;
  readonly #ids: readonly string[];
  readonly #sizes: readonly string[];
  readonly #isAnalytic: boolean;
  readonly #isEstimated: boolean;
  readonly #pair: AdaptivePair;

  constructor(
    reference: Tree,
    answer: Tree,
    table: SymbolTable,
    options: CompareOptions,
    meter: Meter,
  ) {
    const { definitions = new Map<string, Tree>(), functions = new Map(), seed } = options;
    const where = options.where ?? null;
    this.#options = options;
    this.#expressions = {
      reference: withDefinitions(reference, definitions),
      answer: withDefinitions(answer, definitions),
      where,
      definitions,
      table,
      seed,
      meter,
      functions,
    };
    const sides = [reference, answer];
    const condition = where ? [where] : [];
    const bodies = bodiesIn(sides, functions);
    const stated = [...sides, ...condition, ...bodies];
    this.#ids = freeIds(stated, definitions);
    this.#sizes = sizesIn([...stated, ...definitions.values()]);
    const relevant = [...sides, ...bodies, ...definitionsIn(sides, definitions)];
    this.#isAnalytic = !table.complex && relevant.every(isAnalytic);
    this.#isEstimated = [...relevant, ...condition].some(isEstimated);
    this.#pair = new AdaptivePair(this.#expressions, sides.some(hasLongNumber));
  }

  /** The verdict; *review* where deciding would take more work than it may. */
  outcome(transposed: boolean): Outcome {
    try {
      return this.#decide(transposed);
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return undecided(TOO_MUCH_WORK);
    }
  }

  #decide(transposed: boolean): Outcome {
    if (this.#isEstimated) {
      const { points } = this.#options;
      const outcome = compareEstimates(this.#expressions, this.#ids, this.#sizes, points);
      return outcome.verdict === 'right' ? { ...outcome, transposed } : outcome;
    }
    const { table, seed } = this.#expressions;
    const sampler = new Sampler(this.#ids, table, seed, this.#sizes);
    if (sampler.isConstant) return this.#constants(sampler.next(), transposed);
    const { upTo } = this.#options;
    if (typeof upTo === 'object') return this.#upToConstant(sampler, upTo.constantIn);
    return this.#functions(sampler, transposed);
  }

  #functions(sampler: Sampler, transposed: boolean): Outcome {
    const tally: Tally = { agreeing: [], unclear: 0 };
    // Only once there is nothing else to find is it worth looking for other pieces.
    const difference = this.#sampledDifference(sampler, tally) ?? this.#differenceOnPieces(tally);
    if (difference) return this.#wrong(difference);
    const { agreeing, unclear } = tally;
    const isEnough =
      (this.#isAnalytic && agreeing.length >= ENOUGH_IF_ANALYTIC) ||
      (agreeing.length >= IDENTITY.fewest && unclear <= MOST_UNCLEAR * agreeing.length);
    if (isEnough) {
      const last = agreeing.at(-1);
      if (last && this.#pair.mayDifferFarDown && this.#pair.differsFarDown(last))
        return this.#wrong(last);
      return { verdict: 'right', transposed };
    }
    return undecided(
      unclear > 0 ? 'the numbers are too large or too close together to tell.' : TOO_FEW_POINTS,
    );
  }

  /** The first point drawn at which the answer is wrong. */
  #sampledDifference(sampler: Sampler, tally: Tally): Sample | null {
    const pair = this.#pair;
    for (const sample of drawnWhere(pair, sampler, IDENTITY.draws)) {
      const relation = pair.judge(sample);
      if (pair.isDifference(relation, sample)) return sample;
      if (relation === 'equal') tally.agreeing.push(sample);
      if (relation === 'unclear' && !pair.isIsolated(sample)) tally.unclear++;
      if (tally.agreeing.length === IDENTITY.points) break;
    }
    return null;
  }

  /** The same on the pieces of the expressions that the points drawn need not have reached. */
  #differenceOnPieces(tally: Tally): Sample | null {
    const pair = this.#pair;
    for (const { sample, place } of otherPieces(this.#expressions, tally.agreeing).reverse()) {
      if (!pair.holds(sample)) continue;
      // So close to a cut many digits are asked only where Float64 sees a difference.
      const inFloat = pair.judgeInFloat(sample);
      if (inFloat === 'equal' || (place === 'beside' && !isSuspicious(inFloat))) continue;
      const relation = place === 'special' ? pair.judge(sample) : pair.judgePrecisely(sample);
      if (pair.isDifference(relation, sample)) return sample;
      const mustBeClear = place === 'inside' || place === 'special';
      if (relation === 'unclear' && mustBeClear && !pair.isIsolated(sample)) tally.unclear++;
    }
    return null;
  }

  #constants(sample: Sample, transposed: boolean): Outcome {
    const relation = this.#pair.judgePrecisely(sample);
    const isBlurred = this.#pair.judgeInFloat(sample) !== 'equal';
    if (relation === 'equal' && !(isBlurred && this.#pair.differsFarDown(sample)))
      return { verdict: 'right', transposed };
    if (relation === 'equal' || relation === 'different' || relation === 'one-sided')
      return this.#wrong(sample);
    return undecided(
      relation === 'unclear' ? 'the numbers are too large.' : 'neither side has a value.',
    );
  }

  /** Whether the sides are equally far apart at points that differ in nothing but some symbols. */
  #upToConstant(sampler: Sampler, constantIn: readonly string[] | null): Outcome {
    const { table } = this.#expressions;
    const varied = constantIn ?? this.#ids.filter((id) => !isConstantName(id, table));
    let agreeing = 0;
    let here: Sample | null = null;
    for (const sample of drawnWhere(this.#pair, sampler, UP_TO_CONSTANT.draws)) {
      if (!here) {
        here = sample;
        continue;
      }
      const there = variedIn(here, sample, varied);
      const relation: PointRelation = this.#pair.holds(there)
        ? this.#pair.judgeOffset(there, here)
        : 'unclear';
      // Of two points that differ in how far the sides are apart, they are apart at one at least.
      if (relation === 'different') return this.#wrong(there, here);
      if (relation === 'equal') agreeing++;
      if (agreeing === UP_TO_CONSTANT.points) break;
      here = relation === 'equal' && agreeing % MOST_FROM_ONE_POINT > 0 ? here : null;
    }
    if (agreeing >= UP_TO_CONSTANT.fewest) return { verdict: 'right', transposed: false };
    return undecided(TOO_FEW_POINTS);
  }

  /** *wrong* at the point, or at another where the two values cannot be told apart at the first. */
  #wrong(sample: Sample, otherwise?: Sample): Outcome {
    const { table, meter } = this.#expressions;
    meter.extend(MOST_WITNESS_WORK);
    const values = this.#pair.distinctValues(sample);
    if (!values) return otherwise ? this.#wrong(otherwise) : undecided(INDISTINGUISHABLE);
    const { functions } = this.#expressions;
    const isGiven = (id: string) => functions.has(id);
    const around = circumstancesOf(sample, this.#ids, table, isGiven);
    const witness = { at: [...pointOf(sample, this.#ids, table), ...around], ...values };
    const explanation = explain(this.#expressions, { ids: this.#ids, sizes: this.#sizes });
    return { verdict: 'wrong', witness, ...(explanation !== null && { explanation }) };
  }
}

/** The first point with the values that some symbols have at the second. */
function variedIn(here: Sample, there: Sample, ids: readonly string[]): Sample {
  const varied = ids.flatMap((id) => {
    const value = there.values.get(id);
    return value ? [[id, value] as const] : [];
  });
  return { sizes: here.sizes, values: new Map([...here.values, ...varied]) };
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

function isSuspicious(relation: PointRelation): boolean {
  return relation === 'different' || relation === 'one-sided';
}
