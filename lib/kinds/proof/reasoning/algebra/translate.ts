import { children, type Tree, type TreeOf } from '@/lib/math/core/tree';
import { toLatex } from '@/lib/math/language/latex';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Atoms } from './atoms';
import { fraction, parseFraction } from './fraction';
import { productWithMatrix } from './matrix-products';
import {
  constant,
  constantValue,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  type Polynomial,
  product,
  sum,
  ZERO_POLYNOMIAL,
} from './polynomial';
import { type Demand, Powers } from './powers';
import { appliedId, asVector, scalar, Unsupported, type Value } from './value';
import { keyOfVector, scaled, sumOfVectors, type VectorForm, vector } from './vector-form';

/** Turns well-typed expressions into values over the atoms of a proof. */
export class Translator {
  readonly #table: SymbolTable;
  readonly #atoms: Atoms;
  readonly #resolve: (id: string) => VectorForm;
  readonly #powers: Powers;
  /** What a sum around runs over. */
  #index: { name: string; dimension: string } | null = null;

  /** `resolve` says what a vector is through others. */
  constructor(table: SymbolTable, atoms: Atoms, resolve = vector) {
    this.#table = table;
    this.#atoms = atoms;
    this.#resolve = resolve;
    this.#powers = new Powers(atoms);
  }

  /** What has to be so for the expressions to have a value, as far as their form does not tell. */
  get demands(): Demand[] {
    return this.#powers.demands;
  }

  /** Throws `Unsupported` or `TooLarge`. */
  value(tree: Tree): Value {
    switch (tree.kind) {
      case 'number': {
        const number = parseFraction(tree.text);
        if (!number) throw new Unsupported('a number with that many digits');
        return scalar(constant(number));
      }
      case 'constant':
        if (tree.name !== 'e') throw new Unsupported(`the constant ${tree.name}`);
        return scalar(this.#atoms.exponentials.exp(ONE_POLYNOMIAL));
      case 'symbol':
        return this.#symbol(tree.id);
      case 'negate':
        return this.#scaled(this.value(tree.operand), negated(ONE_POLYNOMIAL));
      case 'add':
        return this.#sum(this.value(tree.left), this.value(tree.right));
      case 'subtract': {
        const right = this.#scaled(this.value(tree.right), negated(ONE_POLYNOMIAL));
        return this.#sum(this.value(tree.left), right);
      }
      case 'multiply':
      case 'dot':
      case 'inner':
        return (
          productWithMatrix(tree, this.#atoms.matrices, (part) => this.value(part)) ??
          this.#product(this.value(tree.left), this.value(tree.right))
        );
      case 'divide':
        return this.#scaled(this.value(tree.left), this.#powers.inverse(this.scalar(tree.right)));
      case 'power':
        return this.#power(tree.left, tree.right);
      case 'transpose': {
        const value = this.value(tree.operand);
        return value.kind === 'vector' ? { ...value, isRow: !value.isRow } : value;
      }
      case 'norm': {
        const value = this.value(tree.operand);
        if (value.kind === 'scalar') return scalar(this.#atoms.abs(value.polynomial));
        if (tree.order !== 2) throw new Unsupported('norms other than the Euclidean');
        return scalar(this.#atoms.norm(value.form));
      }
      case 'call':
        return scalar(this.#call(tree.name, tree.args));
      case 'apply':
        return this.#applied(tree);
      case 'size':
        return scalar(this.#atoms.functionals.size(tree.dimension));
      case 'expectation':
        return scalar(this.#mean(tree));
      case 'sum':
        return scalar(this.#sumOver(tree));
      case 'entry':
        return scalar(this.#entry(tree));
      case 'indicator':
        return scalar(this.#indicator(tree.condition));
      default:
        throw new Unsupported(`$${toLatex(tree, this.#table)}$, which it does not work with`);
    }
  }

  scalar(tree: Tree): Polynomial {
    const value = this.value(tree);
    if (value.kind === 'scalar') return value.polynomial;
    throw new Unsupported('a vector where a number is needed');
  }

  #symbol(id: string): Value {
    const type = this.#table.typeOf(id);
    if (type?.kind === 'scalar' && type.domain !== 'complex') return scalar(this.#atoms.scalar(id));
    if (type?.kind === 'matrix' && type.shape.includes(1))
      return { kind: 'vector', form: this.#resolve(id), isRow: type.shape[0] === 1 };
    throw new Unsupported('matrices and functions');
  }

  /** The same name for equal arguments, whatever is known of the vectors in them. */
  #applied(tree: Extract<Tree, { kind: 'apply' }>): Value {
    const type = this.#table.typeOf(tree.id);
    if (type?.kind !== 'function' || tree.order !== 0) throw new Unsupported('derivatives');
    const plain = new Translator(this.#table, this.#atoms);
    const values = tree.args.map((arg) => plain.value(arg));
    const id = appliedId(tree.id, values);
    const isConstant = tree.args.every((arg) => this.#isConstant(arg));
    const parts = values.flatMap((value) =>
      value.kind === 'scalar' ? [value.polynomial] : [...value.form.values()],
    );
    if (type.to.every((size) => size === 1))
      return scalar(this.#atoms.applied(id, isConstant, parts));
    if (!type.to.includes(1)) throw new Unsupported('matrices');
    this.#atoms.noteApplied(id, isConstant);
    return { kind: 'vector', form: this.#resolve(id), isRow: type.to[0] === 1 };
  }

  #mean({ over, body }: TreeOf<'expectation'>): Polynomial {
    if (over !== null) throw new Unsupported('an expectation that says what it is over');
    return this.#atoms.functionals.apply({ kind: 'mean' }, this.scalar(body));
  }

  /** A sum over all entries of vectors; they are the only ones that are worked with. */
  #sumOver({ variable, from, to, body }: TreeOf<'sum'>): Polynomial {
    const isFull = from.kind === 'number' && Number(from.text) === 1 && to.kind === 'size';
    if (!isFull) throw new Unsupported('sums other than over all entries of vectors');
    // Inside a sum another one may stand that does not speak of the outer entry.
    const outer = this.#index;
    this.#index = { name: variable, dimension: to.dimension };
    const functional = { kind: 'sum', dimension: to.dimension } as const;
    try {
      return this.#atoms.functionals.apply(functional, this.scalar(body));
    } finally {
      this.#index = outer;
    }
  }

  #entry({ operand, row, column }: TreeOf<'entry'>): Polynomial {
    const value = this.value(operand);
    const index = this.#index;
    const isAtIndex = row.kind === 'bound' && row.name === index?.name && column === null;
    if (!index || !isAtIndex || value.kind === 'scalar')
      throw new Unsupported('single entries of vectors');
    const { dimension } = index;
    const entries = [...value.form].map(([id, coefficient]) => {
      const type = this.#table.typeOf(id);
      if (type?.kind !== 'matrix' || !type.shape.includes(dimension))
        throw new Unsupported('entries of vectors of another size');
      const entry = this.#atoms.named(`${id}[${dimension}]`, { kind: 'entry', of: id, dimension });
      return product(coefficient, entry);
    });
    return sum(...entries);
  }

  #indicator(condition: Tree): Polynomial {
    if (condition.kind !== 'relation') throw new Unsupported('a condition of several parts');
    const { operator, left, right } = condition;
    const gap = sum(this.scalar(left), negated(this.scalar(right)));
    const isTurned = operator === '>' || operator === '>=';
    const of = isTurned ? negated(gap) : gap;
    const plain = operator === '>' ? '<' : operator === '>=' ? '<=' : operator;
    return this.#atoms.named(`1{${plain}${keyOfPolynomial(of)}}`, {
      ...{ kind: 'indicator', operator: plain, of },
    });
  }

  #isConstant(tree: Tree): boolean {
    if (tree.kind === 'symbol') return this.#atoms.isFixed(tree.id);
    return children(tree).every((part) => this.#isConstant(part));
  }

  #sum(left: Value, right: Value): Value {
    if (left.kind === 'scalar' && right.kind === 'scalar')
      return scalar(sum(left.polynomial, right.polynomial));
    // A literal zero is the zero of any shape.
    const [a, b] = [asVector(left), asVector(right)];
    if (!a || !b) throw new Unsupported('a number added to a vector');
    const isRow = left.kind === 'vector' ? left.isRow : right.kind === 'vector' && right.isRow;
    return { kind: 'vector', form: sumOfVectors(a, b), isRow };
  }

  #product(left: Value, right: Value): Value {
    if (left.kind === 'scalar') return this.#scaled(right, left.polynomial);
    if (right.kind === 'scalar') return this.#scaled(left, right.polynomial);
    if (!left.isRow && right.isRow) throw new Unsupported('outer products');
    return scalar(this.#atoms.inner(left.form, right.form));
  }

  #scaled(value: Value, by: Polynomial): Value {
    if (value.kind === 'scalar') return scalar(this.#atoms.reduced(product(value.polynomial, by)));
    return { ...value, form: scaled(value.form, by) };
  }

  #root(tree: Tree): Polynomial {
    // √(a²) is |a|, and √(v·v) the norm of v.
    if (tree.kind === 'power' && tree.right.kind === 'number' && Number(tree.right.text) === 2)
      return this.#atoms.abs(this.scalar(tree.left));
    if (tree.kind === 'multiply' || tree.kind === 'dot' || tree.kind === 'inner') {
      const [left, right] = [this.value(tree.left), this.value(tree.right)];
      const isSquare = left.kind === 'vector' && right.kind === 'vector';
      if (isSquare && keyOfVector(left.form) === keyOfVector(right.form))
        return this.#atoms.norm(left.form);
    }
    const of = this.scalar(tree);
    this.demands.push({ kind: 'not negative', of });
    return this.#atoms.sqrt(of);
  }

  #power(base: Tree, exponent: Tree): Value {
    if (base.kind === 'constant' && base.name === 'e')
      return scalar(this.#atoms.exponentials.exp(this.scalar(exponent)));
    const value = this.value(base);
    const by = this.#exponent(exponent);
    const number = constantValue(by);
    if (value.kind === 'vector') throw new Unsupported('powers of vectors');
    // Halves are powers of roots, which have a value at 0 too.
    if (number?.bottom === 2n) return scalar(this.#powers.whole(this.#root(base), number.top));
    if (number?.bottom === 1n) return scalar(this.#powers.whole(value.polynomial, number.top));
    const counted = this.#powers.powerByCounts(value.polynomial, by);
    if (counted) return scalar(counted);
    return scalar(
      this.#atoms.exponentials.exp(product(by, this.#powers.logarithm(value.polynomial))),
    );
  }

  #exponent(tree: Tree): Polynomial {
    const value = this.value(tree);
    if (value.kind === 'vector') throw new Unsupported('a vector as an exponent');
    return value.polynomial;
  }

  #call(name: string, args: readonly Tree[]): Polynomial {
    const [only] = args;
    if (name === 'sqrt' && only) return this.#root(only);
    const values = args.map((arg) => this.scalar(arg));
    const [first = ZERO_POLYNOMIAL] = values;
    switch (name) {
      case 'max':
      case 'min':
        return this.#atoms.extreme(name, values);
      case 'abs':
        return this.#atoms.abs(first);
      case 'exp':
        return this.#atoms.exponentials.exp(first);
      case 'ln':
        return this.#powers.logarithm(first);
      case 'log2':
      case 'log10':
        return this.#powers.logarithmTo(constant(fraction(name === 'log2' ? 2n : 10n)), first);
      case 'log':
        return this.#powers.logarithmTo(first, values[1] ?? ZERO_POLYNOMIAL);
      default:
        throw new Unsupported(`the function ${name}`);
    }
  }
}
