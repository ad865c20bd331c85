import { contains, type Domain, parseDomain } from '@/lib/math/core/domain';
import { freeIds } from '@/lib/math/core/free-symbols';
import { Meter } from '@/lib/math/core/meter';
import { sameTree } from '@/lib/math/core/same-tree';
import type { Tree } from '@/lib/math/core/tree';
import { type Sample, Sampler } from '@/lib/math/evaluate/sample';
import { isDefined, toNumber } from '@/lib/math/numbers/ball';
import { type Setting, type ValueAt, valueAt } from '@/lib/math/sets/balls-at';
import { type ValuesAt, zeroNear } from '@/lib/math/sets/fit';
import { type Atom, type Formula, type Side, truthOf } from '@/lib/math/sets/truth';
import { denominatorsIn } from './denominators';

const MOST_WORK = 40_000_000;
const STARTS = 5;
/** What was solved for is smaller than this, and what is larger than the other is not 0. */
const ZERO = 1e-7;
const NOT_ZERO = 1e-3;
/** Where an expression that is 0 is to be so much instead, the point moves by less than that share. */
const SHAKE = 1e-7;
const NEAR = 1e-2;
/** Points are tried in these parts of one first, which read well and are more often the very zero. */
const DECIMALS = [1e2, 1e4];

/** A symbol that can be moved, with where it lies. */
interface Unknown {
  id: string;
  domain: Domain;
}

/**
 * A point at which one of two statements holds and the other does not since a side of it has no
 * value there: `(y - 1)/x = 2` has not all points of `y = 2x + 1`. Random lines never meet such
 * points, so zeros of denominators are looked for, by themselves and together with the zeros of
 * differences of sides, from a few starts in Float64. Null says only that none was found.
 * Throws `WorkSpent`.
 */
export function findGap(
  atoms: readonly Atom[],
  formulas: readonly [Formula, Formula],
  setting: Setting,
): Sample | null {
  const denominators = atoms.map(({ difference }) => denominatorsIn(difference));
  if (denominators.every((each) => each.length === 0)) return null;
  return new GapSearch(atoms, denominators, formulas, setting).found();
}

/** Looks for gaps of two statements over the same atoms. */
class GapSearch {
  readonly #atoms: readonly Atom[];
  readonly #formulas: readonly [Formula, Formula];
  readonly #meter = new Meter(MOST_WORK);
  readonly #unknowns: readonly Unknown[];
  readonly #starts: readonly Sample[];
  readonly #differences: readonly ValueAt[];
  /** Of each atom. */
  readonly #denominators: readonly (readonly { tree: Tree; value: ValueAt }[])[];

  constructor(
    atoms: readonly Atom[],
    denominators: readonly (readonly Tree[])[],
    formulas: readonly [Formula, Formula],
    setting: Setting,
  ) {
    const trees = atoms.map(({ difference }) => difference);
    const compiled = (tree: Tree) => valueAt(tree, setting, this.#meter);
    this.#atoms = atoms;
    this.#formulas = formulas;
    this.#differences = trees.map(compiled);
    this.#denominators = denominators.map((own) =>
      own.map((tree) => ({ tree, value: compiled(tree) })),
    );
    const ids = freeIds(trees, new Map());
    this.#unknowns = ids.flatMap((id) => {
      const type = setting.table.typeOf(id);
      const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
      return domain?.kind === 'real' || domain?.kind === 'interval' ? [{ id, domain }] : [];
    });
    const sampler = new Sampler(ids, setting.table, setting.seed);
    this.#starts = Array.from({ length: STARTS }, () => sampler.next());
  }

  found(): Sample | null {
    for (const [place, own] of this.#denominators.entries()) {
      const isSeen = (tree: Tree) =>
        this.#denominators.slice(0, place).some((before) => hasTree(before, tree));
      for (const { tree, value } of own) {
        const gap = isSeen(tree) ? null : this.#where(tree, value);
        if (gap) return gap;
      }
    }
    return null;
  }

  /** A gap at which a denominator is 0. */
  #where(denominator: Tree, value: ValueAt): Sample | null {
    const others = this.#differences.filter(
      (_, place) => !hasTree(this.#denominators[place] ?? [], denominator),
    );
    const equations = others.length > 1 ? [...others.map((each) => [each]), others] : [others];
    let hasZero = false;
    for (const system of [[value], ...equations.map((each) => [value, ...each])]) {
      for (const start of this.#starts) {
        const point = this.#zero(system, start);
        if (!point) continue;
        hasZero = true;
        if (this.#isGap(point, denominator, system)) return point;
      }
      if (!hasZero) return null;
    }
    return null;
  }

  /** A point at which all of some expressions are 0; null where none was found. */
  #zero(system: readonly ValueAt[], start: Sample): Sample | null {
    const from = this.#unknowns.map(({ id }) => start.values.get(id)?.re[0] ?? 0);
    const pointAt = (at: readonly number[]) => this.#pointAt(start, at);
    const valuesAt = (at: readonly number[]) => {
      const point = pointAt(at);
      return system.map((value) => (point ? this.#number(value, point) : Number.NaN));
    };
    const at = zeroNear(valuesAt, from);
    if (!at) return null;
    if (!isFirm(valuesAt, at)) return null;
    for (const scale of DECIMALS) {
      const round = at.map((x) => Math.round(x * scale) / scale);
      if (valuesAt(round).every((value) => Math.abs(value) < ZERO ** 2)) return pointAt(round);
    }
    return this.#isInside(at) ? pointAt(at) : null;
  }

  /** Whether a point is not at an end of a domain, to which the zero itself may not belong. */
  #isInside(at: readonly number[]): boolean {
    return this.#unknowns.every(({ domain }, place) => {
      const x = at[place] ?? 0;
      const around = NEAR * (1 + Math.abs(x));
      return contains(domain, x - around) && contains(domain, x + around);
    });
  }

  #isGap(point: Sample, denominator: Tree, zeros: readonly ValueAt[]): boolean {
    const sides = this.#atoms.map((_, place) => this.#side(place, point, denominator, zeros));
    const [reference, answer] = this.#formulas.map((formula) =>
      truthOf(formula, this.#atoms, sides, false),
    );
    if (typeof reference !== 'boolean' || typeof answer !== 'boolean') return false;
    return reference !== answer;
  }

  /** Small values are 0 only of what was solved for: others may be small without being 0 nearby. */
  #side(place: number, point: Sample, denominator: Tree, zeros: readonly ValueAt[]): Side {
    const isProven = false;
    const own = this.#denominators[place] ?? [];
    const sizes = own.map(({ value }) => Math.abs(this.#number(value, point)));
    if (hasTree(own, denominator) || sizes.includes(0)) return { sign: 'undefined', isProven };
    const difference = this.#differences[place];
    if (!difference || !sizes.every((size) => size > NOT_ZERO)) return { sign: null, isProven };
    const value = this.#number(difference, point);
    if (value === 0 || zeros.includes(difference)) return { sign: 0, isProven };
    return { sign: Math.abs(value) > NOT_ZERO ? (value > 0 ? 1 : -1) : null, isProven };
  }

  /** NaN where there is no value or none that is known. */
  #number(value: ValueAt, point: Sample): number {
    const ball = value(point, 50);
    return isDefined(ball) ? toNumber(ball) : Number.NaN;
  }

  /** Null out of the domain of a symbol. */
  #pointAt(start: Sample, at: readonly number[]): Sample | null {
    const values = new Map(start.values);
    for (const [place, { id, domain }] of this.#unknowns.entries()) {
      const x = at[place] ?? Number.NaN;
      if (!contains(domain, x)) return null;
      values.set(id, { rows: 1, columns: 1, re: [x], im: [] });
    }
    return { ...start, values };
  }
}

/**
 * Whether small values are those of a zero close by: each can become a little more or less near the
 * point while the others stay. e^x is small far away, but is 0 nowhere.
 */
function isFirm(valuesAt: ValuesAt, at: readonly number[]): boolean {
  return valuesAt(at).every((_, index) =>
    [SHAKE, -SHAKE].some((shift) => {
      const shaken = zeroNear((near) => {
        const values = valuesAt(near);
        return values.with(index, (values[index] ?? 0) - shift);
      }, at);
      return shaken?.every((x, place) => {
        const before = at[place] ?? 0;
        return Math.abs(x - before) <= NEAR * (1 + Math.abs(before));
      });
    }),
  );
}

function hasTree(among: readonly { tree: Tree }[], tree: Tree): boolean {
  return among.some((each) => sameTree(each.tree, tree));
}
