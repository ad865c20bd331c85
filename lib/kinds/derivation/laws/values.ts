import { children, type Tree } from '@/lib/math/core/tree';
import type { Form, Law, Meaning } from './forms';
import { type Assignment, assignments, densityAt, type Tables } from './tables';

/** What lines about laws are evaluated with. */
export interface Laws {
  laws: Readonly<Record<string, Law>>;
  /** By the id of the symbol. */
  forms: ReadonlyMap<string, Form>;
  /** What may stand below an expectation, as it is read, and the form of the density it is under. */
  below: ReadonlyMap<string, string>;
}

/** Thrown where an expression holds what has no value on tables. */
export class NoValue extends Error {}

/** The variables that a line speaks of, and that nothing in it sums over. */
export function freeVariables(tree: Tree, laws: Laws): ReadonlySet<string> {
  const form = tree.kind === 'symbol' ? laws.forms.get(tree.id) : undefined;
  if (form) return new Set(variablesOf(form.meaning, laws));
  const inner = new Set(children(tree).flatMap((child) => [...freeVariables(child, laws)]));
  if (tree.kind === 'sum' || tree.kind === 'integral') inner.delete(tree.variable);
  if (tree.kind === 'expectation') {
    const { of, given } = lawOf(tree, laws);
    for (const name of given) inner.add(name);
    for (const name of of) inner.delete(name);
  }
  return inner;
}

function variablesOf(meaning: Meaning, { forms }: Laws): string[] {
  switch (meaning.kind) {
    case 'density':
      return [...meaning.of, ...meaning.given];
    case 'divergence':
      return [meaning.of, meaning.from].flatMap((id) => {
        const density = forms.get(id)?.meaning;
        return density?.kind === 'density' ? density.given : [];
      });
    default:
      return [];
  }
}

/** The value of an expression on tables; throws `NoValue`. */
export function valueOn(tree: Tree, laws: Laws, tables: Tables, at: Assignment): number {
  const of = (part: Tree, place = at): number => valueOn(part, laws, tables, place);
  switch (tree.kind) {
    case 'number':
      return Number(tree.text);
    case 'negate':
      return -of(tree.operand);
    case 'add':
      return of(tree.left) + of(tree.right);
    case 'subtract':
      return of(tree.left) - of(tree.right);
    case 'multiply':
    case 'dot':
      return of(tree.left) * of(tree.right);
    case 'divide':
      return of(tree.left) / of(tree.right);
    case 'power':
      return of(tree.left) ** of(tree.right);
    case 'constant':
      if (tree.name === 'e') return Math.E;
      break;
    case 'call':
      return called(tree, (part) => of(part));
    case 'sum':
    case 'integral':
      return assignments([tree.variable], tables.points).reduce(
        (sum, one) => sum + of(tree.body, new Map([...at, ...one])),
        0,
      );
    case 'expectation': {
      const density = lawOf(tree, laws);
      return assignments(density.of, tables.points).reduce((sum, one) => {
        const place = new Map([...at, ...one]);
        return sum + densityAt(density, laws.laws, tables, place) * of(tree.body, place);
      }, 0);
    }
    case 'symbol': {
      const form = laws.forms.get(tree.id);
      if (form) return meant(form.meaning, laws, tables, at);
    }
  }
  throw new NoValue();
}

function called(tree: Extract<Tree, { kind: 'call' }>, of: (part: Tree) => number): number {
  const [first] = tree.args;
  if (!first || tree.args.length > 1) throw new NoValue();
  switch (tree.name) {
    case 'ln':
    case 'log':
      return Math.log(of(first));
    case 'log2':
      return Math.log2(of(first));
    case 'exp':
      return Math.exp(of(first));
    default:
      throw new NoValue();
  }
}

function meant(meaning: Meaning, laws: Laws, tables: Tables, at: Assignment): number {
  const density = (law: string, of: string[], given: string[], place: Assignment) =>
    densityAt({ law, of, given }, laws.laws, tables, place);
  switch (meaning.kind) {
    case 'density':
      return densityAt(meaning, laws.laws, tables, at);
    case 'entropy': {
      const { law, of, given } = meaning;
      return -assignments([...of, ...given], tables.points).reduce(
        (sum, one) =>
          sum + density(law, [...of, ...given], [], one) * Math.log(density(law, of, given, one)),
        0,
      );
    }
    case 'information': {
      const { law, of, with: other, given } = meaning;
      return assignments([...of, ...other, ...given], tables.points).reduce((sum, one) => {
        const joint = density(law, [...of, ...other], given, one);
        const apart = density(law, of, given, one) * density(law, other, given, one);
        return sum + density(law, [...of, ...other, ...given], [], one) * Math.log(joint / apart);
      }, 0);
    }
    case 'divergence': {
      const [first, second] = [meaning.of, meaning.from].map((id) => laws.forms.get(id)?.meaning);
      if (first?.kind !== 'density' || second?.kind !== 'density') throw new NoValue();
      return assignments(first.of, tables.points).reduce((sum, one) => {
        const place = new Map([...at, ...one]);
        const [p, q] = [first, second].map((each) => densityAt(each, laws.laws, tables, place));
        return sum + (p ?? Number.NaN) * Math.log((p ?? 0) / (q ?? 0));
      }, 0);
    }
  }
}

/** The density that an expectation is under; where none is said, that of the only law. */
function lawOf({ over }: Extract<Tree, { kind: 'expectation' }>, laws: Laws) {
  const id = over === null ? undefined : laws.below.get(over);
  const form = id === undefined ? undefined : laws.forms.get(id)?.meaning;
  if (form?.kind === 'density') return form;
  const [only, ...others] = Object.entries(laws.laws);
  if (over !== null || !only || others.length > 0) throw new NoValue();
  const [law, { of, given }] = only;
  return { law, of: [...of], given: [...given] };
}
