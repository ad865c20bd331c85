import { isScalar } from '@/lib/math/core/dimension';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, mapChildren, mentionsBound, type Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { type FunctionBodies, unfold } from '@/lib/math/types/unfold';
import { BASE_SLOPE, NETWORK_WEIGHTS } from './notations';
import { FIXED, type Prepared } from './prepare';

/**
 * An estimator of ∇_w L as it was written, in three forms: with the sample y, with T(u, λ) in its
 * place, and the factor of ∇_w f in both.
 */
export interface Estimator {
  /** In y, u, λ and ∇_w f. */
  written: Tree;
  /** Bodies of functions that it applies. */
  functions: FunctionBodies;
  isScalar: boolean;
  usesLoss: boolean;
  /** It is worked out over all samples, where one sample is to do. */
  isIntegral: boolean;
  /** It has a derivative by w, which is not carried out. */
  isUnevaluated: boolean;
}

const ONE: Tree = { kind: 'number', text: '1' };

export function derivativeBy(id: string, operand: Tree): Tree {
  return { kind: 'derivative', layout: 'jacobian', by: { kind: 'symbol', id }, operand };
}

/** Puts in what T and ∂T/∂λ are, and keeps y fixed under derivatives such as that of ln p_λ(y). */
export function asEstimator(
  tree: Tree,
  transform: Tree | null,
  prepared: Prepared,
  densities: FunctionBodies,
): Estimator {
  const { roles, table } = prepared;
  let written = withoutAverages(tree, prepared);
  const isUnevaluated = hasWeights(written);
  if (transform) {
    written = carriedOut(written, transform, prepared);
    const functions = new Map(densities);
    if (roles.transform !== null) {
      const body = substitute(transform, (id) =>
        id === roles.base
          ? { kind: 'bound', name: 'base' }
          : id === roles.parameter
            ? { kind: 'bound', name: 'parameter' }
            : null,
      );
      functions.set(roles.transform, { parameters: ['base', 'parameter'], body });
    }
    const slope = derivativeBy(roles.parameter, transform);
    const inBase = derivativeBy(roles.base, transform);
    written = substitute(written, (id) =>
      id === roles.slope ? slope : id === BASE_SLOPE ? inBase : null,
    );
    written = unfold(written, table, functions);
  } else {
    written = unfold(written, table, densities);
  }
  const functions = new Map<string, { parameters: string[]; body: Tree }>();
  written = withFixedSample(written, prepared, functions);
  const shape = shapeOf(written, table);
  return {
    written,
    functions,
    isScalar: shape.ok && isScalar(shape.value),
    usesLoss: appliesLoss(written, roles.loss, 0),
    isIntegral: hasIntegral(tree),
    isUnevaluated,
  };
}

/**
 * The estimator from one sample: expectations over the base are of what stands in them, and an
 * average over N samples, all written as one, is N times one of them, over N.
 */
function withoutAverages(tree: Tree, prepared: Prepared): Tree {
  const inner = mapChildren(tree, (child) => withoutAverages(child, prepared));
  if (inner.kind === 'expectation' && inner.density === null) {
    const { table, roles } = prepared;
    const own = [roles.base, roles.sample].find((id) => table.latexOf(id) === inner.variable);
    return own === undefined ? inner.body : withBound(inner.body, { kind: 'symbol', id: own });
  }
  if (inner.kind !== 'sum' || mentionsBound(inner.body, inner.variable)) return inner;
  return product(
    { kind: 'add', left: { kind: 'subtract', left: inner.to, right: inner.from }, right: ONE },
    inner.body,
  );
}

/** Every bound variable is the one that an expectation says it is over. */
function withBound(tree: Tree, value: Tree): Tree {
  return tree.kind === 'bound' ? value : mapChildren(tree, (child) => withBound(child, value));
}

function hasWeights(tree: Tree): boolean {
  return isByWeights(tree) || children(tree).some(hasWeights);
}

function isByWeights(tree: Tree): boolean {
  return tree.kind === 'derivative' && tree.by.kind === 'symbol' && tree.by.id === NETWORK_WEIGHTS;
}

/**
 * `\nabla_w X` as ∂X/∂λ ∇_w f, where X knows w through λ alone, also in the sample T(u, λ); and
 * `\partial y/\partial\lambda` as the slope of T.
 */
function carriedOut(tree: Tree, transform: Tree, prepared: Prepared): Tree {
  const { roles } = prepared;
  const of = (part: Tree) => carriedOut(part, transform, prepared);
  if (tree.kind !== 'derivative') return mapChildren(tree, of);
  if (isByWeights(tree)) {
    const operand = substitute(tree.operand, (id) => (id === roles.sample ? transform : null));
    const network: Tree = { kind: 'symbol', id: roles.network };
    return product(derivativeBy(roles.parameter, operand), network);
  }
  const isSample = tree.operand.kind === 'symbol' && tree.operand.id === roles.sample;
  return isSample ? { ...tree, operand: transform } : mapChildren(tree, of);
}

/** Derivatives by λ in which y, but not ℓ, occurs become functions of y, whose argument is held fixed. */
function withFixedSample(
  tree: Tree,
  prepared: Prepared,
  functions: Map<string, { parameters: string[]; body: Tree }>,
): Tree {
  const { roles } = prepared;
  if (tree.kind === 'derivative') {
    const { operand } = tree;
    const used = symbolsIn(operand);
    // `∇_λ ln p(y) ∇_w f` is read with the product as operand; its last factor does not depend on λ.
    if (operand.kind === 'multiply' && isConstant(operand.right, prepared)) {
      const left = withFixedSample({ ...tree, operand: operand.left }, prepared, functions);
      return { kind: 'multiply', left, right: operand.right };
    }
    const free = FIXED.find((id) => !functions.has(id));
    if (used.has(roles.sample) && !used.has(roles.loss) && free) {
      const body = substitute(tree, (id) =>
        id === roles.sample ? { kind: 'bound', name: 'fixed' } : null,
      );
      functions.set(free, { parameters: ['fixed'], body });
      return { kind: 'apply', id: free, args: [{ kind: 'symbol', id: roles.sample }], order: 0 };
    }
  }
  return mapChildren(tree, (child) => withFixedSample(child, prepared, functions));
}

function isConstant(tree: Tree, { roles }: Prepared): boolean {
  const used = symbolsIn(tree);
  return !used.has(roles.parameter) && !used.has(roles.sample);
}

/** With T(u, λ) for y. */
export function atTransform({ written }: Estimator, transform: Tree, prepared: Prepared): Tree {
  return substitute(written, (id) => (id === prepared.roles.sample ? transform : null));
}

/** What stands beside ∇_w f. */
export function factorOf(tree: Tree, { roles }: Prepared): Tree {
  return substitute(tree, (id) => (id === roles.network ? ONE : null));
}

function appliesLoss(tree: Tree, loss: string, order: number): boolean {
  // Under a derivative it is not ℓ itself that is weighed: ∂ℓ(T(u, λ))/∂λ is ℓ′ ∂T/∂λ.
  if (tree.kind === 'derivative') return false;
  if (tree.kind === 'apply' && tree.id === loss && tree.order === order) return true;
  return children(tree).some((child) => appliesLoss(child, loss, order));
}

function hasIntegral(tree: Tree): boolean {
  return tree.kind === 'integral' || children(tree).some(hasIntegral);
}

/** ℓ with one more derivative, wherever it is applied without one. */
export function withLossDifferentiated(tree: Tree, loss: string): Tree {
  const changed = mapChildren(tree, (child) => withLossDifferentiated(child, loss));
  return changed.kind === 'apply' && changed.id === loss && changed.order === 0
    ? { ...changed, order: 1 }
    : changed;
}

/** ℓ′(T) ∂T/∂λ ∇_w f: the estimator that belongs to a transformation. */
export function pathwise(transform: Tree, { roles }: Prepared): Tree {
  const slope = derivativeBy(roles.parameter, transform);
  return product(product(lossSlope(transform, roles.loss), slope), {
    kind: 'symbol',
    id: roles.network,
  });
}

export function lossSlope(at: Tree, loss: string): Tree {
  return { kind: 'apply', id: loss, args: [at], order: 1 };
}

export function product(left: Tree, right: Tree): Tree {
  return { kind: 'multiply', left, right };
}
