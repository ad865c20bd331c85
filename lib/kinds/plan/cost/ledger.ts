import { factorsOf } from '@/lib/kinds/plan/program/countable';
import type { Program } from '@/lib/kinds/plan/program/program';
import type { Shape } from '@/lib/math/core/declaration';
import { isScalar } from '@/lib/math/core/dimension';
import type { Tree } from '@/lib/math/core/tree';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import { type Association, bestAssociation, chainName, type Factor, productCost } from './chain';
import { type Sizes, sizesOf } from './sizes';

/** What an operation takes: a symbol of the part, or the result of another operation. */
type Source = { symbol: string } | { work: number };

/** One operation that a plan carries out. */
export interface Work {
  index: number;
  line: number;
  kind: 'product' | 'sum' | 'scale';
  /** Multiply-adds: a product of a×b and b×c takes abc, a scalar factor one for each entry, a sum none. */
  cost: number;
  /** The same for the same thing, computed in whatever order, up to transposition and sign. */
  key: string;
  factors: readonly Factor[];
  /** As it is written, LaTeX. */
  latex: string;
  /** Neither side is a vector. */
  isMatrixProduct: boolean;
  inputs: readonly Source[];
  /** The names that the lines gave to it. */
  names: readonly string[];
}

interface Value {
  shape: Shape;
  factors: readonly Factor[];
  latex: string;
  /** Needs parentheses inside a product, or already for an exponent. */
  tight: 'atom' | 'product' | 'sum';
  source: Source | null;
}

/** Longer chains count as things of their own, so that a program that doubles stays small. */
const LONGEST_CHAIN = 64;
const LONGEST_LATEX = 160;

/**
 * Everything that a program computes, in order. Parentheses and named steps are computed as they
 * are written, a product without parentheses in its cheapest order.
 */
export function workOf(program: Program, sizes: Sizes): readonly Work[] {
  return new Ledger(program.table, sizes).run(program);
}

class Ledger {
  readonly #table: SymbolTable;
  readonly #sizes: Sizes;
  readonly #named = new Map<string, Value>();
  readonly #works: (Work & { names: string[] })[] = [];
  readonly #kinds = new Map<string, string>();
  #line = 0;

  constructor(table: SymbolTable, sizes: Sizes) {
    this.#table = table;
    this.#sizes = sizes;
  }

  run({ lines }: Program): readonly Work[] {
    for (const { line, step } of lines) {
      if (!step.ok) continue;
      const { id, latex, tree } = step.value;
      this.#line = line;
      const value = this.#value(tree);
      if (value.source && 'work' in value.source) this.#works[value.source.work]?.names.push(latex);
      this.#named.set(id, { ...value, latex, tight: 'atom' });
    }
    return this.#works;
  }

  #value(tree: Tree): Value {
    switch (tree.kind) {
      case 'symbol':
        return this.#named.get(tree.id) ?? this.#ofSymbol(tree.id);
      case 'transpose':
        return transposed(this.#value(tree.operand));
      case 'negate': {
        const value = this.#value(tree.operand);
        return { ...value, latex: `-${inProduct(value)}`, tight: 'sum' };
      }
      case 'multiply':
      case 'dot':
        return this.#product(factorsOf(tree).map((factor) => this.#value(factor)));
      case 'divide':
        return this.#scaled(this.#value(tree.left), this.#value(tree.right), '/');
      case 'add':
      case 'subtract':
        return this.#sum(this.#value(tree.left), this.#value(tree.right), tree.kind);
      default:
        return this.#number(tree);
    }
  }

  #ofSymbol(id: string): Value {
    const type = this.#table.typeOf(id);
    const shape: Shape = type?.kind === 'matrix' ? type.shape : [1, 1];
    return {
      shape,
      factors: [this.#factor(id, shape)],
      latex: this.#table.latexOf(id),
      tight: 'atom',
      source: { symbol: id },
    };
  }

  #number(tree: Tree): Value {
    const text = tree.kind === 'number' ? tree.text : tree.kind === 'constant' ? tree.name : '?';
    const shape: Shape = [1, 1];
    return {
      shape,
      factors: [this.#factor(text, shape)],
      latex: text,
      tight: 'atom',
      source: null,
    };
  }

  #factor(id: string, shape: Shape): Factor {
    const [rows, columns] = sizesOf(shape, this.#sizes);
    return { id, turned: false, rows, columns };
  }

  /** A thing that is no product of givens, by what it is made of. */
  #opaque(description: string, shape: Shape): readonly Factor[] {
    const id = this.#kinds.get(description) ?? `#${this.#kinds.size}`;
    this.#kinds.set(description, id);
    return [this.#factor(id, shape)];
  }

  #work(
    kind: Work['kind'],
    cost: number,
    inputs: readonly Value[],
    made: Omit<Value, 'source'>,
  ): Value {
    const index = this.#works.length;
    const isMatrixProduct =
      kind === 'product' && inputs.every(({ shape }) => shape[0] !== 1 && shape[1] !== 1);
    this.#works.push({
      index,
      line: this.#line,
      kind,
      cost,
      key: chainName(made.factors).key,
      factors: made.factors,
      latex: made.latex,
      isMatrixProduct,
      inputs: inputs.flatMap(({ source }) => source ?? []),
      names: [],
    });
    return { ...made, source: { work: index } };
  }

  #sum(left: Value, right: Value, kind: 'add' | 'subtract'): Value {
    const shape = left.source === null && isScalar(left.shape) ? right.shape : left.shape;
    const [a, b] = [chainName(left.factors), chainName(right.factors)];
    const turned = a.turned;
    const other = b.turned === a.turned ? b.key : `${b.key} ᵀ`;
    const [sign, join] = kind === 'add' ? ['+', '+'] : ['-', '-'];
    const factors = this.#opaque(`(${a.key}) ${sign} (${other})`, turned ? flipped(shape) : shape);
    const latex = short(`${left.latex} ${join} ${kind === 'add' ? right.latex : inProduct(right)}`);
    return this.#work('sum', 0, [left, right], {
      shape,
      factors: turned ? turnedFactors(factors) : factors,
      latex,
      tight: 'sum',
    });
  }

  /** A scalar factor, which is multiplied in where there are the fewest entries. */
  #scaled(value: Value, scalar: Value, sign: '/' | '*', parts: readonly Value[] = [value]): Value {
    const isOne = scalar.source === null && scalar.latex === '1';
    if (isOne) return value;
    const { key, turned } = chainName(value.factors);
    const shape = turned ? flipped(value.shape) : value.shape;
    const factors = this.#opaque(`${sign} ${chainName(scalar.factors).key} (${key})`, shape);
    const entries = [value, ...parts].map(({ shape: [rows, columns] }) => {
      const [height, width] = sizesOf([rows, columns], this.#sizes);
      return height * width;
    });
    const isFree = value.source === null && scalar.source === null;
    const latex =
      sign === '/'
        ? `\\frac{${value.latex}}{${scalar.latex}}`
        : `${inProduct(scalar)} ${inProduct(value)}`;
    return this.#work('scale', isFree ? 0 : Math.min(...entries), [scalar, value], {
      shape: value.shape,
      factors: turned ? turnedFactors(factors) : factors,
      latex: short(latex),
      tight: 'product',
    });
  }

  #product(values: readonly Value[]): Value {
    const scalars: Value[] = [];
    let chain: Value[] = [];
    for (const value of values) {
      const before = chain.at(-1);
      if (isScalar(value.shape)) scalars.push(value);
      else if (!before || before.shape[1] === value.shape[0]) chain.push(value);
      else {
        // The chain so far is a number: `uᵀv A`, or an inner product `u · v` of columns.
        const sofar = this.#chain(chain);
        if (isScalar(sofar.shape)) {
          scalars.push(sofar);
          chain = [value];
        } else chain = [transposed(sofar), value];
      }
    }
    const [first, ...others] = scalars;
    if (chain.length === 0) {
      return first
        ? others.reduce((product, factor) => this.#scaled(product, factor, '*'), first)
        : this.#number({ kind: 'number', text: '1' });
    }
    const product = this.#chain(chain);
    if (!first) return product;
    const scalar = others.reduce((all, factor) => this.#scaled(all, factor, '*'), first);
    return this.#scaled(product, scalar, '*', chain);
  }

  #chain(values: readonly Value[]): Value {
    const factors = values.map(({ shape }, index) => this.#factor(`${index}`, shape));
    const multiply = (association: Association): Value => {
      if (typeof association === 'number')
        return values[association] ?? this.#number({ kind: 'number', text: '1' });
      return this.#pair(multiply(association[0]), multiply(association[1]));
    };
    return multiply(bestAssociation(factors).association);
  }

  #pair(left: Value, right: Value): Value {
    const shape: Shape = [left.shape[0], right.shape[1]];
    const [rows, inner] = sizesOf(left.shape, this.#sizes);
    const [, columns] = sizesOf(right.shape, this.#sizes);
    const chain = [...left.factors, ...right.factors];
    const factors =
      chain.length <= LONGEST_CHAIN
        ? chain
        : this.#opaque(`(${keyOf(left)}) (${keyOf(right)})`, shape);
    return this.#work('product', productCost(rows, inner, columns), [left, right], {
      shape,
      factors,
      latex: short(`${inProduct(left)} ${inProduct(right)}`),
      tight: 'product',
    });
  }
}

function keyOf({ factors }: Value): string {
  const { key, turned } = chainName(factors);
  return turned ? `${key} ᵀ` : key;
}

function transposed(value: Value): Value {
  if (isScalar(value.shape)) return value;
  const base = value.tight === 'atom' ? value.latex : `\\left(${value.latex}\\right)`;
  const isTransposed = value.tight === 'atom' && /\^\{?\\top\}?$/.test(value.latex);
  return {
    ...value,
    shape: flipped(value.shape),
    factors: turnedFactors(value.factors),
    latex: isTransposed
      ? value.latex.replace(/\^\{?\\top\}?$/, '')
      : `${/[\^']/.test(base) ? `{${base}}` : base}^{\\top}`,
    tight: 'atom',
  };
}

function turnedFactors(factors: readonly Factor[]): readonly Factor[] {
  return factors.toReversed().map((factor) => ({
    ...factor,
    turned: !factor.turned,
    rows: factor.columns,
    columns: factor.rows,
  }));
}

function flipped([rows, columns]: Shape): Shape {
  return [columns, rows];
}

function inProduct({ latex, tight }: Value): string {
  return tight === 'atom' ? latex : `\\left(${latex}\\right)`;
}

/** Written out in full as long as one can read it. */
function short(latex: string): string {
  return latex.length <= LONGEST_LATEX ? latex : '\\dots';
}
