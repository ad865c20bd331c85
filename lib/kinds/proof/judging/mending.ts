import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import type { Statement } from '@/lib/kinds/proof/reading/statement';
import type { Reasoner } from '@/lib/kinds/proof/reasoning/reasoner';
import { Scalars } from '@/lib/kinds/proof/reasoning/scalars';
import { times } from '@/lib/math/core/arithmetic';
import { sameTree } from '@/lib/math/core/same-tree';
import { children, mapChildren, type Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** A statement with one simple change by which it holds. */
export interface Mended {
  /** Which change it was; equal for the same change made elsewhere. */
  change: string;
  /** In a word, such as “sign”. */
  what: string;
  statement: Statement;
}

/** Changes of one statement that are tried to be proved, after drawn values have ruled out most. */
const MOST_PROVED = 12;
/** Changes that are kept of those by which a statement holds. */
const MOST_KEPT = 4;
/** False statements that an explanation is looked for. */
const MOST_EXPLAINED = 8;

interface Setting {
  /** A reasoner with work of its own, so that an explanation takes none from a verdict. */
  reasoner: () => Reasoner;
  table: SymbolTable;
  sequences: Sequences;
  /** Whether a statement is one that the author looks for. */
  isLookedFor: (statement: Statement) => Promise<boolean>;
}

/** Finds the slips of the pen by which a false statement came about. */
export class Mending {
  readonly #setting: Setting;
  #explained = 0;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /**
   * The simple changes by which a statement follows from the premises and says something; first those
   * that make it what the author looks for, then the likeliest.
   */
  async of(premises: readonly Statement[], statement: Statement): Promise<Mended[]> {
    if (++this.#explained > MOST_EXPLAINED) return [];
    const found = await this.#holding(premises, statement, this.#changes(statement), MOST_KEPT);
    const wanted: Mended[] = [];
    for (const mended of found)
      if (await this.#setting.isLookedFor(mended.statement)) wanted.push(mended);
    return [...wanted, ...found.filter((mended) => !wanted.includes(mended))];
  }

  /** The statement with a change that was made before, once or twice, if it holds then. */
  async after(
    premises: readonly Statement[],
    statement: Statement,
    change: string,
  ): Promise<Mended | null> {
    const isSame = (mended: Mended) => mended.change === change;
    const once = this.#changes(statement).filter(isSame);
    const twice = once.flatMap((mended) => this.#changes(mended.statement).filter(isSame));
    const found = await this.#holding(premises, statement, [...once, ...twice], 1);
    return found[0] ?? null;
  }

  async #holding(
    premises: readonly Statement[],
    statement: Statement,
    changes: readonly Mended[],
    most: number,
  ): Promise<Mended[]> {
    const reasoner = this.#setting.reasoner();
    const models = await reasoner.modelsOf(premises, statement);
    const possible = changes.filter(
      ({ statement: changed }) =>
        !sameTree(changed.left, changed.right) &&
        (changed.operator === '->' || models.every((model) => model.satisfies(changed) !== false)),
    );
    const found: Mended[] = [];
    for (const mended of possible.slice(0, MOST_PROVED)) {
      if (found.length >= most) break;
      const isShown =
        (await reasoner.follows(premises, mended.statement)) &&
        !(await reasoner.bare.follows([], mended.statement));
      if (isShown) found.push(mended);
    }
    return found;
  }

  #changes(statement: Statement): Mended[] {
    return [
      ...this.#otherSigns(statement),
      ...changesIn(statement, 'sign', 'sign', signFlips),
      ...this.#otherMoments(statement),
      ...otherSquares(statement),
      ...this.#factors(statement),
    ];
  }

  /** `=` for `≤`, strict for not strict, the wrong direction, `=` for `→` where the right side stays what it is. */
  #otherSigns(statement: Statement): Mended[] {
    const moves = this.#setting.sequences.isIn(statement.right);
    const operators = (SIGNS[statement.operator] ?? []).filter((each) => each !== '->' || !moves);
    return operators.map((operator) => ({
      change: changeOf(statement.operator, operator),
      what: 'relation',
      statement: { ...statement, operator },
    }));
  }

  /** Two expressions of neighbouring moments exchanged, as in a t + 1 for t and the other way around. */
  #otherMoments(statement: Statement): Mended[] {
    const { sequences } = this.#setting;
    const parts = [...partsIn(statement.left), ...partsIn(statement.right)];
    const moving = parts.filter((part) => sequences.isIn(part));
    const pairs = moving.flatMap((one) => {
      const next = sequences.shifted(one, 1);
      const other = next && moving.find((each) => sameTree(each, next));
      return other ? [[one, other] as const] : [];
    });
    const seen: (readonly [Tree, Tree])[] = [];
    for (const pair of pairs) if (!seen.some(([one]) => sameTree(one, pair[0]))) seen.push(pair);
    return seen.map(([one, other]) => {
      const [left, right] = [statement.left, statement.right].map((side) =>
        exchanged(side, one, other),
      );
      const changed = {
        ...statement,
        left: left ?? statement.left,
        right: right ?? statement.right,
      };
      return { change: 'moments', what: 'index', statement: changed };
    });
  }

  /** A positive constant that was left out or is too many, on a side or in one of its terms. */
  #factors(statement: Statement): Mended[] {
    const { table, sequences } = this.#setting;
    const scalars = new Scalars(table, sequences);
    const declared = [...table.declarations.values()].filter(
      ({ id, type }) =>
        type.kind === 'scalar' && scalars.isConstant(id) && scalars.signOf(id) !== 0,
    );
    const constants: { name: string; tree: Tree }[] = [
      ...declared.map(({ id }) => ({ name: id, tree: { kind: 'symbol' as const, id } })),
      { name: '2', tree: TWO },
    ];
    return constants.flatMap(({ name, tree }) => {
      const by = [
        { change: `factor ${name}`, factor: tree },
        { change: `divisor ${name}`, factor: inverse(tree) },
      ];
      return by.flatMap(({ change, factor }) =>
        changesIn(statement, change, 'factor', (side) =>
          termsIn(side).map((term) => replacedIn(side, term, times(factor, term))),
        ),
      );
    });
  }
}

const SIGNS: Readonly<Partial<Record<Statement['operator'], readonly Statement['operator'][]>>> = {
  '<': ['<=', '>'],
  '<=': ['=', '>='],
  '>': ['>=', '<'],
  '>=': ['=', '<='],
  '=': ['<=', '>=', '->'],
};

/** The same change whichever way a relation points. */
function changeOf(from: Statement['operator'], to: Statement['operator']): string {
  if (from === '=' || to === '=' || to === '->') return `${from} for ${to}`;
  return from.charAt(0) === to.charAt(0) ? 'strictness' : 'direction';
}

function changesIn(
  statement: Statement,
  change: string,
  what: string,
  variants: (side: Tree) => Tree[],
): Mended[] {
  const { left, right } = statement;
  return [
    ...variants(right).map((side) => ({ change, what, statement: { ...statement, right: side } })),
    ...variants(left).map((side) => ({ change, what, statement: { ...statement, left: side } })),
  ];
}

/** The tree with one sign turned around, wherever one stands. */
function signFlips(tree: Tree): Tree[] {
  const own: Tree[] =
    tree.kind === 'add'
      ? [{ ...tree, kind: 'subtract' }]
      : tree.kind === 'subtract'
        ? [{ ...tree, kind: 'add' }]
        : tree.kind === 'negate'
          ? [tree.operand]
          : [];
  return [...own, ...inOnePart(tree, signFlips)];
}

/** Squares of all norms that were left out, or are too many. */
function otherSquares(statement: Statement): Mended[] {
  return [squared, unsquared].flatMap((change) => {
    const [left, right] = [change(statement.left), change(statement.right)];
    const isSame = sameTree(left, statement.left) && sameTree(right, statement.right);
    const mended = { ...statement, left, right };
    return isSame ? [] : [{ change: change.name, what: 'power', statement: mended }];
  });
}

const TWO: Tree = { kind: 'number', text: '2' };

function squared(tree: Tree): Tree {
  if (isSquareOfNorm(tree)) return tree;
  if (tree.kind === 'norm') return { kind: 'power', left: tree, right: TWO };
  return mapChildren(tree, squared);
}

function unsquared(tree: Tree): Tree {
  if (isSquareOfNorm(tree) && tree.kind === 'power') return tree.left;
  return mapChildren(tree, unsquared);
}

function isSquareOfNorm(tree: Tree): boolean {
  return tree.kind === 'power' && tree.left.kind === 'norm' && sameTree(tree.right, TWO);
}

/** The tree with one of its parts changed, in every way that a function knows. */
function inOnePart(tree: Tree, variants: (part: Tree) => Tree[]): Tree[] {
  const parts: Tree[] = [];
  mapChildren(tree, (part) => {
    parts.push(part);
    return part;
  });
  return parts.flatMap((_, at) => {
    const part = parts[at];
    return (part ? variants(part) : []).map((changed) => {
      let index = -1;
      return mapChildren(tree, (child) => (++index === at ? changed : child));
    });
  });
}

/** An expression and all that it is made of. */
function partsIn(tree: Tree): Tree[] {
  return [tree, ...children(tree).flatMap(partsIn)];
}

/** The tree with two of its parts exchanged wherever they stand. */
function exchanged(tree: Tree, one: Tree, other: Tree): Tree {
  if (sameTree(tree, one)) return other;
  if (sameTree(tree, other)) return one;
  return mapChildren(tree, (part) => exchanged(part, one, other));
}

/** A side and its terms. */
function termsIn(tree: Tree): Tree[] {
  if (tree.kind === 'add' || tree.kind === 'subtract')
    return [tree, ...termsIn(tree.left), ...termsIn(tree.right)];
  return [tree];
}

function replacedIn(tree: Tree, from: Tree, to: Tree): Tree {
  if (tree === from) return to;
  return mapChildren(tree, (part) => replacedIn(part, from, to));
}

function inverse(tree: Tree): Tree {
  return { kind: 'divide', left: { kind: 'number', text: '1' }, right: tree };
}
