import type { Sequences } from '@/lib/kinds/proof/reading/sequences';
import { isLiteralZero, type Statement } from '@/lib/kinds/proof/reading/statement';
import { compare, ZERO } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import { atom, onlyTerm, type Polynomial } from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import type { Vanishing } from '@/lib/kinds/proof/reasoning/moments/vanishing';
import { type Theory, workable } from '@/lib/kinds/proof/reasoning/theory';
import type { Tree } from '@/lib/math/core/tree';
import { contractionsIn } from './contractions';
import { Nonnegativity } from './nonnegativity';
import { NullForms, type Powers } from './null-forms';

/** Rounds in which the rules are applied: each may use what the one before derived, and no proof needs more. */
const ROUNDS = 4;

/**
 * What tends to zero, as t grows. Declared scalars and vectors without the index are constants. The
 * rules, each justified in docs/grading.md: constant combinations of null sequences; products of
 * null and bounded sequences; norms, absolute values, powers and roots of null sequences; of a null
 * sum of terms that are not negative each term; the squeeze between zero and a null sequence;
 * contraction, a(t+k) ≤ q a(t) + b(t) with a ≥ 0, 0 ≤ q < 1 constant, b null; and what vanishes by
 * its form, such as qᵗ (`vanishing.ts`).
 */
export class NullSequences {
  readonly #theory: Theory;
  readonly #forms: NullForms;
  readonly #signs: Nonnegativity;

  private constructor(theory: Theory, vanishing: Vanishing) {
    this.#theory = theory;
    this.#signs = new Nonnegativity(theory);
    this.#forms = new NullForms(theory, vanishing);
  }

  /**
   * What follows from a theory, with what vanishes by its form. `isBelowOne` tells whether a constant is at least 0
   * and less than 1.
   */
  static async of(
    theory: Theory,
    sequences: Sequences,
    isBelowOne: (constant: Polynomial) => Promise<boolean>,
    vanishing: Vanishing,
  ): Promise<NullSequences> {
    const nulls = new NullSequences(theory, vanishing);
    const isNull = (polynomial: Polynomial) => nulls.#forms.isNullScalar(polynomial);
    for (let round = 0, before = -1; round < ROUNDS && nulls.#forms.size > before; round++) {
      before = nulls.#forms.size;
      for (const statement of theory.statements) nulls.#learnFrom(statement);
      for (const { ratio, of } of contractionsIn(theory, sequences, nulls.#signs, isNull))
        if (await isBelowOne(ratio))
          for (const by of [-1, 0, 1]) nulls.#learn(sequences.shifted(of, by) ?? of);
    }
    return nulls;
  }

  /** Whether the limit of an expression is known to be zero. */
  isNull(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (value?.kind === 'vector' && this.#forms.isNullVector(value.form)) return true;
    if (value?.kind === 'scalar' && this.#forms.isNullScalar(value.polynomial)) return true;
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
    if (!minus.every(({ powers }) => this.#forms.isNullTerm(powers))) return;
    if (!plus.every(({ powers }) => this.#signs.hasNoSign(powers))) return;
    for (const { powers } of plus) this.#learnTerm(powers);
  }

  /** Takes in that an expression tends to zero, and what that says of its parts. */
  #learn(tree: Tree): void {
    const value = workable(() => this.#theory.value(tree));
    if (!value) return;
    if (value.kind === 'vector') {
      this.#forms.addVector(value.form);
      return;
    }
    this.#forms.addScalar(value.polynomial);
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
        // What lies between zero and the largest.
        if (tree.name === 'max')
          for (const arg of tree.args) if (this.#signs.isNotNegative(arg)) this.#learn(arg);
    }
  }

  /** A product that is null, one factor of which is no constant: that factor is. */
  #learnTerm(powers: Powers): void {
    const moving = [...powers].filter(([id]) => !this.#forms.isConstantAtom(id));
    const constants = [...powers].filter(([id]) => this.#forms.isConstantAtom(id));
    const [only] = moving;
    if (!only || moving.length > 1 || only[1] < 0) return;
    // Of a constant that may be zero nothing follows.
    if (!constants.every(([id]) => this.#theory.atoms.hasSign(id))) return;
    const meaning = this.#theory.atoms.meanings.get(only[0]);
    this.#forms.addScalar(atom(only[0]));
    if (meaning?.kind === 'norm') this.#forms.addVector(meaning.of);
    if (meaning?.kind === 'inner' && meaning.left === meaning.right)
      this.#forms.addVector(this.#theory.resolved(meaning.left));
    if (meaning?.kind === 'abs' || meaning?.kind === 'sqrt') this.#forms.addScalar(meaning.of);
  }

  #isBounded(tree: Tree): boolean {
    const value = workable(() => this.#theory.value(tree));
    if (!value) return false;
    if (value.kind === 'vector') return this.#forms.isBoundedVector(value.form);
    return this.#forms.isBoundedScalar(value.polynomial);
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
}

function isPositive(tree: Tree): boolean {
  return tree.kind === 'number' && Number(tree.text) > 0;
}
