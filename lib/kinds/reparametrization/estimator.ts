import { isScalar } from '@/lib/math/core/dimension';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import { children, mapChildren, type Tree } from '@/lib/math/core/tree';
import { shapeOf } from '@/lib/math/language/shape';
import { type FunctionBodies, unfold } from '@/lib/math/types/unfold';
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
  // A student may write the expectation over the base around the estimator.
  let written = tree.kind === 'expectation' ? tree.body : tree;
  if (transform) {
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
    written = substitute(written, (id) => (id === roles.slope ? slope : null));
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
  };
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
