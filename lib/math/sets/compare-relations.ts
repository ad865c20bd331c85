import { compare } from '@/lib/math/compare/compare';
import { undecided } from '@/lib/math/compare/outcome';
import { lineAlong } from '@/lib/math/compare/search-lines';
import { assignmentsIn, pointOf } from '@/lib/math/compare/witness/witness';
import { parseDomain } from '@/lib/math/core/domain';
import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter, WorkSpent } from '@/lib/math/core/meter';
import { nudged, type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { isExact, toNumber } from '@/lib/math/numbers/ball';
import { findGap } from '@/lib/math/sets/zeros/gaps';
import { ZerosOnLines } from '@/lib/math/sets/zeros/zeros-on-lines';
import { plainTree, type Setting } from './balls-at';
import { compareLinear, type RelationOutcome } from './compare-linear';
import { pointLatex } from './number-between';
import { type Place, Sides } from './sides';
import type { Statement } from './statement';
import { type Atom, type Formula, formulaOf, type Side, truthOf } from './truth';

/** What one comparison may cost, in units of the meter. */
const MOST_WORK = 40_000_000;
const MOST_ATOMS = 12;
/** Points drawn anywhere. */
const POINTS = 60;
/**
 * Points through which lines are laid: the first, of pleasant numbers, for witnesses that read well;
 * those from the fourteenth on are general ones, and only these speak for *right*: a line through
 * whole numbers may meet by chance what a line hardly ever meets.
 */
const PLEASANT_LINES = 3;
const FIRST_GENERAL = 14;
const GENERAL_LINES = 10;
/** Along so many symbols. */
const MOST_IDS = 3;
/** With fewer points of lines that agree, and with fewer at which both hold, nothing is decided. */
const FEWEST = 12;
const FEWEST_HELD = 3;
/** How far beside a point is looked, as shares of the values. */
const BESIDE: readonly number[] = [2 ** -9, -(2 ** -10)];

/**
 * Whether two statements hold at the same points. Both are looked at at random points; on lines
 * through such, one symbol moved, the zeros of all differences of sides are worked out, where
 * derivatives vanish too, and both statements are compared on each zero and between any two.
 *
 * *wrong* is certain: at the witness all signs are proven by bounds, and a zero by a change of sign
 * of what is continuous there. *right* is randomized: equations that are multiples of each other,
 * linear ones that follow from each other, or agreement wherever it was looked, and no point found
 * at which only one of them has a value.
 *
 * @param along the only symbol that is moved: the solutions are sets of its values, and all others
 * are their parameters
 */
export function compareRelations(
  reference: Statement,
  answer: Statement,
  setting: Setting,
  along: string | null = null,
): RelationOutcome {
  try {
    const atoms: Atom[] = [];
    const formulas = [reference, answer].map((statement) => formulaOf(statement, atoms));
    const [left, right] = formulas;
    if (!left || !right || atoms.length > MOST_ATOMS)
      return undecided('there are too many relations.');
    const plain = atoms.map(({ operator, difference }) => {
      const tree = plainTree(difference, setting);
      return tree && { operator, difference: tree };
    });
    if (plain.includes(null)) return undecided('a side has no value.');
    const sound = plain.filter((atom) => atom !== null);
    const outcome = outcomeOf(sound, [left, right], setting, along);
    const gap = outcome.verdict === 'right' ? findGap(sound, [left, right], setting) : null;
    return gap ? undecided(whereIsolated(gap, sound, setting)) : outcome;
  } catch (error) {
    if (!(error instanceof WorkSpent)) throw error;
    return undecided('it would take too much work.');
  }
}

function outcomeOf(
  atoms: readonly Atom[],
  formulas: readonly [Formula, Formula],
  setting: Setting,
  along: string | null,
): RelationOutcome {
  if (isMultiple(atoms, formulas, setting)) return { verdict: 'right' };
  return (
    compareLinear(atoms, formulas, setting) ??
    new RelationComparison(atoms, ...formulas, setting, along).outcome()
  );
}

function whereIsolated(sample: Sample, atoms: readonly Atom[], { table }: Setting): string {
  const trees = atoms.map(({ difference }) => difference);
  const at = assignmentsIn(pointOf(sample, freeIds(trees, new Map()), table));
  return `at ${at} a side has no value, and only there the two differ.`;
}

/** Two equations, or two `\ne`, of which one is the other times a number. */
function isMultiple(
  [first, second, ...others]: readonly Atom[],
  formulas: readonly Formula[],
  { table, functions, seed }: Setting,
): boolean {
  const isPlain = formulas.every(({ kind }) => kind === 'atom' || kind === 'all');
  if (!first || !second || others.length > 0 || !isPlain) return false;
  if (first.operator !== second.operator || !['=', '!='].includes(first.operator)) return false;
  const options = { seed, functions, upTo: 'scale' as const };
  return compare(first.difference, second.difference, table, options).verdict === 'right';
}

/** Compares two statements over the same atoms. */
class RelationComparison {
  readonly #atoms: readonly Atom[];
  readonly #formulas: readonly [Formula, Formula];
  readonly #setting: Setting;
  readonly #along: string | null;
  readonly #meter = new Meter(MOST_WORK);
  readonly #ids: readonly string[];
  readonly #sides: Sides;
  readonly #zeros: ZerosOnLines;
  #agreeing = 0;
  #held = 0;
  #unclear = 0;
  /** Where exactly one holds since a side has no value there, and both do alike beside it. */
  #isolated: Place | null = null;

  constructor(
    atoms: readonly Atom[],
    reference: Formula,
    answer: Formula,
    setting: Setting,
    along: string | null,
  ) {
    this.#atoms = atoms;
    this.#formulas = [reference, answer];
    this.#setting = setting;
    this.#along = along;
    const trees = atoms.map(({ difference }) => difference);
    this.#ids = freeIds(trees, new Map());
    this.#sides = new Sides(trees, setting, this.#meter);
    this.#zeros = new ZerosOnLines(trees, setting, this.#meter);
  }

  outcome(): RelationOutcome {
    const { table, seed } = this.#setting;
    const sampler = new Sampler(this.#ids, table, seed);
    if (sampler.isConstant) return this.#constant(sampler.next());
    const samples = Array.from({ length: POINTS }, () => sampler.next());
    for (const sample of samples) {
      const wrong = this.#at({ sample });
      if (wrong) return wrong;
    }
    const moved = this.#ids
      .filter((id) => isContinuous(id, this.#setting) && id === (this.#along ?? id))
      .slice(0, MOST_IDS);
    const isWholeLine = this.#ids.length === 1;
    const general = samples.slice(FIRST_GENERAL, FIRST_GENERAL + GENERAL_LINES);
    for (const through of isWholeLine
      ? [samples.slice(0, 1)]
      : [samples.slice(0, PLEASANT_LINES), general]) {
      [this.#agreeing, this.#held] = [0, 0];
      const wrong = this.#onLines(through, moved);
      if (wrong) return wrong;
    }
    if (this.#isolated)
      return undecided(whereIsolated(this.#isolated.sample, this.#atoms, this.#setting));
    const [fewest, held] = isWholeLine ? [1, 1] : [FEWEST, FEWEST_HELD];
    const isEnough = this.#agreeing >= fewest && this.#held >= held;
    if (isEnough && this.#unclear <= this.#agreeing / 4) return { verdict: 'right' };
    return undecided(
      isEnough
        ? 'some values are too close to 0 to tell.'
        : 'too few points were found that fulfil it.',
    );
  }

  #onLines(samples: readonly Sample[], ids: readonly string[]): RelationOutcome | null {
    for (const sample of samples) {
      for (const id of ids) {
        const wrong = this.#onLine(id, sample);
        if (wrong) return wrong;
      }
    }
    return null;
  }

  #constant(sample: Sample): RelationOutcome {
    const wrong = this.#at({ sample });
    if (wrong) return wrong;
    return this.#agreeing > 0
      ? { verdict: 'right' }
      : undecided('the numbers are too close to tell.');
  }

  /** Compares both statements on the zeros of a line and between them. */
  #onLine(id: string, sample: Sample): RelationOutcome | null {
    const line = lineAlong(id, sample, this.#setting.table);
    const zeros = this.#zeros.along(id, sample);
    for (const { at, isProven, atom } of zeros) {
      if (!line.at(toNumber(at))) continue;
      const exact = isExact(at) ? line.at(toNumber(at)) : null;
      const wrong = this.#at(
        exact ? { sample: exact } : { sample, moved: { id, to: at }, zero: isProven ? atom : null },
      );
      if (wrong) return wrong;
    }
    const places = [...new Set(zeros.map(({ at }) => toNumber(at)))].sort((a, b) => a - b);
    for (const x of between(places)) {
      const point = line.at(x);
      const wrong = point && this.#at({ sample: point });
      if (wrong) return wrong;
    }
    return null;
  }

  /** *wrong* where exactly one statement holds for certain; else the point is counted. */
  #at(place: Place): RelationOutcome | null {
    const sides = this.#sides.at(place);
    const [reference, answer] = this.#truths(sides, true);
    if (reference !== null && answer !== null && reference !== answer) {
      if (!this.#isIsolated(place, sides)) return this.#wrong(place, reference);
      this.#isolated ??= place;
      return null;
    }
    const [a, b] = this.#truths(sides, false);
    if (a === null || b === null || a !== b) {
      this.#unclear++;
      return null;
    }
    this.#agreeing++;
    if (a) this.#held++;
    return null;
  }

  #truths(sides: readonly Side[], isStrict: boolean): [boolean | null, boolean | null] {
    const [reference, answer] = this.#formulas.map((formula) =>
      truthOf(formula, this.#atoms, sides, isStrict),
    );
    return [reference ?? null, answer ?? null];
  }

  /** Whether a side has no value at a point, and beside it there is no difference. */
  #isIsolated({ sample, moved }: Place, sides: readonly Side[]): boolean {
    if (moved || !sides.some(({ sign }) => sign === 'undefined')) return false;
    return BESIDE.some((share) => {
      const beside = this.#sides.at({ sample: nudged(sample, share, this.#setting.table) });
      const [reference, answer] = this.#truths(beside, true);
      return reference === null || reference === answer;
    });
  }

  #wrong({ sample, moved }: Place, holdsInReference: boolean): RelationOutcome {
    const { table } = this.#setting;
    const at = this.#ids.flatMap((id) =>
      moved?.id === id
        ? [{ latex: table.latexOf(id), value: pointLatex(moved.to) }]
        : pointOf(sample, [id], table),
    );
    return { verdict: 'wrong', witness: { at, holdsInReference } };
  }
}

function isContinuous(id: string, { table }: Setting): boolean {
  const type = table.typeOf(id);
  const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
  return domain?.kind === 'real' || domain?.kind === 'interval';
}

/** Numbers between neighbours, and one on both ends. */
function between(places: readonly number[]): number[] {
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  const middles = places.slice(1).map((x, index) => (x + (places[index] ?? x)) / 2);
  return [first - (Math.abs(first) || 1), ...middles, last + (Math.abs(last) || 1)];
}
