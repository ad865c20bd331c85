import type { Crossing } from '@/lib/math/compare/cut-crossings';
import type { Meter } from '@/lib/math/core/meter';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import type { Sample } from '@/lib/math/evaluate/sample';
import { isDefined, isExact, toNumber } from '@/lib/math/numbers/ball';
import { type Setting, type ValueAt, valueAt } from '@/lib/math/sets/balls-at';
import { bracketFinder, type LineZero, zeroBetween } from './line-zeros';
import { polynomialIn, signChanges, slopeOf } from './polynomial-brackets';

/** A zero of one of some expressions on a line. */
interface ZeroOf extends LineZero {
  /** Which expression; null where it is a zero of a derivative. */
  atom: number | null;
}

/** An expression or its derivative by the symbol that is moved, compiled once for all lines. */
interface Probe {
  atom: number;
  isSlope: boolean;
  tree: Tree;
  value: ValueAt;
  /** Searches a grid; made where it is needed. */
  onGrid: ReturnType<typeof bracketFinder> | null;
}

/** Sizes of coefficients that Float64 holds with all digits. */
const [SMALLEST, LARGEST] = [1e-280, 1e280];

/** Finds the zeros of expressions along lines, and where they only touch 0. */
export class ZerosOnLines {
  readonly #trees: readonly Tree[];
  readonly #setting: Setting;
  readonly #meter: Meter;
  readonly #probes = new Map<string, readonly Probe[]>();
  readonly #parts = new Map<Tree, ValueAt>();

  constructor(trees: readonly Tree[], setting: Setting, meter: Meter) {
    this.#trees = trees;
    this.#setting = setting;
    this.#meter = meter;
  }

  /** The zeros of all expressions, and of their derivatives, where one symbol is moved. */
  along(id: string, sample: Sample): ZeroOf[] {
    const probes = this.#probes.get(id) ?? this.#probesOf(id);
    this.#probes.set(id, probes);
    return probes.flatMap((probe) => {
      const line = { id, sample, value: probe.value };
      return this.#brackets(probe, id, sample).flatMap(({ low, high }) => {
        const zero = zeroBetween(line, low, high);
        return zero ? [{ ...zero, atom: probe.isSlope ? null : probe.atom }] : [];
      });
    });
  }

  #probesOf(id: string): Probe[] {
    const by: Tree = { kind: 'symbol', id };
    return this.#trees.flatMap((tree, atom) => {
      if (!symbolsIn(tree).has(id)) return [];
      const slope: Tree = { kind: 'derivative', layout: 'jacobian', by, operand: tree };
      return [tree, slope].map((each) => ({
        atom,
        isSlope: each === slope,
        tree: each,
        value: valueAt(each, this.#setting, this.#meter),
        onGrid: null,
      }));
    });
  }

  /** Of a polynomial all, else those that a grid shows. */
  #brackets(probe: Probe, id: string, sample: Sample): readonly Crossing[] {
    const tree = this.#trees[probe.atom];
    const polynomial = tree && polynomialIn(tree, id, (part) => this.#number(part, sample));
    if (polynomial) return signChanges(probe.isSlope ? slopeOf(polynomial) : polynomial);
    probe.onGrid ??= bracketFinder(probe, this.#setting, this.#meter);
    return probe.onGrid(id, sample);
  }

  /** The value of a part of an expression; NaN where Float64 does not hold it. */
  #number(part: Tree, sample: Sample): number {
    const value = this.#parts.get(part) ?? valueAt(part, this.#setting, this.#meter);
    this.#parts.set(part, value);
    const ball = value(sample, 50);
    if (!isDefined(ball)) return Number.NaN;
    const number = toNumber(ball);
    if (number === 0) return isExact(ball) ? 0 : Number.NaN;
    const size = Math.abs(number);
    return size > SMALLEST && size < LARGEST ? number : Number.NaN;
  }
}
