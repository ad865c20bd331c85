import type { Statement } from '@/lib/kinds/proof/reading/statement';
import { TooLarge } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { minus, plus, times } from '@/lib/math/core/arithmetic';
import type { Tree } from '@/lib/math/core/tree';
import { type Applied, appliedIn } from './applied';
import type { FunctionClass } from './classes';

const HALF: Tree = { kind: 'number', text: '0.5' };
const TWO: Tree = { kind: 'number', text: '2' };
const ZERO: Tree = { kind: 'number', text: '0' };

/** Points at which a function of some class is spoken of; of every two of them something is said. */
const MOST_POINTS = 10;

/** A statement, or one of several of which one holds. */
export type Clause = readonly Statement[];

/**
 * What a class of functions says of the values and (sub)gradients of one of them at some points, as trees
 * of the part: for each two points one of the statements of each clause holds.
 *
 * The clauses are necessary, so that what follows from them follows from the class, and sufficient:
 * numbers and vectors of R^d that fulfil them are values and (sub)gradients of some function on R^d of
 * the class, so that values which refute a claim are those of a function.
 *
 * - convex: f(x) ≥ f(y) + ⟨g(y), x − y⟩ (Rockafellar, Convex Analysis, Theorem 23.4; Boyd and
 *   Vandenberghe, Convex Optimization, 3.1.3 and 6.5.5); sufficient: the largest of the affine minorants;
 * - μ-strongly convex and L-smooth: Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation
 *   and exact worst-case performance of first-order methods (2017), Theorem 4, here times 2(L − μ);
 *   where L = μ the same without that factor is said beside it;
 * - L-smooth, convex or not: the same with μ = −L (Taylor, Convex interpolation and performance
 *   estimation, 2017, Theorem 3.10);
 * - differentiable: where f(x) is on the tangent at y, both gradients are equal; strictly convex: it is
 *   above it but for x = y, and of an L-smooth one the inequality above is strict unless
 *   g(x) − g(y) = L(x − y). Finitely many strict inequalities hold with some large L and small μ > 0 too.
 */
export function clausesOf(of: FunctionClass, points: readonly Tree[]): Clause[] {
  const { strong, smooth } = of;
  // There are points apart, and between them 2⟨g(x) − g(y), x − y⟩ is from 2μ‖x − y‖² to 2L‖x − y‖².
  const constants: Clause[] = strong && smooth ? [[relation(smooth, '>=', strong)]] : [];
  const pairs = points.flatMap((x, index) =>
    points.flatMap((y, other) => (other === index ? [] : clausesOfPair(of, x, y))),
  );
  return [...constants, ...pairs];
}

/**
 * What the classes say of all values that statements speak of. Throws `TooLarge` where these are too many.
 *
 * @param nameOf the same text for equal arguments of one function
 */
export function declaredOf(
  classes: readonly FunctionClass[],
  statements: readonly Statement[],
  nameOf: (call: Applied) => string,
): { statements: readonly Statement[]; alternatives: readonly Clause[] } {
  if (classes.length === 0) return { statements: [], alternatives: [] };
  const calls = callsOf(classes, statements);
  const clauses = classes.flatMap((each) => {
    const own = calls.filter(({ id }) => isOf(each, id));
    const named = own.flatMap((call) =>
      call.args.map((arg) => [nameOf({ ...call, id: each.id }), arg] as const),
    );
    const points = [...new Map(named).values()];
    if (points.length > MOST_POINTS) throw new TooLarge();
    return clausesOf(each, points);
  });
  const isPlain = ({ length }: Clause) => length === 1;
  return {
    statements: clauses.filter(isPlain).flat(),
    alternatives: clauses.filter((clause) => !isPlain(clause)),
  };
}

/** The values of functions of some class, and of their gradients, that statements speak of. */
export function callsOf(
  classes: readonly FunctionClass[],
  statements: readonly Statement[],
): Applied[] {
  if (classes.length === 0) return [];
  const calls = statements.flatMap(({ left, right }) => [left, right]).flatMap(appliedIn);
  return calls.filter(({ id }) => classes.some((each) => isOf(each, id)));
}

function isOf(each: FunctionClass, id: string): boolean {
  return id === each.id || id === each.gradient;
}

/** What a function of the class has at two points. */
interface Pair {
  x: Tree;
  y: Tree;
  /** f(x). */
  height: Tree;
  /** f(y) + ⟨g(y), x − y⟩. */
  tangent: Tree;
  /** x − y. */
  step: Tree;
  /** g(x) − g(y). */
  turn: Tree;
  /** Of two vectors, or numbers. */
  inner: (left: Tree, right: Tree) => Tree;
}

function clausesOfPair(of: FunctionClass, x: Tree, y: Tree): Clause[] {
  const at = (id: string, point: Tree): Tree => ({ kind: 'apply', id, args: [point], order: 0 });
  const inner: Pair['inner'] = (left, right) =>
    of.isOfVectors ? { kind: 'inner', left, right } : times(left, right);
  const step = minus(x, y);
  const pair: Pair = {
    ...{ x, y, step, inner },
    height: at(of.id, x),
    tangent: plus(at(of.id, y), inner(at(of.gradient, y), step)),
    turn: minus(at(of.gradient, x), at(of.gradient, y)),
  };
  return [
    ...(of.convex ? convexity(of, pair) : []),
    ...(of.smooth ? smoothness(of, of.smooth, pair) : []),
  ];
}

function convexity(
  { convex, strong, smooth, isDifferentiable }: FunctionClass,
  { x, y, height, tangent, step, turn, inner }: Pair,
): Clause[] {
  const floor = strong ? plus(tangent, times(times(HALF, strong), inner(step, step))) : tangent;
  const isAbove = relation(height, '>', floor);
  const clauses: Clause[] = [[relation(height, '>=', floor)]];
  if (convex === 'strictly') clauses.push([relation(x, '=', y), isAbove]);
  // This follows from both points and a square; it is what gradients say of how far a value is from the least.
  if (strong) {
    const excess = times(times(TWO, strong), minus(height, tangent));
    clauses.push([relation(excess, '<=', inner(turn, turn))]);
  }
  if (isDifferentiable && !smooth)
    clauses.push([relation(turn, '=', strong ? times(strong, step) : ZERO), isAbove]);
  return clauses;
}

function smoothness(
  { convex, strong }: FunctionClass,
  smooth: Tree,
  { height, tangent, step, turn, inner }: Pair,
): Clause[] {
  const bend = times(times(HALF, smooth), inner(step, step));
  const clauses: Clause[] = [[relation(height, '<=', plus(tangent, bend))]];
  if (!convex) clauses.push([relation(height, '>=', minus(tangent, bend))]);
  // Of what is not convex μ is −L.
  const least: Tree | null = convex ? strong : { kind: 'negate', operand: smooth };
  const range = least ? minus(smooth, least) : smooth;
  const excess = times(times(TWO, range), minus(height, tangent));
  const turned = inner(turn, turn);
  const needed = least
    ? minus(
        plus(turned, times(times(least, smooth), inner(step, step))),
        times(times(TWO, least), inner(turn, step)),
      )
    : turned;
  clauses.push([relation(excess, '>=', needed)]);
  // Both sides equal, and f flat near y, but for the steepest bend all the way.
  if (convex === 'strictly')
    clauses.push([relation(turn, '=', times(smooth, step)), relation(excess, '>', needed)]);
  return clauses;
}

function relation(left: Tree, operator: Statement['operator'], right: Tree): Statement {
  return { operator, left, right };
}
