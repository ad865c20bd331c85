import { infiniteSign } from '@/lib/math/core/infinite';
import type { Tree, TreeOf } from '@/lib/math/core/tree';
import type { Parts } from '@/lib/math/numbers/arithmetic';
import { infiniteSum, limitAlong, type SeriesValue } from './acceleration';
import { type CompileIn, isNoWholeNumber, type Slots, wholeNumber } from './binders';
import type { Environment } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';

/** How far a limit is followed: f(2^k), f(c ± 2^{−k}). Beyond, the digits of Float64 are spent. */
const TO_INFINITY = 30;
const TO_A_POINT = 26;
const PER_POINT = 15;

/** A scalar expression in one variable, at values of the variable. */
interface Section<N> {
  at: (value: N, environment: Environment<N>) => N;
}

/** Compiles the scalar body of a sum, limit or `[F]_a^b` as a function of its variable. */
function compileSection<N>(
  { variable, body }: { variable: string; body: Tree },
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Section<N> {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [variable, () => present] as const]);
  const { compiled, work } = compileIn(body, compilation, inner);
  return {
    at: (value, environment) => {
      meter.spend(work + PER_POINT);
      present = value;
      if (compiled.scalar) return compiled.run(environment);
      return runMatrix(compiled, environment).data[0] ?? arithmetic.from(Number.NaN);
    },
  };
}

/** `\lim_{x \to c} f(x)`, from both sides where c is finite. */
export function compileLimit<N>(
  tree: TreeOf<'limit'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic } = compilation;
  const section = compileSection(tree, compilation, slots, compileIn);
  const infinite = infiniteSign(tree.target);
  const target = infinite ? null : compileIn(tree.target, compilation, slots);
  const unknown = arithmetic.constant('infinity');
  return {
    scalar: true,
    run: (environment) => {
      if (infinite) return limitFrom(section, infinite, environment, compilation);
      if (!target) return unknown;
      compilation.meter.spend(target.work);
      const point = runMatrix(target.compiled, environment).data[0] ?? unknown;
      const sides = ([1, -1] as const).map((side) =>
        besidePoint(section, point, side, environment, compilation),
      );
      const [above, below] = sides.map((side) => arithmetic.toParts(side));
      if (!above || !below) return unknown;
      const gap = Math.max(
        ...above.parts.map((part, index) => Math.abs(part - (below.parts[index] ?? 0))),
      );
      if (gap > 100 * (above.error + below.error)) return arithmetic.from(Number.NaN);
      return sides[0] ?? unknown;
    },
  };
}

/** The limit at ∞ or −∞. */
function limitFrom<N>(
  section: Section<N>,
  infinite: 1 | -1,
  environment: Environment<N>,
  compilation: Compilation<N>,
): N {
  const { arithmetic } = compilation;
  const at = (x: number) =>
    arithmetic.toParts(section.at(arithmetic.from(infinite * x), environment));
  return settled(limitAlong(at, TO_INFINITY), compilation);
}

/** The limit at a point from above (1) or below (−1). */
function besidePoint<N>(
  section: Section<N>,
  point: N,
  side: 1 | -1,
  environment: Environment<N>,
  compilation: Compilation<N>,
): N {
  const { arithmetic } = compilation;
  const at = (x: number): Parts => {
    const beside = arithmetic.add(point, arithmetic.from(side / x));
    return arithmetic.toParts(section.at(beside, environment));
  };
  return settled(limitAlong(at, TO_A_POINT), compilation);
}

/** `[F]_a^b` with ends at ∞ or where F is not defined: a difference of limits from inside. */
export function compileBetweenLimits<N>(
  tree: TreeOf<'between'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic } = compilation;
  const section = compileSection(tree, compilation, slots, compileIn);
  const at = ([tree.from, tree.to] as const).map((end, index) => {
    const inside = index === 0 ? 1 : -1;
    const infinite = infiniteSign(end);
    if (infinite)
      return (environment: Environment<N>) =>
        limitFrom(section, infinite, environment, compilation);
    const { compiled, work } = compileIn(end, compilation, slots);
    return (environment: Environment<N>) => {
      compilation.meter.spend(work);
      const [place = arithmetic.from(Number.NaN)] = runMatrix(compiled, environment).data;
      const value = section.at(place, environment);
      if (!arithmetic.isUndefined(value)) return value;
      return besidePoint(section, place, inside, environment, compilation);
    };
  });
  return {
    scalar: true,
    run: (environment) => {
      const [from, to] = at.map((value) => value(environment));
      const unknown = arithmetic.constant('infinity');
      return arithmetic.subtract(to ?? unknown, from ?? unknown);
    },
  };
}

/** `\sum` with an infinite end. */
export function compileEndlessSum<N>(
  tree: TreeOf<'sum' | 'product'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic } = compilation;
  const section = compileSection(tree, compilation, slots, compileIn);
  const [below, above] = [infiniteSign(tree.from), infiniteSign(tree.to)];
  const end = below ? tree.to : tree.from;
  const start = below && above ? null : compileIn(end, compilation, slots);
  const unknown = arithmetic.constant('infinity');
  const endless = (first: number, step: 1 | -1, environment: Environment<N>): N => {
    const term = (k: number) =>
      arithmetic.toParts(section.at(arithmetic.from(first + step * k), environment));
    // Of endless products nothing is known.
    const series: SeriesValue = tree.kind === 'sum' ? infiniteSum(term) : { kind: 'unsettled' };
    if (series.kind !== 'value') compilation.notice?.({ tree, what: series.kind });
    return settled(series, compilation);
  };
  return {
    scalar: true,
    run: (environment) => {
      if (below === 1 || above === -1) return arithmetic.from(0);
      if (!start) return arithmetic.add(endless(0, 1, environment), endless(-1, -1, environment));
      compilation.meter.spend(start.work);
      const value = runMatrix(start.compiled, environment).data[0] ?? unknown;
      const first = wholeNumber(value, arithmetic);
      if (first === null)
        return isNoWholeNumber(value, arithmetic) ? arithmetic.from(Number.NaN) : unknown;
      return endless(first, below ? -1 : 1, environment);
    },
  };
}

function settled<N>(series: SeriesValue, { arithmetic }: Compilation<N>): N {
  if (series.kind === 'value') return arithmetic.fromParts(series);
  if (series.kind === 'unsettled') return arithmetic.constant('infinity');
  return arithmetic.from(Number.NaN);
}
