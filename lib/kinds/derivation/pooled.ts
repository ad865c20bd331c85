import { infiniteSign } from '@/lib/math/core/infinite';
import { children, mapChildren, mentionsBound, type Tree } from '@/lib/math/core/tree';
import { isAverage } from './operators';

/** The symbol that stands for the variables under all signs. */
export const VARIABLE = 'variable under the sign';
const AT: Tree = { kind: 'symbol', id: VARIABLE };

/** `\int_from^to body`, or a sum; `body` has its factors from before the sign, and `VARIABLE`. */
export interface Part {
  kind: 'integral' | 'sum';
  from: Tree;
  to: Tree;
  body: Tree;
}

/** A sum of integrals or sums, and what stands beside them without any. */
export interface Pooled {
  parts: readonly Part[];
  beside: Tree | null;
}

/**
 * An expression as a sum of integrals (or sums), constants multiplied in, and a number beside them;
 * null where they stand within each other. Expectations have to be unfolded.
 */
export function pooled(tree: Tree): Pooled | null {
  if (!hasAverage(tree)) return whole(tree);
  switch (tree.kind) {
    case 'integral':
    case 'sum':
      return hasAverage(tree.body) ? null : ofOne(tree);
    case 'negate': {
      const inner = pooled(tree.operand);
      return inner && changed(inner, negated);
    }
    case 'add':
    case 'subtract':
      return joined(tree);
    case 'multiply':
    case 'dot':
      return ofProduct(tree);
    case 'divide': {
      const { right } = tree;
      if (hasAverage(right)) return whole(tree);
      const inner = pooled(tree.left);
      return inner && changed(inner, (left) => ({ kind: 'divide', left, right }));
    }
    case 'limit':
      return ofLimit(tree);
    case 'expectation':
      return null;
    default:
      return whole(tree);
  }
}

/** What is no sum of integrals is a number beside them. */
function whole(beside: Tree): Pooled {
  return { parts: [], beside };
}

function ofProduct(tree: Extract<Tree, { kind: 'multiply' | 'dot' }>): Pooled | null {
  const { kind, left, right } = tree;
  const isLeft = hasAverage(left);
  if (isLeft && hasAverage(right)) return whole(tree);
  const inner = pooled(isLeft ? left : right);
  const times = (body: Tree): Tree =>
    isLeft ? { kind, left: body, right } : { kind, left, right: body };
  return inner && changed(inner, times);
}

export function hasAverage(tree: Tree): boolean {
  return isAverage(tree) || children(tree).some(hasAverage);
}

function negated(operand: Tree): Tree {
  return { kind: 'negate', operand };
}

/** Of what does not depend on the variable, the range alone is left. */
function ofOne(tree: Extract<Tree, { kind: 'integral' | 'sum' }>): Pooled {
  const { kind, variable, from, to, body } = tree;
  const isBounded = infiniteSign(from) === null && infiniteSign(to) === null;
  if (mentionsBound(body, variable) || !isBounded)
    return { parts: [{ kind, from, to, body: withBound(body, variable, AT) }], beside: null };
  const length: Tree = { kind: 'subtract', left: to, right: from };
  const one: Tree = { kind: 'number', text: '1' };
  const count: Tree = kind === 'sum' ? { kind: 'add', left: length, right: one } : length;
  return { parts: [], beside: { kind: 'multiply', left: body, right: count } };
}

function joined({ kind, left, right }: Extract<Tree, { kind: 'add' | 'subtract' }>): Pooled | null {
  const [first, plain] = [pooled(left), pooled(right)];
  const second = plain && kind === 'subtract' ? changed(plain, negated) : plain;
  if (!first || !second) return null;
  const [own, other] = [first.beside, second.beside];
  const beside: Tree | null =
    own && other ? { kind: 'add', left: own, right: other } : (own ?? other);
  return { parts: [...first.parts, ...second.parts], beside };
}

function changed({ parts, beside }: Pooled, change: (body: Tree) => Tree): Pooled {
  return {
    parts: parts.map((part) => ({ ...part, body: change(part.body) })),
    beside: beside && change(beside),
  };
}

/** `\lim_{t \to \infty} \int_0^t` goes to infinity; where t stands elsewhere it is no integral. */
function ofLimit({ variable, target, body }: Extract<Tree, { kind: 'limit' }>): Pooled | null {
  const inner = pooled(body);
  if (!inner) return null;
  const end = (tree: Tree) => (tree.kind === 'bound' && tree.name === variable ? target : tree);
  const parts = inner.parts.map((part) => ({ ...part, from: end(part.from), to: end(part.to) }));
  const left = [...parts.flatMap((part) => [part.from, part.to, part.body]), inner.beside];
  if (left.some((tree) => tree && mentionsBound(tree, variable))) return null;
  return { parts, beside: inner.beside };
}

/** The expression with a bound variable replaced; no sign within binds the same name. */
function withBound(tree: Tree, variable: string, value: Tree): Tree {
  if (tree.kind === 'bound') return tree.name === variable ? value : tree;
  return mapChildren(tree, (child) => withBound(child, variable, value));
}

/** The expression with the variable under the sign replaced. */
export function withVariable(tree: Tree, value: Tree): Tree {
  if (tree.kind === 'symbol') return tree.id === VARIABLE ? value : tree;
  return mapChildren(tree, (child) => withVariable(child, value));
}
