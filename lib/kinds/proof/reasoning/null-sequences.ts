import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { isLiteralZero, type Statement } from '@/lib/kinds/proof/reading/statement';
import { Elimination } from '@/lib/kinds/proof/reasoning/algebra/elimination';
import { compare, ONE, ZERO } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  atom,
  keyOfPolynomial,
  onlyTerm,
  type Polynomial,
  polynomialOf,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import { sumOfVectors, type VectorForm } from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Tree } from '@/lib/math/core/tree';
import { contractionsIn } from './contractions';
import { Nonnegativity } from './nonnegativity';
import { type Theory, workable } from './theory';

/** Rounds in which the rules are applied: each may use what the one before derived, and no proof needs more. */
const ROUNDS = 4;

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
  /** The same for scalars: products of non-constant factors play the part of the vectors. */
  readonly #moduloScalars: Elimination;
  readonly #monomials = new Map<string, Powers>();
  readonly #signs: Nonnegativity;

  private constructor(theory: Theory) {
    this.#theory = theory;
    this.#signs = new Nonnegativity(theory);
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
    const isNull = (polynomial: Polynomial) => nulls.#isNullScalar(polynomial);
    for (let round = 0, before = -1; round < ROUNDS && nulls.#size > before; round++) {
      before = nulls.#size;
      for (const statement of theory.statements) nulls.#learnFrom(statement);
      for (const { ratio, of } of contractionsIn(theory, sequences, nulls.#signs, isNull))
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
      this.#learn(isLiteralZero(right) ? left : { kind: 'subtract', left, right });
      return;
    }
    if (operator === '=' && this.isNull(right)) this.#learn(left);
    if (operator === '=' && this.isNull(left)) this.#learn(right);
    if (operator === '<' || operator === '<=' || operator === '=') this.#squeeze(left, right);
    if (operator === '>' || operator === '>=' || operator === '=') this.#squeeze(right, left);
  }

  /** Where a bound tends to zero, so does what lies between it and zero. */
  #squeeze(small: Tree, large: Tree): void {
    if (this.#signs.isNotNegative(small) && this.isNull(large)) this.#learn(small);
    const gap = workable(() => this.#theory.gap({ operator: '<=', left: small, right: large }));
    if (gap?.kind !== 'scalar') return;
    const terms = [...gap.polynomial.values()];
    const isPlus = (term: (typeof terms)[number]) => compare(term.coefficient, ZERO) > 0;
    const [plus, minus] = [terms.filter(isPlus), terms.filter((term) => !isPlus(term))];
    if (!minus.every(({ powers }) => this.#isNullTerm(powers))) return;
    if (!plus.every(({ powers }) => this.#signs.hasNoSign(powers))) return;
    for (const { powers } of plus) this.#learnTerm(powers);
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
        if (isLiteralZero(tree.right)) this.#learn(tree.left);
        return;
      case 'add':
        if (!this.#signs.isNotNegative(tree.left) || !this.#signs.isNotNegative(tree.right)) return;
        this.#learn(tree.left);
        this.#learn(tree.right);
        return;
      case 'multiply':
      case 'dot':
      case 'inner':
        if (this.#isConstant(tree.left)) this.#learn(tree.right);
        else if (this.#isConstant(tree.right)) this.#learn(tree.left);
        else if (this.#signs.isSquare(tree)) this.#learn(tree.left);
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

  /** Whether a product has a null factor and otherwise bounded ones. */
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

  /** Whether an expression is constant up to a null sequence. */
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
}

function isPositive(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) > 0;
}
