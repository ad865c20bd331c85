import { complexOver } from '@/lib/math/arithmetic/complex';
import { dualOver } from '@/lib/math/arithmetic/dual';
import { realBall } from '@/lib/math/arithmetic/real-ball';
import type { Tree } from '@/lib/math/core/tree';
import type { Arithmetic, Parts } from '@/lib/math/numbers/arithmetic';
import type { Ball } from '@/lib/math/numbers/ball';
import type { CompileIn, Slots } from './binders';
import type { Environment } from './environment';
import { type Compilation, type Compiled, runMatrix } from './evaluate-types';
import { type End, type Panel, placed } from './panels';
import type { Position } from './quadrature-nodes';

type Integral = Extract<Tree, { kind: 'integral' }>;

/** What evaluating an integrand costs besides the integrand. */
export const PER_NODE = 25;

/** The integrand at one point of the parameters. */
export interface Integrand<N> {
  at: (panel: Panel<N>, position: Position) => Parts;
  /** The same with many digits. */
  precisely: (panel: Panel<N>, position: Position) => Parts;
}

/** The value of a scalar expression, or the entry of a 1×1 matrix. */
export function scalarOf<N>(
  compiled: Compiled<N>,
  environment: Environment<N>,
  arithmetic: Arithmetic<N>,
): N {
  if (compiled.scalar) return compiled.run(environment);
  return runMatrix(compiled, environment).data[0] ?? arithmetic.from(Number.NaN);
}

/** The integrand as a function of a position on a panel, in the arithmetic and with many digits. */
export function compileIntegrand<N>(
  tree: Integral,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): (environment: Environment<N>) => Integrand<N> {
  const inOwn = integrandIn(tree, compilation, slots, compileIn);
  let inBalls: InEnvironment<N> | null = null;
  return (environment) => ({
    at: inOwn(environment),
    precisely: (panel, position) => {
      inBalls ??= integrandInBalls(tree, compilation, slots, compileIn);
      return inBalls(environment)(panel, position);
    },
  });
}

type InEnvironment<N> = (
  environment: Environment<N>,
) => (panel: Panel<N>, position: Position) => Parts;

function integrandIn<N>(
  tree: Integral,
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

const DIGITS = 50;
const BALL_COSTS = { operation: 50, function: 700 };
let balls: Arithmetic<Ball> | null = null;

/** The integrand in balls of many digits, complex or dual as the arithmetic is. */
function integrandInBalls<N>(
  tree: Integral,
  compilation: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
): InEnvironment<N> {
  balls ??= realBall(DIGITS);
  const { arithmetic } = compilation;
  const components = arithmetic.toParts(arithmetic.from(0)).parts.length;
  const inBalls = <M>(ball: Arithmetic<M>) =>
    integrandLifted(tree, compilation, slots, compileIn, ball);
  return arithmetic.complex
    ? nested(complexOver(balls), Math.log2(components) - 1, inBalls)
    : nested(balls, Math.log2(components), inBalls);
}

/** Dual numbers over dual numbers, so many times. */
function nested<M, Result>(
  base: Arithmetic<M>,
  times: number,
  use: <Over>(arithmetic: Arithmetic<Over>) => Result,
): Result {
  return times < 1 ? use(base) : nested(dualOver(base), times - 1, use);
}

function integrandLifted<N, M>(
  tree: Integral,
  { arithmetic, table, seed, meter, functions }: Compilation<N>,
  slots: Slots<N>,
  compileIn: CompileIn,
  ball: Arithmetic<M>,
): InEnvironment<N> {
  const lift = (value: N) => ball.fromParts(arithmetic.toParts(value));
  const lifted = new Map([...slots].map(([name, slot]) => [name, () => lift(slot())] as const));
  const own = { arithmetic: ball, table, seed, meter, functions, costs: BALL_COSTS };
  const run = integrandIn(tree, own, lifted, compileIn);
  const liftedEnd = (end: End<N>): End<M> =>
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
