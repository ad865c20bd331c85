import { labelOf } from '@/lib/math/core/same-tree';
import { children, type Tree } from '@/lib/math/core/tree';
import { type Factors, inverseOf, merged, number, powerOf, productOf, type Terms } from './terms';

/** What an expression says once everything is put away that changes nothing of it. */
export interface PlainForm {
  /** Equal for expressions that differ in nothing else. */
  key: string;
  /** The forms of the outermost integrals, sums, products and expectations in it. */
  averages: ReadonlySet<string>;
}

/**
 * The form of an expression without zeros and ones, the order and signs of terms and factors, names
 * of bound variables, constants under a sign, and logarithms of products. Products of sums stay as
 * they are, and so does every integral: what is left is what was worked out.
 */
export function plainForm(tree: Tree): PlainForm {
  const averages = new Set<string>();
  const { key } = termsOf(tree, { names: new Map(), averages });
  return { key, averages };
}

interface Around {
  /** Bound variables by the names that they get: how deep they stand. */
  names: ReadonlyMap<string, string>;
  averages: Set<string>;
}

function termsOf(tree: Tree, around: Around): Terms {
  const of = (part: Tree) => termsOf(part, around);
  switch (tree.kind) {
    case 'number':
      return number(Number(tree.text));
    case 'negate':
      return productOf(number(-1), of(tree.operand));
    case 'add':
      return merged([of(tree.left), of(tree.right)]);
    case 'subtract':
      return merged([of(tree.left), productOf(number(-1), of(tree.right))]);
    case 'multiply':
    case 'dot':
      return productOf(of(tree.left), of(tree.right));
    case 'divide':
      return productOf(of(tree.left), inverseOf(of(tree.right)));
    case 'power':
      return power(of(tree.left), of(tree.right), tree.left);
    case 'call':
      return call(tree, around);
    case 'bound':
      return atom(`bound ${around.names.get(tree.name) ?? tree.name}`);
    case 'integral':
    case 'sum':
      return average(tree, around);
    default:
      return other(tree, around);
  }
}

function atom(key: string): Terms {
  return merged([{ terms: [{ coefficient: 1, factors: new Map([[key, 1]]) }], key }]);
}

function power(base: Terms, exponent: Terms, written: Tree): Terms {
  const [only, ...others] = exponent.terms;
  if (!only) return number(1);
  if (others.length === 0 && only.factors.size === 0) return powerOf(base, only.coefficient);
  if (written.kind === 'constant' && written.name === 'e') return atom(`exp(${exponent.key})`);
  return atom(`(${base.key})^(${exponent.key})`);
}

function call(tree: Extract<Tree, { kind: 'call' }>, around: Around): Terms {
  const args = tree.args.map((arg) => termsOf(arg, around));
  const [first] = args;
  if (first && args.length === 1) {
    if (tree.name === 'exp')
      return first.terms.length === 0 ? number(1) : atom(`exp(${first.key})`);
    if (tree.name === 'sqrt') return powerOf(first, 0.5);
    if (tree.name === 'ln' || tree.name === 'log') return logarithm(first);
  }
  return atom(`${tree.name}(${args.map(({ key }) => key).join(';')})`);
}

/** The form of e. */
const EULER = 'constant e()';

/** The logarithm of a product is the sum of those of its factors. */
function logarithm(of: Terms): Terms {
  const [only, ...others] = of.terms;
  if (!only || others.length > 0 || only.coefficient <= 0) return atom(`ln(${of.key})`);
  const own = only.coefficient === 1 ? [] : [atom(`ln(${only.coefficient})`)];
  const parts = [...only.factors].map(([factor, exponent]) =>
    factor === EULER ? number(exponent) : productOf(number(exponent), atom(`ln(${factor})`)),
  );
  return merged([...own, ...parts]);
}

/** An integral or a sum; what does not depend on its variable stands before the sign. */
function average(tree: Extract<Tree, { kind: 'integral' | 'sum' }>, around: Around): Terms {
  const name = `#${around.names.size};`;
  const names = new Map([...around.names, [tree.variable, name]]);
  const inside = termsOf(tree.body, { names, averages: new Set() });
  const body = productOf(number(1), inside.terms.length > 1 ? powerOf(inside, 1) : inside);
  const [only] = body.terms;
  if (!only) return number(0);
  const isInside = ([key]: readonly [string, number]) => key.includes(name);
  const within: Factors = new Map([...only.factors].filter(isInside));
  const without: Factors = new Map([...only.factors].filter((factor) => !isInside(factor)));
  const [from, to] = [termsOf(tree.from, around).key, termsOf(tree.to, around).key];
  const { key } = merged([{ terms: [{ coefficient: 1, factors: within }], key: '' }]);
  const written = `${tree.kind}[${from};${to};${key}]`;
  if (around.names.size === 0) around.averages.add(written);
  const before = { terms: [{ coefficient: only.coefficient, factors: without }], key: '' };
  return productOf(merged([before]), atom(written));
}

function other(tree: Tree, around: Around): Terms {
  const binds = 'variable' in tree && tree.variable !== null ? tree.variable : null;
  const names =
    binds === null
      ? around.names
      : new Map([...around.names, [binds, `#${around.names.size};`] as const]);
  const isAverage = tree.kind === 'expectation' || tree.kind === 'product';
  const averages = isAverage ? new Set<string>() : around.averages;
  const parts = children(tree).map((child) => termsOf(child, { names, averages }).key);
  const label = binds === null ? labelOf(tree) : '';
  const key = `${tree.kind} ${label}(${parts.join(';')})`;
  if (isAverage && around.names.size === 0) around.averages.add(key);
  return atom(key);
}
