import { undecided } from '@/lib/math/compare/outcome';
import { type PointWitness, pointOf } from '@/lib/math/compare/witness/witness';
import { drawNumber } from '@/lib/math/core/domain';
import { isEstimated } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import { type Random, randomFrom } from '@/lib/math/core/random';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { nudged, type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { compileScalar } from '@/lib/math/language/scalar-function';
import { type Ball, isDefined } from '@/lib/math/numbers/ball';
import { showBall } from '@/lib/math/numbers/ball-text';
import { type Digits, plainTree, type Setting, valueAt } from '@/lib/math/sets/balls-at';
import { fits } from '@/lib/math/sets/fit';
import { type Membership, Span } from '@/lib/math/sets/span';
import { type Family, familyOf, isDeep, memberOf } from './family';
import { constantsIn } from './free-constants';

/** A member of one family that is none of the other. */
export interface FamilyWitness {
  isInReference: boolean;
  /** The constants of that member. */
  constants: PointWitness['at'];
  /** Whether the other family has no value at all at the point, instead of another one. */
  isUndefined?: true;
  /** Its values at two points, or at the one where the other has none. */
  values: readonly { at: PointWitness['at']; value: string }[];
}

export type FamilyOutcome =
  | { verdict: 'right' }
  | { verdict: 'wrong'; witness: FamilyWitness }
  | { verdict: 'review'; reason: string };

export interface FamilySetting extends Setting {
  /** The id of the variable of the functions. */
  variable: string;
  /** Ids of declared symbols that are constants too. */
  constants: readonly string[];
}

/** What one comparison may cost, in units of the meter. */
const MOST_WORK = 30_000_000;
const MOST_CONSTANTS = 8;
/** Values of the other symbols that are tried, from the draws that are not of pleasant numbers. */
const ROUNDS = 2;
const FIRST_GENERAL = 14;
/** So many points more than there are functions tell these apart. */
const MORE_POINTS = 4;
const DRAWS = 120;
/** Points at which an answer may be found to have no value, and how far beside them it has to have none either. */
const DRAWS_FOR_GAPS = 30;
const BESIDE: readonly number[] = [2 ** -9, -(2 ** -10)];
/** So many members of a family are looked for in the other, where constants do not enter linearly. */
const MEMBERS = 5;
/** So many are drawn at most: `\ln(C e^x)` has none for a negative C. */
const MEMBERS_DRAWN = 30;
const DIGITS: readonly Digits[] = [110, 300];

/**
 * Whether two families are the same functions of the variable, whatever their constants are called.
 * Where the constants of both enter linearly that is linear algebra, at random points over balls:
 * the particular parts and all that the constants add have to lie in each other's span. *wrong* is
 * certain: the witness lies outside of a span by proven bounds. A member of a family whose constants
 * do not enter linearly is looked for by fitting them; where none is found nothing is decided.
 */
export function compareFamilies(
  reference: Tree,
  answer: Tree,
  setting: FamilySetting,
): FamilyOutcome {
  try {
    if ([reference, answer].some(isDeep)) return undecided('an expression is too deep.');
    const trees = [reference, answer].map((tree) => plainTree(tree, setting));
    const [left, right] = trees.map(
      (tree) => tree && familyOf(tree, constantsIn(tree, setting.constants), setting),
    );
    if (!left || !right) return undecided('an expression is no function.');
    if ([left, right].some(({ constants }) => constants.length > MOST_CONSTANTS))
      return undecided('there are too many constants.');
    if ([left, right].some(({ tree }) => isEstimated(tree)))
      return undecided('an integral or a limit is left.');
    return new FamilyComparison(left, right, setting).outcome();
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return undecided('it would take too much work.');
  }
}

/** A member of a family. */
interface Member {
  tree: Tree;
  values: readonly number[];
}

class FamilyComparison {
  readonly #reference: Family;
  readonly #answer: Family;
  readonly #setting: FamilySetting;
  readonly #meter = new Meter(MOST_WORK);
  readonly #random: Random;
  readonly #others: readonly string[];

  constructor(reference: Family, answer: Family, setting: FamilySetting) {
    this.#reference = reference;
    this.#answer = answer;
    this.#setting = setting;
    this.#random = randomFrom(`${setting.seed}/members`);
    const constants = new Set([...reference.constants, ...answer.constants]);
    const used = [reference, answer].flatMap(({ tree }) => [...symbolsIn(tree)]);
    this.#others = [...new Set([setting.variable, ...used])].filter((id) => !constants.has(id));
  }

  outcome(): FamilyOutcome {
    const undefinedAt = this.#undefinedAt();
    if (undefinedAt) {
      const first = { tree: memberOf(this.#reference, []), values: [] };
      const shown = this.#shown(first, this.#reference, [undefinedAt]);
      return { verdict: 'wrong', witness: { ...shown, isInReference: true, isUndefined: true } };
    }
    const missing = this.#compared(this.#reference, this.#answer);
    if (missing.witness)
      return { verdict: 'wrong', witness: { ...missing.witness, isInReference: true } };
    const extra = this.#compared(this.#answer, this.#reference);
    if (extra.witness)
      return { verdict: 'wrong', witness: { ...extra.witness, isInReference: false } };
    if (missing.isContained && extra.isContained) return { verdict: 'right' };
    return undecided('no constants were found with which the two agree.');
  }

  /** A point at which the reference has a value and the answer none, there and around it: `\ln x` for `\ln|x|`. */
  #undefinedAt(): Sample | null {
    const [reference, answer] = [this.#reference, this.#answer].map(({ affine }) =>
      affine
        ? [affine.particular, ...affine.basis].map((tree) =>
            valueAt(tree, this.#setting, this.#meter),
          )
        : null,
    );
    if (!reference || !answer) return null;
    const { table, seed } = this.#setting;
    const isGap = (sample: Sample) =>
      reference.every((value) => isDefined(value(sample, 50))) &&
      answer.some((value) => Number.isNaN(value(sample, 50).r));
    const sampler = new Sampler(this.#others, table, `${seed}/gaps`);
    for (let draw = 0; draw < DRAWS_FOR_GAPS; draw++) {
      const sample = sampler.next();
      if (!isGap(sample)) continue;
      if (BESIDE.every((share) => isGap(nudged(sample, share, table)))) return sample;
    }
    return null;
  }

  /** Whether the members of a family are members of another one. */
  #compared(
    from: Family,
    to: Family,
  ): { isContained: boolean; witness?: Omit<FamilyWitness, 'isInReference'> } {
    let isContained = true;
    for (let round = 0; round < ROUNDS; round++) {
      const samples = this.#samples(round, from, to);
      if (!samples) return { isContained: false };
      let known = 0;
      for (const member of this.#members(from, to)) {
        const membership = this.#membership(member, to, samples);
        if (membership === 'nowhere') continue;
        known++;
        if (membership === 'outside')
          return { isContained, witness: this.#shown(member, from, samples) };
        if (membership === 'unclear') isContained = false;
        // Of a family that is no span no member is ever proven to lie outside.
        if (!isContained && !to.affine) return { isContained };
        if (known === MEMBERS && !(from.affine && to.affine)) break;
      }
      if (known === 0) isContained = false;
    }
    return { isContained };
  }

  /** Members that stand for all where both families are linear, else random ones. */
  #members(family: Family, other: Family): Member[] {
    const { constants } = family;
    const member = (values: readonly number[]): Member => ({
      tree: memberOf(family, values),
      values,
    });
    const units = constants.map((_, place) => constants.map((__, at) => (at === place ? 1 : 0)));
    // The first has all constants 0, which may be the only member that another form leaves out.
    const drawn = Array.from({ length: MEMBERS_DRAWN }, (_, count) =>
      constants.map(() => (count === 0 ? 0 : drawNumber({ kind: 'real' }, this.#random))),
    );
    if (!family.affine) return drawn.map(member);
    const simple = [constants.map(() => 0), ...units];
    return (other.affine || constants.length === 0 ? simple : drawn).map(member);
  }

  /** Points that differ in the variable alone, at which both families have values; null where there are too few. */
  #samples(round: number, from: Family, to: Family): Sample[] | null {
    const { table, seed, variable } = this.#setting;
    const sampler = new Sampler(this.#others, table, `${seed}/${round}`);
    const draws = Array.from({ length: DRAWS }, () => sampler.next());
    const [first] = draws.slice(FIRST_GENERAL + round);
    const wanted = from.constants.length + to.constants.length + 2 + MORE_POINTS;
    const seen = new Set<number | undefined>();
    const isUsable = this.#isUsable(from, to);
    const samples: Sample[] = [];
    for (const draw of draws) {
      const value = draw.values.get(variable);
      if (!first || !value || seen.has(value.re[0])) continue;
      seen.add(value.re[0]);
      const sample = { ...first, values: new Map(first.values).set(variable, value) };
      if (isUsable(sample)) samples.push(sample);
      if (samples.length === wanted) return samples;
    }
    return null;
  }

  /** Whether what both families are made of has a value at a point. */
  #isUsable(from: Family, to: Family): (sample: Sample) => boolean {
    const parts = [from, to].flatMap(({ affine }) =>
      affine ? [affine.particular, ...affine.basis] : [],
    );
    const values = parts.map((tree) => valueAt(tree, this.#setting, this.#meter));
    return (sample) => values.every((value) => isDefined(value(sample, 110)));
  }

  #membership(member: Member, to: Family, samples: readonly Sample[]): Membership | 'nowhere' {
    if (!to.affine) return this.#fitted(member, to, samples);
    const { particular, basis } = to.affine;
    const apart: Tree = { kind: 'subtract', left: member.tree, right: particular };
    const [vector, ...rows] = [apart, ...basis].map((tree) => {
      const value = valueAt(tree, this.#setting, this.#meter);
      return (digits: Digits) => samples.map((sample) => value(sample, digits));
    });
    let membership: Membership = 'unclear';
    for (const digits of DIGITS) {
      const all = vector?.(digits) ?? [];
      // Where the member itself has no value there is nothing to compare.
      const usable = all.flatMap((ball, index) => (isDefined(ball) ? [index] : []));
      if (usable.length < basis.length + 2) return 'nowhere';
      const at = (balls: readonly Ball[]) => balls.filter((_, index) => usable.includes(index));
      const span = new Span();
      const isClear = rows.every((row) => span.add(at(row(digits))) !== 'unclear');
      membership = isClear ? span.membership(at(all)) : 'unclear';
      if (membership !== 'unclear') break;
    }
    return membership;
  }

  /** *inside* where constants are found with which a family is the member; *nowhere* where that has hardly any value. */
  #fitted(member: Member, to: Family, samples: readonly Sample[]): Membership | 'nowhere' {
    const { table, functions } = this.#setting;
    const ids = [...this.#others];
    const own = compileScalar(member.tree, table, ids, functions);
    const other = compileScalar(to.tree, table, [...ids, ...to.constants], functions);
    if (!own.ok || !other.ok) return 'unclear';
    const points = samples.map(({ values }) =>
      ids.map((id) => values.get(id)?.re[0] ?? Number.NaN),
    );
    const known = points.flatMap((point) => {
      const value = own.value(point);
      return Number.isFinite(value) ? [{ point, value }] : [];
    });
    if (known.length < to.constants.length + 2) return 'nowhere';
    const valuesAt = (constants: readonly number[]) =>
      known.map(({ point }) => other.value([...point, ...constants]));
    const wanted = known.map(({ value }) => value);
    return fits(valuesAt, to.constants.length, wanted, this.#random) ? 'inside' : 'unclear';
  }

  #shown(
    member: Member,
    family: Family,
    samples: readonly Sample[],
  ): Omit<FamilyWitness, 'isInReference'> {
    const { table } = this.#setting;
    const constants = family.constants.map((id, place) => ({
      latex: table.latexOf(id),
      value: String(member.values[place] ?? 0),
    }));
    const value = valueAt(member.tree, this.#setting, this.#meter);
    const values = samples.slice(0, 2).map((sample) => ({
      at: pointOf(sample, this.#others, table),
      value: showBall(value(sample, 110), 8),
    }));
    return { constants, values };
  }
}
