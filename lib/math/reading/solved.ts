import { caught, MathProblem } from '@/lib/math/core/error';
import { mentionsBound, type Tree } from '@/lib/math/core/tree';
import { isZeroByForm } from '@/lib/math/core/zero-form';
import { isMark } from '@/lib/math/language/items';
import { parse } from '@/lib/math/language/parse';
import { canonicalItem, type Item } from '@/lib/math/notation/item';
import { layOut } from '@/lib/math/notation/layout';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { tokenize } from '@/lib/math/notation/tokens';

/** What stands for the name while the equation is read. */
const UNKNOWN = 'ξ';
const ZERO: Tree = { kind: 'number', text: '0' };
const ONE: Tree = { kind: 'number', text: '1' };

/** `factor` times the unknown, and what stands beside it. */
interface Linear {
  factor: Tree;
  rest: Tree;
}

/**
 * What an equation says that the name asked for is, where it is not solved for it: `y - x = a` says
 * y = x + a. Null where the name does not occur. Throws `MathProblem` where it occurs in another way
 * than once removed by sums and factors.
 */
export function solvedFor(
  left: readonly Item[],
  right: readonly Item[],
  leftSides: readonly string[],
  table: SymbolTable,
): { tree: Tree; name: string } | null {
  const name = leftSides.find((side) => {
    const wanted = nameOf(side, table);
    return wanted !== null && (mentions(left, wanted) || mentions(right, wanted));
  });
  const wanted = name === undefined ? null : nameOf(name, table);
  if (name === undefined || wanted === null) return null;
  const read = (items: readonly Item[]) =>
    caught(
      () =>
        parse(
          items.map((item) => withUnknown(item, wanted)),
          table,
          [UNKNOWN],
        ).tree,
    );
  const [one, other] = [read(left), read(right)];
  // What is not read for another reason is said by whoever reads it as it stands.
  if (!one.ok || !other.ok) return null;
  const linear = linearIn({ kind: 'subtract', left: one.value, right: other.value });
  if (!linear || isZeroByForm(linear.factor)) {
    const [start, end] = [left[0]?.start ?? 0, right.at(-1)?.end ?? 0];
    const message = `Write what $${name}$ is equal to: $${name} = \\dots$`;
    throw new MathProblem({ message, start, end });
  }
  const tree: Tree = {
    kind: 'divide',
    left: { kind: 'negate', operand: linear.rest },
    right: linear.factor,
  };
  return { tree, name };
}

/** A left side that is one letter or command with its scripts, in one way of writing; null of any other. */
function nameOf(side: string, table: SymbolTable): string | null {
  const items = caught(() => layOut(tokenize(side, false), table.splitWord));
  const [only, ...more] = items.ok ? items.value : [];
  return only && more.length === 0 && ['letter', 'command'].includes(only.base.type)
    ? canonicalItem(only)
    : null;
}

/** Whether a name occurs, and not as the beginning of another one, as D does in `D(p)`. */
function mentions(items: readonly Item[], wanted: string): boolean {
  return items.some((item, at) => {
    const next = items[at + 1];
    if (isNamed(item, wanted)) return !next || !isMark(next, '(');
    return groupsOf(item).some((group) => mentions(group, wanted));
  });
}

/** The name, or a power of it. */
function isNamed(item: Item, wanted: string): boolean {
  return canonicalItem(item) === wanted || canonicalItem({ ...item, sup: null }) === wanted;
}

function groupsOf({ base }: Item): (readonly Item[])[] {
  if (base.type === 'group') return [base.items];
  return base.type === 'fraction' ? [base.top, base.bottom] : [];
}

function withUnknown(item: Item, wanted: string): Item {
  if (isNamed(item, wanted)) {
    const isWhole = canonicalItem(item) === wanted;
    const scripts = isWhole ? { sup: null, primes: 0 } : { sup: item.sup, primes: item.primes };
    return { ...item, base: { type: 'letter', text: UNKNOWN }, sub: null, ...scripts };
  }
  const inside = (items: readonly Item[]) => items.map((one) => withUnknown(one, wanted));
  const { base } = item;
  if (base.type === 'group') return { ...item, base: { ...base, items: inside(base.items) } };
  if (base.type !== 'fraction') return item;
  return { ...item, base: { ...base, top: inside(base.top), bottom: inside(base.bottom) } };
}

/** An expression as a factor times the unknown and a rest; null where it is none. */
function linearIn(tree: Tree): Linear | null {
  if (!mentionsBound(tree, UNKNOWN)) return { factor: ZERO, rest: tree };
  switch (tree.kind) {
    case 'bound':
      return { factor: ONE, rest: ZERO };
    case 'negate': {
      const inner = linearIn(tree.operand);
      return inner && mapped(inner, (operand) => ({ kind: 'negate', operand }));
    }
    case 'add':
    case 'subtract': {
      const [a, b] = [linearIn(tree.left), linearIn(tree.right)];
      const { kind } = tree;
      if (!a || !b) return null;
      return {
        factor: { kind, left: a.factor, right: b.factor },
        rest: { kind, left: a.rest, right: b.rest },
      };
    }
    case 'multiply': {
      const isLeft = mentionsBound(tree.left, UNKNOWN);
      if (isLeft && mentionsBound(tree.right, UNKNOWN)) return null;
      const inner = linearIn(isLeft ? tree.left : tree.right);
      const times = (part: Tree): Tree =>
        isLeft ? { ...tree, left: part } : { ...tree, right: part };
      return inner && mapped(inner, times);
    }
    case 'divide': {
      const inner = mentionsBound(tree.right, UNKNOWN) ? null : linearIn(tree.left);
      return inner && mapped(inner, (left) => ({ ...tree, left }));
    }
    default:
      return null;
  }
}

function mapped({ factor, rest }: Linear, change: (tree: Tree) => Tree): Linear {
  return { factor: change(factor), rest: change(rest) };
}
