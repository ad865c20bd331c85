import type { PreparedDerivation } from '@/lib/kinds/derivation/prepare';
import { compare } from '@/lib/math/compare/compare';
import type { Comparison } from '@/lib/math/compare/outcome';
import { minus, times } from '@/lib/math/core/arithmetic';
import { parseDomain } from '@/lib/math/core/domain';
import { substitute } from '@/lib/math/core/substitute';
import { symbolsIn } from '@/lib/math/core/symbols-in';
import type { Tree } from '@/lib/math/core/tree';
import { type SymbolTable, withHidden } from '@/lib/math/notation/symbol-table';
import type { FunctionBody } from '@/lib/math/types/unfold';

/** A parameter that is asked for, and what it is in the end. */
export interface Parameter {
  id: string;
  result: Tree;
}

const SIDES = ['estimate left', 'estimate right'] as const;
const OTHER = 'estimate other ';

/** Compares what is said of an objective, its derivatives and its parameters. */
export class Claims {
  readonly #prepared: PreparedDerivation;
  readonly #seed: string;
  readonly #table: SymbolTable;
  readonly parameters: readonly Parameter[];

  constructor(prepared: PreparedDerivation, parameters: readonly Parameter[], seed: string) {
    this.#prepared = prepared;
    this.parameters = parameters;
    this.#seed = seed;
    const { table } = prepared;
    const scalar = parameters.map(() => [1, 1] as const);
    this.#table = withHidden(table, [
      ...SIDES.map((id) => ({
        id,
        latex: id,
        type: { kind: 'function', from: scalar, to: [1, 1] } as const,
      })),
      ...parameters.map(({ id }) => ({
        id: OTHER + id,
        latex: `${table.latexOf(id)}_0`,
        type: table.typeOf(id) ?? { kind: 'scalar' as const, domain: 'real' },
      })),
    ]);
  }

  isEqual(reference: Tree, answer: Tree): boolean {
    return this.compare(reference, answer).verdict === 'right';
  }

  compare(
    reference: Tree,
    answer: Tree,
    bodies: ReadonlyMap<string, FunctionBody> = new Map(),
    where: { where?: Tree } = {},
  ): Comparison {
    const { compareOptions } = this.#prepared;
    const functions = new Map([...(compareOptions.functions ?? []), ...bodies]);
    const options = { ...compareOptions, functions, seed: this.#seed, ...where };
    return compare(reference, answer, this.#table, options);
  }

  derivative(operand: Tree, by: string): Tree {
    return { kind: 'derivative', layout: 'jacobian', by: { kind: 'symbol', id: by }, operand };
  }

  mentionsParameter(tree: Tree): boolean {
    const used = symbolsIn(tree);
    return this.parameters.some(({ id }) => used.has(id));
  }

  /** Whether both sides are the same where the parameters are what they are said to be. */
  compareAt(left: Tree, right: Tree, results: readonly Tree[]): Comparison {
    const [first, second] = [left, right].map((tree, at) => this.#applied(tree, at, results));
    if (!first || !second) return { verdict: 'review', reason: 'no sides', work: 0 };
    return this.compare(first.tree, second.tree, new Map([first.body, second.body]), this.#where);
  }

  /** Samples count for which the parameters that are asked for lie where they may. */
  get #where(): { where?: Tree } {
    if (this.#prepared.compareOptions.where) return {};
    const { table } = this.#prepared;
    const margins = this.parameters.flatMap(({ id, result }) => {
      const type = table.typeOf(id);
      const domain = type?.kind === 'scalar' ? parseDomain(type.domain) : null;
      if (domain?.kind !== 'interval') return [];
      const [from, to] = [domain.from, domain.to].map((end) => rangeEnd(end));
      return [...(from ? [minus(result, from)] : []), ...(to ? [minus(to, result)] : [])];
    });
    if (margins.length === 0) return {};
    const left: Tree = { kind: 'call', name: 'min', args: margins };
    return { where: { kind: 'relation', operator: '>', left, right: ZERO } };
  }

  get results(): readonly Tree[] {
    return this.parameters.map(({ result }) => result);
  }

  /**
   * Whether two objectives have the same extrema by being the same up to a factor and a summand
   * without the parameters: f′(p) g′(q) = f′(q) g′(p) for any p and q, in every parameter.
   */
  isProportional(objective: Tree, written: Tree): boolean {
    const [first] = this.parameters;
    if (!first) return false;
    const others = this.parameters.map(({ id }): Tree => ({ kind: 'symbol', id: OTHER + id }));
    const [own, fixed] = [this.derivative(objective, first.id), this.derivative(written, first.id)];
    const [ownAt, fixedAt] = [own, fixed].map((tree, at) => this.#applied(tree, at, others));
    if (!ownAt || !fixedAt) return false;
    const bodies = new Map([ownAt.body, fixedAt.body]);
    const isZero = this.compare({ kind: 'number', text: '0' }, fixed).verdict === 'right';
    return (
      !isZero &&
      this.parameters.every(({ id }) => {
        const left = times(this.derivative(objective, id), fixedAt.tree);
        const right = times(this.derivative(written, id), ownAt.tree);
        return this.compare(left, right, bodies).verdict === 'right';
      })
    );
  }

  /** An expression as a function of the parameters, at other values of them. */
  #applied(tree: Tree, at: number, args: readonly Tree[]) {
    const id = SIDES[at];
    if (id === undefined) return null;
    const parameters = this.parameters.map((_, index) => `parameter ${index}`);
    const body = substitute(tree, (symbol) => {
      const index = this.parameters.findIndex((each) => each.id === symbol);
      return index < 0 ? null : { kind: 'bound', name: parameters[index] ?? '' };
    });
    const applied: Tree = { kind: 'apply', id, args, order: 0 };
    return { tree: applied, body: [id, { parameters, body }] as const };
  }
}

const ZERO: Tree = { kind: 'number', text: '0' };

/** An end of an interval; null where it has none. */
function rangeEnd(end: number): Tree | null {
  if (!Number.isFinite(end)) return null;
  const size: Tree = { kind: 'number', text: String(Math.abs(end)) };
  return end < 0 ? { kind: 'negate', operand: size } : size;
}
