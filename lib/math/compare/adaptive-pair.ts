import { WorkSpent } from '@/lib/math/core/meter';
import { nudged, type Sample } from '@/lib/math/evaluate/sample';
import { staysOneSided } from './one-sided';
import type { Pair, PairExpressions, PointRelation } from './pair';
import { floatPair, LAST_PRECISION, PRECISIONS, type Precision, precisePair } from './precisions';
import { distinctValues, type WitnessValues } from './witness/witness';

/** Digits that both values are shown with, one after the other, and what they are worked out with. */
const WITNESS_DIGITS = [
  [50, [6, 12, 20]],
  [110, [35, 60]],
  [300, [250]],
  [LAST_PRECISION, [900]],
] as const;
/** What is left where work with many digits would take too much. */
const FLOAT_WITNESS_DIGITS = [6, 12];

/** After so many points settled with many digits, Float64 need only not contradict. */
const CONFIRMED = 6;

/** How far beside a point is looked, as shares of the values: far enough for Float64 to tell, and near. */
const BESIDE = 2 ** -9;
const AROUND = [BESIDE, 2 ** -12];

/**
 * A pair that is judged in Float64 where its error bounds tell enough, and with 50, 110 and 300
 * digits where they do not.
 */
export class AdaptivePair {
  readonly #expressions: PairExpressions;
  readonly #hasLongNumbers: boolean;
  readonly #float: Pair;
  readonly #precise = new Map<Precision, Pair>();
  /** Points that were equal with many digits, and in Float64 alone. */
  #confirmed = 0;
  #settledInFloat = 0;

  constructor(expressions: PairExpressions, hasLongNumbers: boolean) {
    this.#expressions = expressions;
    this.#hasLongNumbers = hasLongNumbers;
    this.#float = floatPair(expressions);
  }

  holds(sample: Sample): boolean {
    return this.#float.holds(sample);
  }

  judge(sample: Sample): PointRelation {
    if (!this.#hasLongNumbers || this.#confirmed >= CONFIRMED) {
      const relation = this.#float.judge(sample);
      if (relation === 'equal') {
        this.#settledInFloat++;
        return relation;
      }
      if (relation === 'close' && this.#confirmed >= CONFIRMED) return 'equal';
    }
    const relation = this.judgePrecisely(sample);
    if (relation === 'equal') this.#confirmed++;
    return relation;
  }

  judgeInFloat(sample: Sample): PointRelation {
    return this.#float.judge(sample);
  }

  /** What many digits say; more of them are tried where fewer do not tell. */
  judgePrecisely(sample: Sample): PointRelation {
    let relation: PointRelation = 'unclear';
    for (const digits of PRECISIONS) {
      relation = this.#withDigits(digits).judge(sample);
      if (relation !== 'unclear') break;
    }
    return relation;
  }

  /** Whether reference minus answer is the same at both points, with fifty digits. */
  judgeOffset(here: Sample, there: Sample): PointRelation {
    return this.#withDigits(50).judgeOffset(here, there);
  }

  /** Whether this relation makes the answer wrong at the point. */
  isDifference(relation: PointRelation, sample: Sample): boolean {
    return relation === 'different' || (relation === 'one-sided' && this.#staysOneSided(sample));
  }

  /** Whether something can be told right beside a point at which nothing can. */
  isIsolated(sample: Sample): boolean {
    const beside = nudged(sample, BESIDE, this.#expressions.table);
    return this.#float.holds(beside) && this.judgePrecisely(beside) !== 'unclear';
  }

  /**
   * Whether a difference may hide behind the digits tried so far: Float64 never spoke for itself,
   * or numbers have many digits of their own.
   */
  get mayDifferFarDown(): boolean {
    return this.#settledInFloat === 0 || this.#hasLongNumbers;
  }

  /** Differences that fifty digits do not show, as between tanh(200) and 1. */
  differsFarDown(sample: Sample): boolean {
    try {
      return this.#withDigits(LAST_PRECISION).judge(sample) === 'different';
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return false;
    }
  }

  /** Both values so that one sees that they differ; null where they read alike with all digits. */
  distinctValues(sample: Sample): WitnessValues | null {
    try {
      for (const [precision, digits] of WITNESS_DIGITS) {
        const values = distinctValues(this.#withDigits(precision), sample, digits);
        if (values) return values;
      }
      return null;
    } catch (error) {
      if (!(error instanceof WorkSpent)) throw error;
      return distinctValues(this.#float, sample, FLOAT_WITNESS_DIGITS);
    }
  }

  #staysOneSided(sample: Sample): boolean {
    const pair = {
      holds: (near: Sample) => this.holds(near),
      judge: (near: Sample) => this.judgePrecisely(near),
    };
    return staysOneSided(pair, sample, AROUND, this.#expressions.table);
  }

  #withDigits(digits: Precision): Pair {
    const pair = this.#precise.get(digits) ?? precisePair(this.#expressions, digits);
    this.#precise.set(digits, pair);
    return pair;
  }
}
