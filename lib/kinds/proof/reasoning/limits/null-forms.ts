import { Elimination } from '@/lib/kinds/proof/reasoning/algebra/elimination';
import { ONE } from '@/lib/kinds/proof/reasoning/algebra/fraction';
import {
  atom,
  keyOfPolynomial,
  type Polynomial,
  polynomialOf,
} from '@/lib/kinds/proof/reasoning/algebra/polynomial';
import {
  sumOfVectors,
  type VectorForm,
  vector,
} from '@/lib/kinds/proof/reasoning/algebra/vector-form';
import type { Vanishing } from '@/lib/kinds/proof/reasoning/moments/vanishing';
import type { Theory } from '@/lib/kinds/proof/reasoning/theory';

export type Powers = ReadonlyMap<string, number>;

/** Which combinations of vectors, and which numbers, tend to zero, for all that was taken in. */
export class NullForms {
  readonly #theory: Theory;
  readonly #vanishing: Vanishing;
  /** Vectors modulo null sequences: what is null is zero there. */
  readonly #modulo: Elimination;
  /** The same for scalars: products of non-constant factors play the part of the vectors. */
  readonly #moduloScalars: Elimination;
  readonly #monomials = new Map<string, Powers>();

  constructor(theory: Theory, vanishing: Vanishing) {
    this.#theory = theory;
    this.#vanishing = vanishing;
    this.#modulo = new Elimination(theory.atoms);
    this.#moduloScalars = new Elimination(theory.atoms);
    for (const equation of theory.equations) this.addVector(equation);
  }

  /** How much has been taken in. */
  get size(): number {
    return this.#modulo.size + this.#moduloScalars.size;
  }

  /** Takes in that a combination tends to zero. Its vectors can be told from each other where the factors are constant. */
  addVector(form: VectorForm): void {
    if (this.#hasConstants(form)) this.#modulo.add(form);
  }

  /** Takes in that a number tends to zero. */
  addScalar(polynomial: Polynomial): void {
    this.#moduloScalars.add(this.#overMonomials(polynomial));
  }

  isNullVector(form: VectorForm): boolean {
    const constant = new Map(
      [...form].filter(([, factor]) => this.#theory.atoms.isConstant(factor)),
    );
    const changing = [...form].filter(([id]) => !constant.has(id));
    return (
      this.#modulo.reduced(constant).size === 0 &&
      changing.every(([id, factor]) => this.#isNullProduct(factor, vector(id)))
    );
  }

  /** A factor that changes, and a vector: one of them tends to zero, and the other is bounded. */
  #isNullProduct(factor: Polynomial, of: VectorForm): boolean {
    if (this.isNullScalar(factor)) return this.isBoundedVector(of);
    return this.isBoundedScalar(factor) && this.isNullVector(of);
  }

  #hasConstants(form: VectorForm): boolean {
    return [...form.values()].every((factor) => this.#theory.atoms.isConstant(factor));
  }

  isNullScalar(polynomial: Polynomial): boolean {
    const left = this.#moduloScalars.reduced(this.#overMonomials(polynomial));
    return [...left.keys()].every((key) => this.isNullTerm(this.#monomials.get(key) ?? new Map()));
  }

  /** A number as a combination of products that are not constant, with constant coefficients. */
  #overMonomials(polynomial: Polynomial): VectorForm {
    const terms = [...polynomial.values()].map(({ coefficient, powers }) => {
      const [moving, constants] = [new Map<string, number>(), new Map<string, number>()];
      for (const [id, exponent] of powers)
        (this.isConstantAtom(id) ? constants : moving).set(id, exponent);
      const key = keyOfPolynomial(polynomialOf([{ coefficient: ONE, powers: moving }]));
      this.#monomials.set(key, moving);
      return new Map([[key, polynomialOf([{ coefficient, powers: constants }])]]);
    });
    return sumOfVectors(...terms);
  }

  /** Whether a product has a null factor and otherwise bounded ones. */
  isNullTerm(powers: Powers): boolean {
    const moving = [...powers].filter(([id]) => !this.isConstantAtom(id));
    const vanishing = this.#vanishing;
    const isSmall = moving.some(([id, exponent]) => vanishing.isGeometric(id, exponent));
    return (
      moving.some(([id, exponent]) => vanishing.isNull(id, exponent) || this.#isNullAtom(id)) &&
      moving.every(
        ([id, exponent]) =>
          vanishing.isNull(id, exponent) ||
          (exponent > 0 && (this.#isBoundedAtom(id) || (isSmall && vanishing.isIndex(id)))),
      )
    );
  }

  #isNullAtom(id: string): boolean {
    const meaning = this.#theory.atoms.meanings.get(id);
    switch (meaning?.kind) {
      case 'scalar':
        return this.#moduloScalars.reduced(this.#overMonomials(atom(id))).size === 0;
      case 'norm':
        return this.isNullVector(meaning.of);
      case 'abs':
      case 'sqrt':
        return this.isNullScalar(meaning.of);
      case 'inner': {
        const [a, b] = [meaning.left, meaning.right].map((side) => this.#theory.resolved(side));
        if (!a || !b) return false;
        return (
          (this.isNullVector(a) && this.isBoundedVector(b)) ||
          (this.isBoundedVector(a) && this.isNullVector(b))
        );
      }
      case 'max':
      case 'min':
        return meaning.of.every((part) => this.isNullScalar(part));
      default:
        return this.#vanishing.isNull(id, 1);
    }
  }

  #isBoundedAtom(id: string): boolean {
    if (this.isConstantAtom(id) || this.#isNullAtom(id)) return true;
    const meaning = this.#theory.atoms.meanings.get(id);
    if (meaning?.kind === 'norm') return this.isBoundedVector(meaning.of);
    if (meaning?.kind === 'inner')
      return [meaning.left, meaning.right].every((side) =>
        this.isBoundedVector(this.#theory.resolved(side)),
      );
    return false;
  }

  /** Whether an expression is constant up to a null sequence. */
  isBoundedVector(form: VectorForm): boolean {
    return [...this.#modulo.reduced(form)].every(
      ([id, coefficient]) =>
        this.#theory.atoms.isFixed(id) && this.#theory.atoms.isConstant(coefficient),
    );
  }

  isBoundedScalar(polynomial: Polynomial): boolean {
    return [...polynomial.values()].every(({ powers }) =>
      [...powers].every(
        ([id, exponent]) => this.isConstantAtom(id) || (exponent > 0 && this.#isBoundedAtom(id)),
      ),
    );
  }

  isConstantAtom(id: string): boolean {
    return this.#theory.atoms.isConstant(atom(id));
  }
}
