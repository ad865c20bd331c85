import type { Tree } from '@/lib/math/tree';
import { Elimination } from './algebra/elimination';
import { compare, ONE, ZERO } from './algebra/fraction';
import {
  atom,
  inverse,
  keyOfPolynomial,
  negated,
  onlyTerm,
  type Polynomial,
  polynomialOf,
  product,
  sum,
} from './algebra/polynomial';
import { sumOfVectors, type VectorForm } from './algebra/vector-form';
import type { Sequences } from './sequences';
import type { Statement } from './statement';
import { type Theory, workable } from './theory';

/** What is learnt in one round may be of use in the next; chains of bounds are not longer. */
const ROUNDS = 4;
/** How many moments apart the two sides of a contraction may be. */
const STEPS_BACK = [1, 2];

type Powers = ReadonlyMap<string, number>;

/**
 * What tends to zero, as t grows. Declared scalars and vectors without the index are constants. The
 * rules, each justified in docs/grading.md: constant combinations of null sequences; products of
 * null and bounded sequences; norms, absolute values, powers and roots of null sequences; of a null
 * sum of terms that are not negative each term; the squeeze between zero and a null sequence; and
 * contraction, a(t+k) ≤ q a(t) + b(t) with a ≥ 0, 0 ≤ q < 1 constant, b null.
 */
export class NullSequences {
  readonly #theory: Theory;
  /** Vectors modulo null sequences: what is null is zero there. */
  readonly #modulo: Elimination;
  /** The same of numbers, whose products of what is not constant stand for vectors. */
  readonly #moduloScalars: Elimination;
  readonly #monomials = new Map<string, Powers>();
  readonly #notNegative = new Set<string>();

  private constructor(theory: Theory) {
    this.#theory = theory;
    this.#modulo = new Elimination(theory.atoms);
    this.#moduloScalars = new Elimination(theory.atoms);
    for (const equation of theory.equations) this.#modulo.add(equation);
  }

  /**
   * What follows from a theory. `isBelowOne` tells whether a constant is at least 0 and less than 1.
   */
  static async of(
    theory: Theory,
    sequences: Sequences,
    isBelowOne: (constant: Polynomial) => Promise<boolean>,
  ): Promise<NullSequences> {
    const nulls = new NullSequences(theory);
    for (const statement of theory.statements) nulls.#noteSign(statement);
    for (let round = 0, before = -1; round < ROUNDS && nulls.#size > before; round++) {
      before = nulls.#size;
      for (const statement of theory.statements) nulls.#learnFrom(statement);
      for (const { ratio, of } of nulls.#contractions(sequences))
        if (await isBelowOne(ratio))
          for (const by of [-1, 0, 1]) nulls.#learn(sequences.shifted(of, by) ?? of);
    }
    return nulls;
  }

  get #size(): number {
    return this.#modulo.size + this.#moduloScalars.size;
  }

  /** Whether the limit of an expression is known to be zero. */
  isNull(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (value?.kind === 'vector' && this.#isNullVector(value.form)) return true;
    if (value?.kind === 'scalar' && this.#isNullScalar(value.polynomial)) return true;
    switch (tree.kind) {
      case 'negate':
      case 'norm':
      case 'transpose':
        return this.isNull(tree.operand);
      case 'add':
      case 'subtract':
        return this.isNull(tree.left) && this.isNull(tree.right);
      case 'multiply':
      case 'dot':
      case 'inner':
        return (
          (this.isNull(tree.left) && this.#isBounded(tree.right)) ||
          (this.#isBounded(tree.left) && this.isNull(tree.right))
        );
      case 'divide':
        return this.isNull(tree.left) && this.#isConstant(tree.right);
      case 'power':
        return isPositive(tree.right) && this.isNull(tree.left);
      case 'call':
        return (
          ['max', 'min', 'abs', 'sqrt'].includes(tree.name) &&
          tree.args.every((arg) => this.isNull(arg))
        );
      default:
        return false;
    }
  }

  #learnFrom({ operator, left, right }: Statement): void {
    if (operator === '->') {
      this.#learn(isZero(right) ? left : { kind: 'subtract', left, right });
      return;
    }
    if (operator === '=' && this.isNull(right)) this.#learn(left);
    if (operator === '=' && this.isNull(left)) this.#learn(right);
    if (operator === '<' || operator === '<=' || operator === '=') this.#squeeze(left, right);
    if (operator === '>' || operator === '>=' || operator === '=') this.#squeeze(right, left);
  }

  /** Where a bound tends to zero, so does what lies between it and zero. */
  #squeeze(small: Tree, large: Tree): void {
    if (this.#isNotNegative(small) && this.isNull(large)) this.#learn(small);
    const gap = workable(() => this.#theory.gap({ operator: '<=', left: small, right: large }));
    if (gap?.kind !== 'scalar') return;
    const terms = [...gap.polynomial.values()];
    const isPlus = (term: (typeof terms)[number]) => compare(term.coefficient, ZERO) > 0;
    const [plus, minus] = [terms.filter(isPlus), terms.filter((term) => !isPlus(term))];
    if (!minus.every(({ powers }) => this.#isNullTerm(powers))) return;
    if (!plus.every(({ powers }) => this.#hasNoSign(powers))) return;
    for (const { powers } of plus) this.#learnTerm(powers);
  }

  /** Bounds of the form a(t+k) ≤ q a(t) + b(t), b null: the constant q and a. */
  #contractions(sequences: Sequences): { ratio: Polynomial; of: Tree }[] {
    return this.#theory.statements.flatMap(({ operator, left, right }) => {
      const bounds: [Tree, Tree][] =
        operator === '<' || operator === '<='
          ? [[left, right]]
          : operator === '>' || operator === '>='
            ? [[right, left]]
            : operator === '='
              ? [
                  [left, right],
                  [right, left],
                ]
              : [];
      return bounds.flatMap(([next, bound]) => {
        if (!this.#isNotNegative(next)) return [];
        return STEPS_BACK.flatMap((steps) => {
          const ratio = workable(() => this.#ratio(next, bound, steps, sequences));
          return ratio ? [{ ratio, of: next }] : [];
        });
      });
    });
  }

  #ratio(next: Tree, bound: Tree, steps: number, sequences: Sequences): Polynomial | null {
    const before = sequences.isIn(next) ? sequences.shifted(next, -steps) : null;
    const [a, b] = [before && this.#theory.value(before), this.#theory.value(bound)];
    if (a?.kind !== 'scalar' || b.kind !== 'scalar') return null;
    const [lead] = a.polynomial.values();
    const over = lead && inverse(polynomialOf([lead]));
    if (!over) return null;
    const multiples = [...b.polynomial.values()]
      .map((term) => product(polynomialOf([term]), over))
      .filter((factor) => this.#theory.atoms.isConstant(factor));
    if (multiples.length === 0) return null;
    const ratio = sum(...multiples);
    const rest = sum(b.polynomial, negated(product(ratio, a.polynomial)));
    return this.#isNullScalar(rest) ? ratio : null;
  }

  /** Takes in that an expression tends to zero, and what that says of its parts. */
  #learn(tree: Tree): void {
    const value = workable(() => this.#theory.value(tree));
    if (!value) return;
    if (value.kind === 'vector') {
      this.#modulo.add(value.form);
      return;
    }
    this.#moduloScalars.add(this.#overMonomials(value.polynomial));
    const term = onlyTerm(value.polynomial);
    if (term) this.#learnTerm(term.powers);
    switch (tree.kind) {
      case 'negate':
      case 'norm':
      case 'transpose':
        this.#learn(tree.operand);
        return;
      case 'subtract':
        if (isZero(tree.right)) this.#learn(tree.left);
        return;
      case 'add':
        if (!this.#isNotNegative(tree.left) || !this.#isNotNegative(tree.right)) return;
        this.#learn(tree.left);
        this.#learn(tree.right);
        return;
      case 'multiply':
      case 'dot':
      case 'inner':
        if (this.#isConstant(tree.left)) this.#learn(tree.right);
        else if (this.#isConstant(tree.right)) this.#learn(tree.left);
        else if (this.#isSquare(tree)) this.#learn(tree.left);
        return;
      case 'divide':
        if (this.#isConstant(tree.right)) this.#learn(tree.left);
        return;
      case 'power':
        if (isPositive(tree.right)) this.#learn(tree.left);
        return;
      case 'call':
        if (tree.name === 'abs' || tree.name === 'sqrt')
          for (const arg of tree.args) this.#learn(arg);
    }
  }

  /** A product that is null, one factor of which is no constant: that factor is. */
  #learnTerm(powers: Powers): void {
    const moving = [...powers].filter(([id]) => !this.#isConstantAtom(id));
    const constants = [...powers].filter(([id]) => this.#isConstantAtom(id));
    const [only] = moving;
    if (!only || moving.length > 1 || only[1] < 0) return;
    // Of a constant that may be zero nothing follows.
    if (!constants.every(([id]) => this.#theory.atoms.hasSign(id))) return;
    const meaning = this.#theory.atoms.meanings.get(only[0]);
    this.#moduloScalars.add(this.#overMonomials(atom(only[0])));
    if (meaning?.kind === 'norm') this.#modulo.add(meaning.of);
    if (meaning?.kind === 'inner' && meaning.left === meaning.right)
      this.#modulo.add(this.#theory.resolved(meaning.left));
    if (meaning?.kind === 'abs' || meaning?.kind === 'sqrt')
      this.#moduloScalars.add(this.#overMonomials(meaning.of));
  }

  #noteSign({ operator, left, right }: Statement): void {
    const sides: [Tree, Tree] | null =
      operator === '<' || operator === '<='
        ? [left, right]
        : operator === '>' || operator === '>='
          ? [right, left]
          : null;
    if (!sides || !isZero(sides[0])) return;
    const value = workable(() => this.#theory.value(sides[1]));
    if (value?.kind === 'scalar') this.#notNegative.add(keyOfPolynomial(value.polynomial));
  }

  #isNullVector(form: VectorForm): boolean {
    return this.#modulo.reduced(form).size === 0;
  }

  #isNullScalar(polynomial: Polynomial): boolean {
    const left = this.#moduloScalars.reduced(this.#overMonomials(polynomial));
    return [...left.keys()].every((key) => this.#isNullTerm(this.#monomials.get(key) ?? new Map()));
  }

  /** A number as a combination of products that are not constant, with constant coefficients. */
  #overMonomials(polynomial: Polynomial): VectorForm {
    const terms = [...polynomial.values()].map(({ coefficient, powers }) => {
      const [moving, constants] = [new Map<string, number>(), new Map<string, number>()];
      for (const [id, exponent] of powers)
        (this.#isConstantAtom(id) ? constants : moving).set(id, exponent);
      const key = keyOfPolynomial(polynomialOf([{ coefficient: ONE, powers: moving }]));
      this.#monomials.set(key, moving);
      return new Map([[key, polynomialOf([{ coefficient, powers: constants }])]]);
    });
    return sumOfVectors(...terms);
  }

  /** A product with a null factor, in which nothing may grow. */
  #isNullTerm(powers: Powers): boolean {
    const moving = [...powers].filter(([id]) => !this.#isConstantAtom(id));
    return (
      moving.some(([id]) => this.#isNullAtom(id)) &&
      moving.every(([id, exponent]) => exponent > 0 && this.#isBoundedAtom(id))
    );
  }

  #isNullAtom(id: string): boolean {
    const meaning = this.#theory.atoms.meanings.get(id);
    switch (meaning?.kind) {
      case 'scalar':
        return this.#moduloScalars.reduced(this.#overMonomials(atom(id))).size === 0;
      case 'norm':
        return this.#isNullVector(meaning.of);
      case 'abs':
      case 'sqrt':
        return this.#isNullScalar(meaning.of);
      case 'inner': {
        const [a, b] = [meaning.left, meaning.right].map((side) => this.#theory.resolved(side));
        if (!a || !b) return false;
        return (
          (this.#isNullVector(a) && this.#isBoundedVector(b)) ||
          (this.#isBoundedVector(a) && this.#isNullVector(b))
        );
      }
      case 'max':
      case 'min':
        return meaning.of.every((part) => this.#isNullScalar(part));
      default:
        return false;
    }
  }

  #isBoundedAtom(id: string): boolean {
    if (this.#isConstantAtom(id) || this.#isNullAtom(id)) return true;
    const meaning = this.#theory.atoms.meanings.get(id);
    if (meaning?.kind === 'norm') return this.#isBoundedVector(meaning.of);
    if (meaning?.kind === 'inner')
      return [meaning.left, meaning.right].every((side) =>
        this.#isBoundedVector(this.#theory.resolved(side)),
      );
    return false;
  }

  /** Constant but for a null sequence. */
  #isBoundedVector(form: VectorForm): boolean {
    return [...this.#modulo.reduced(form)].every(
      ([id, coefficient]) =>
        this.#theory.atoms.isFixed(id) && this.#theory.atoms.isConstant(coefficient),
    );
  }

  #isBounded(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (!value) return false;
    if (value.kind === 'vector') return this.#isBoundedVector(value.form);
    return [...value.polynomial.values()].every(({ powers }) =>
      [...powers].every(
        ([id, exponent]) => this.#isConstantAtom(id) || (exponent > 0 && this.#isBoundedAtom(id)),
      ),
    );
  }

  /** A constant that is not zero. */
  #isConstant(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    return (
      value?.kind === 'scalar' &&
      this.#theory.atoms.isConstant(value.polynomial) &&
      this.#theory.atoms.isNonzero(value.polynomial)
    );
  }

  #isConstantAtom(id: string): boolean {
    return this.#theory.atoms.isConstant(atom(id));
  }

  #isSquare({ left, right }: { left: Tree; right: Tree }): boolean {
    const gap = workable(() => this.#theory.gap({ operator: '=', left, right }));
    return gap?.kind === 'vector' && gap.form.size === 0;
  }

  /** Not negative by its form, or because a statement says so. */
  #isNotNegative(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (value?.kind !== 'scalar') return false;
    if (this.#notNegative.has(keyOfPolynomial(value.polynomial))) return true;
    const isPlain = [...value.polynomial.values()].every(
      ({ coefficient, powers }) => compare(coefficient, ZERO) > 0 && this.#hasNoSign(powers),
    );
    if (isPlain) return true;
    switch (tree.kind) {
      case 'norm':
        return true;
      case 'add':
        return this.#isNotNegative(tree.left) && this.#isNotNegative(tree.right);
      case 'multiply':
      case 'dot':
      case 'inner':
        return (
          this.#isSquare(tree) ||
          (this.#isNotNegative(tree.left) && this.#isNotNegative(tree.right))
        );
      case 'divide':
        return this.#isNotNegative(tree.left) && this.#isNotNegative(tree.right);
      case 'power':
        return (
          tree.right.kind === 'number' &&
          (Number(tree.right.text) % 2 === 0 || this.#isNotNegative(tree.left))
        );
      case 'call':
        return (
          tree.name === 'abs' ||
          tree.name === 'sqrt' ||
          (tree.name === 'max' && tree.args.some((arg) => this.#isNotNegative(arg))) ||
          (tree.name === 'min' && tree.args.every((arg) => this.#isNotNegative(arg)))
        );
      default:
        return false;
    }
  }

  /** A product none of whose factors can be negative. */
  #hasNoSign(powers: Powers): boolean {
    return [...powers].every(([id, exponent]) => {
      if (exponent % 2 === 0 || this.#notNegative.has(keyOfPolynomial(atom(id)))) return true;
      const meaning = this.#theory.atoms.meanings.get(id);
      switch (meaning?.kind) {
        case 'norm':
        case 'abs':
        case 'sqrt':
          return true;
        case 'inner':
          return meaning.left === meaning.right;
        case 'scalar':
          return this.#theory.atoms.isPositive(id);
        default:
          return false;
      }
    });
  }
}

function isPositive(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) > 0;
}

function isZero(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) === 0;
}
