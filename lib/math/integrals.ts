import type { Arithmetic, Parts } from './arithmetic';
import type { CompileIn, Slots } from './binders';
import { breaksOf, type Label } from './breaks';
import { cutsIn } from './cuts';
import type { Environment } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';
import { infiniteSign } from './infinite';
import { type Position, type Quadrature, quadrature, type Range } from './quadrature';
import { realBall } from './real-ball';
import { children, mentionsBound, type Tree } from './tree';

type Of<Kind extends Tree['kind']> = Extract<Tree, { kind: Kind }>;

/** What evaluating an integrand costs besides the integrand. */
const PER_NODE = 25;
/** Integrals that stay this uncertain, as a share of the integral of the absolute value, are cut. */
const WORTH_CUTTING = 1e-9;
const MOST_CUTS = 5;
/** Errors of numbers that are too small for Float64. */
const TINY = 1e-200;
/** Pieces of an integrand that are looked for. */
const MOST_BREAKS = 24;

/** Where an integral ends: at a number, or at ∞ or −∞. */
type End<N> = { infinite: 1 | -1 } | { infinite: null; value: N };

/** One step of the way from an end to an end on which the integrand has no kink that was found. */
interface Panel<N> {
  from: End<N>;
  to: End<N>;
}

/** The integrand at one point of the parameters. */
interface Integrand<N> {
  at: (panel: Panel<N>, position: Position) => Parts;
  precisely: ((panel: Panel<N>, position: Position) => Parts) | null;
}

/**
 * `\\int_a^b f dx` by quadrature, with its estimated error as the error of the value. What diverges
 * is undefined, what oscillates without end or does not settle is unknown; `compilation.notice`
 * hears of it.
 */
export function compileIntegral<N>(
  tree: Of<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): Compiled<N> {
  const { arithmetic } = compilation;
  const ends = [tree.from, tree.to].map((end) => compileEnd(end, compilation, slots, compileIn));
  const body = compileBody(tree, compilation, slots, compileIn);
  const breaks = compileBreaks(tree, compilation, slots, compileIn);
  const unknown = arithmetic.constant('infinity');
  return onceAPoint(tree, slots, {
    scalar: true,
    run: (environment) => {
      const [from, to] = ends.map((end) => end(environment));
      if (!from || !to) return unknown;
      if (from.infinite === null && to.infinite === null) {
        const width = arithmetic.subtract(to.value, from.value);
        if (arithmetic.magnitude(width) === 0) return arithmetic.from(0);
        if (!arithmetic.isDefined(width)) return width;
      }
      const isBackwards = isAfter(from, to, arithmetic);
      const panel = isBackwards ? { from: to, to: from } : { from, to };
      const integrand = body(environment);
      const found = integrated(panel, integrand, breaks(environment), arithmetic);
      if (found.kind === 'value') {
        const value = arithmetic.fromParts(found);
        return isBackwards ? arithmetic.negate(value) : value;
      }
      compilation.notice?.({ tree, what: found.kind });
      const isUndefined = found.kind === 'divergent' || found.kind === 'undefined';
      return isUndefined ? arithmetic.from(Number.NaN) : unknown;
    },
  });
}

/** An integral that no variable around it occurs in has one value at a point, however often it is asked for. */
function onceAPoint<N>(
  tree: Tree,
  slots: Slots<N>,
  compiled: Extract<Compiled<N>, { scalar: true }>,
): Compiled<N> {
  if (slots.size === 0 || [...slots.keys()].some((name) => mentionsBound(tree, name)))
    return compiled;
  let last: { environment: Environment<N>; value: N } | null = null;
  return {
    scalar: true,
    run: (environment) => {
      if (last?.environment !== environment)
        last = { environment, value: compiled.run(environment) };
      return last.value;
    },
  };
}

function compileEnd<N>(
  tree: Tree,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => End<N> {
  const infinite = infiniteSign(tree);
  if (infinite) return () => ({ infinite });
  const { compiled, work } = compileIn(tree, compilation, slots);
  return (environment) => {
    compilation.meter.spend(work);
    return { infinite: null, value: scalarOf(compiled, environment, compilation.arithmetic) };
  };
}

function scalarOf<N>(
  compiled: Compiled<N>,
  environment: Environment<N>,
  arithmetic: Arithmetic<N>,
): N {
  if (compiled.scalar) return compiled.run(environment);
  return runMatrix(compiled, environment).data[0] ?? arithmetic.from(Number.NaN);
}

function isAfter<N>(from: End<N>, to: End<N>, arithmetic: Arithmetic<N>): boolean {
  if (from.infinite !== null || to.infinite !== null)
    return from.infinite === 1 || to.infinite === -1;
  return realPart(arithmetic.subtract(to.value, from.value), arithmetic) < 0;
}

function realPart<N>(value: N, arithmetic: Arithmetic<N>): number {
  return arithmetic.toParts(value).parts[0] ?? Number.NaN;
}

/** The integrand as a function of a position on a panel, in the arithmetic and, for real numbers, with many digits. */
function compileBody<N>(
  tree: Of<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => Integrand<N> {
  const { arithmetic } = compilation;
  const inOwn = integrandIn(tree, compilation, slots, compileIn);
  const isPlain = arithmetic.toParts(arithmetic.from(0)).parts.length === 1;
  let inBalls: ReturnType<typeof integrandInBalls<N>> | null = null;
  return (environment) => ({
    at: inOwn(environment),
    precisely: isPlain
      ? (panel, position) => {
          inBalls ??= integrandInBalls(tree, compilation, slots, compileIn);
          return inBalls(environment)(panel, position);
        }
      : null,
  });
}

function integrandIn<N>(
  tree: Of<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => (panel: Panel<N>, position: Position) => Parts {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [tree.variable, () => present] as const]);
  const { compiled, work } = compileIn(tree.body, compilation, inner);
  return (environment) => (panel, position) => {
    meter.spend(work + PER_NODE);
    const { x, width } = placed(panel, position, arithmetic);
    present = x;
    const value = scalarOf(compiled, environment, arithmetic);
    return arithmetic.toParts(width === null ? value : arithmetic.multiply(value, width));
  };
}

/** The number at a position, and on a finite panel its width. */
function placed<N>(
  { from, to }: Panel<N>,
  { near, offset }: Position,
  { from: exact, add, subtract, multiply }: Arithmetic<N>,
): { x: N; width: N | null } {
  if (from.infinite === null && to.infinite === null) {
    const width = subtract(to.value, from.value);
    const step = multiply(width, exact(offset));
    return { x: near === 'from' ? add(from.value, step) : subtract(to.value, step), width };
  }
  if (from.infinite === null) return { x: add(from.value, exact(offset)), width: null };
  if (to.infinite === null) return { x: subtract(to.value, exact(offset)), width: null };
  return { x: exact(offset), width: null };
}

const DIGITS = 50;
const BALL_COSTS = { operation: 50, function: 700 };
let balls: ReturnType<typeof realBall> | null = null;

function integrandInBalls<N>(
  tree: Of<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => (panel: Panel<N>, position: Position) => Parts {
  balls ??= realBall(DIGITS);
  const ball = balls;
  const { arithmetic, table, seed, meter, functions } = compilation;
  const lift = (value: N) => ball.fromParts(arithmetic.toParts(value));
  const lifted = new Map([...slots].map(([name, slot]) => [name, () => lift(slot())] as const));
  const own = { arithmetic: ball, table, seed, meter, functions, costs: BALL_COSTS };
  const run = integrandIn(tree, own, lifted, compileIn);
  const liftedEnd = (end: End<N>) =>
    end.infinite === null ? { infinite: null, value: lift(end.value) } : end;
  return (environment) => {
    const at = run({
      size: (dimension) => environment.size(dimension),
      scalar: (id) => lift(environment.scalar(id)),
      matrix: (id) => {
        const { rows, columns, data } = environment.matrix(id);
        return { rows, columns, data: data.map(lift) };
      },
    });
    return ({ from, to }, position) => at({ from: liftedEnd(from), to: liftedEnd(to) }, position);
  };
}

/** Where the integrand changes from piece to piece, as labels that change there. */
function compileBreaks<N>(
  tree: Of<'integral'>,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => Label[] {
  const { arithmetic, meter } = compilation;
  let present = arithmetic.from(0);
  const inner = new Map([...slots, [tree.variable, () => present] as const]);
  const cuts = [...cutsIn([tree.body], 8), ...polesIn(tree.body).slice(0, 8)]
    .filter((cut) => mentionsBound(cut.tree, tree.variable))
    .map((cut) => ({ ...cut, ...compileIn(cut.tree, compilation, inner) }));
  return (environment) =>
    cuts.map(({ compiled, steps, work }) => (x) => {
      meter.spend(work + PER_NODE);
      present = arithmetic.from(x);
      const { parts, error } = arithmetic.toParts(scalarOf(compiled, environment, arithmetic));
      const [value = Number.NaN] = parts;
      // What underflows to 0 is no change of sign.
      if (!steps && error > 0 && Math.abs(value) <= error) return Number.NaN;
      return steps ? Math.floor(value) + 0.5 : Math.sign(value);
    });
}

/** Denominators, whose zeros may be poles; those of tan and sec are cos. */
function polesIn(tree: Tree): { tree: Tree; steps: boolean }[] {
  const own = denominatorOf(tree);
  return [...(own ? [{ tree: own, steps: false }] : []), ...children(tree).flatMap(polesIn)];
}

function denominatorOf(tree: Tree): Tree | null {
  if (tree.kind === 'divide') return tree.right;
  if (tree.kind !== 'call') return null;
  if (tree.name === 'tan' || tree.name === 'sec') return { ...tree, name: 'cos' };
  return tree.name === 'cot' || tree.name === 'csc' ? { ...tree, name: 'sin' } : null;
}

function integrated<N>(
  whole: Panel<N>,
  integrand: Integrand<N>,
  labels: readonly Label[],
  arithmetic: Arithmetic<N>,
): Quadrature {
  const ends = [whole.from, whole.to].map(({ infinite, ...end }) =>
    infinite === null && 'value' in end
      ? realPart(end.value, arithmetic)
      : (infinite ?? 0) * Number.POSITIVE_INFINITY,
  );
  const [a = 0, b = 0] = ends;
  const breaks = breaksOf(labels, a, b, MOST_BREAKS);
  return sumOf(cutAt(whole, breaks, arithmetic), integrand, arithmetic, MOST_CUTS);
}

function cutAt<N>(
  whole: Panel<N>,
  places: readonly number[],
  arithmetic: Arithmetic<N>,
): Panel<N>[] {
  const inner = places.map((x): End<N> => ({ infinite: null, value: arithmetic.from(x) }));
  const ends = [whole.from, ...inner, whole.to];
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index];
    return from ? [{ from, to }] : [];
  });
}

/** The sum over panels; what is too uncertain is cut at its peak, up to `cuts` times. */
function sumOf<N>(
  panels: readonly Panel<N>[],
  integrand: Integrand<N>,
  arithmetic: Arithmetic<N>,
  cuts: number,
): Quadrature {
  let sum: Value | null = null;
  for (const panel of panels) {
    const { precisely } = integrand;
    let part = quadrature(
      rangeOf(panel),
      (position) => integrand.at(panel, position),
      precisely && ((position) => precisely(panel, position)),
    );
    if (part.kind !== 'value') return part;
    if (part.error > WORTH_CUTTING * part.scale && part.error > TINY && cuts > 0) {
      const halves = cutAt(panel, [middleOf(panel, part.peak, arithmetic)], arithmetic);
      const finer = sumOf(halves, integrand, arithmetic, cuts - 1);
      if (finer.kind !== 'value') return finer;
      if (finer.error < part.error) part = finer;
    }
    sum = sum ? plus(sum, part) : part;
  }
  return sum ?? { kind: 'unsettled' };
}

type Value = Extract<Quadrature, { kind: 'value' }>;

function plus(a: Value, b: Value): Value {
  const parts = a.parts.map((part, index) => part + (b.parts[index] ?? 0));
  return { ...a, parts, error: a.error + b.error, scale: a.scale + b.scale };
}

function rangeOf<N>({ from, to }: Panel<N>): Range {
  if (from.infinite === null) return to.infinite === null ? 'finite' : 'up';
  return to.infinite === null ? 'down' : 'line';
}

function middleOf<N>(panel: Panel<N>, peak: Position, arithmetic: Arithmetic<N>): number {
  const { from, to } = panel;
  const isBounded = from.infinite === null && to.infinite === null;
  // Near an end of a finite panel the middle is the better place.
  const offset = isBounded && peak.offset < 0.05 ? 0.5 : peak.offset;
  const position = {
    ...peak,
    offset: isBounded || rangeOf(panel) === 'line' ? offset : 2 * offset,
  };
  return realPart(placed(panel, position, arithmetic).x, arithmetic);
}
