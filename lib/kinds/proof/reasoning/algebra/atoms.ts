import { Exponentials, isPositiveByMeaning } from './exponentials';
import { compare, type Fraction, ZERO } from './fraction';
import { Functionals } from './functionals';
import type { Meaning } from './meaning';
import { MatrixVectors } from './operators';
import {
  atom,
  atomsIn,
  constant,
  inverse,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  onlyTerm,
  type Polynomial,
  product,
  replaced,
  sum,
  ZERO_POLYNOMIAL,
} from './polynomial';
import { keyOfVector, opposite, scaled, type VectorForm } from './vector-form';

/** What is declared of scalars. */
export interface DeclaredScalars {
  /** 1 and -1 where they are positive or negative all over their domain, 0 where that is open. */
  signOf: (scalar: string) => 1 | -1 | 0;
  /** At least 0 all over their domain. */
  isNotNegative: (scalar: string) => boolean;
  /** The same at every moment, unlike the elements of a sequence. */
  isConstant: (scalar: string) => boolean;
  /** A whole number that is not negative. */
  isCount: (scalar: string) => boolean;
  /** A random variable. */
  isRandom: (scalar: string) => boolean;
}

/** What is never negative by what it is. */
const SIZES: readonly (Meaning['kind'] | undefined)[] = ['norm', 'sqrt', 'abs', 'indicator'];

/**
 * The atoms that polynomials of one proof are written in. Norms and the like that are the same up
 * to sign and positive factors become one atom, and squares of norms become inner products.
 */
export class Atoms {
  readonly meanings = new Map<string, Meaning>();
  readonly exponentials: Exponentials = new Exponentials(this);
  readonly functionals: Functionals = new Functionals(this);
  readonly matrices = new MatrixVectors();
  readonly #scalars: DeclaredScalars;
  /** Whether they are the same at every moment. */
  readonly #appliedVectors = new Map<string, boolean>();

  constructor(scalars: DeclaredScalars) {
    this.#scalars = scalars;
  }

  scalar(id: string): Polynomial {
    return this.named(id, { kind: 'scalar', id, isConstant: this.#scalars.isConstant(id) });
  }

  /** The value of a function of which nothing is known, by its name and argument. */
  applied(id: string, isConstant: boolean, parts: readonly Polynomial[]): Polynomial {
    return this.named(id, { kind: 'scalar', id, isConstant, parts });
  }

  /** The same of a function whose values are vectors. */
  noteApplied(id: string, isConstant: boolean): void {
    this.#appliedVectors.set(id, isConstant);
  }

  /** A symbol, or the value of a function, that is the same at every moment. */
  isFixed(id: string): boolean {
    const parts = this.matrices.partsOf(id);
    if (parts) return this.isFixed(parts.of);
    return this.#appliedVectors.get(id) ?? this.#scalars.isConstant(id);
  }

  /** A number or a declared scalar that is the same at every moment, and what is made of them. */
  isConstant(polynomial: Polynomial): boolean {
    return [...atomsIn(polynomial)].every((id) => {
      const meaning = this.meanings.get(id);
      switch (meaning?.kind) {
        case 'scalar':
          return meaning.isConstant;
        case 'max':
        case 'min':
          return meaning.of.every((part) => this.isConstant(part));
        case 'abs':
        case 'sqrt':
        case 'inverse':
        case 'exp':
        case 'ln':
        case 'indicator':
        case 'functional':
          return this.isConstant(meaning.of);
        case 'size':
          return true;
        case 'power':
          return this.isConstant(meaning.of) && this.#scalars.isConstant(meaning.exponent);
        default:
          return false;
      }
    });
  }

  /** Bilinear: what is left are inner products of single vectors. */
  inner(left: VectorForm, right: VectorForm): Polynomial {
    const pieces = [...left].flatMap(([a, p]) =>
      [...right].map(([b, q]) => {
        const [first, second] = this.matrices.balanced(a, b);
        const meaning: Meaning = { kind: 'inner', left: first, right: second };
        return product(product(p, q), this.named(`⟨${first},${second}⟩`, meaning));
      }),
    );
    return this.reduced(sum(...pieces));
  }

  /** ‖c v‖ is |c| ‖v‖ for factors c of known sign. */
  norm(form: VectorForm): Polynomial {
    if (form.size === 0) return ZERO_POLYNOMIAL;
    const [first] = [...form].sort(([a], [b]) => (a < b ? -1 : 1));
    const factor = first && this.#signedFactor(first[1]);
    const over = factor && inverse(factor);
    const bare = over ? scaled(form, over) : form;
    const turned = opposite(bare);
    const of = keyOfVector(bare) < keyOfVector(turned) ? bare : turned;
    const norm = this.named(`‖${keyOfVector(of)}‖`, { kind: 'norm', of });
    return factor ? product(this.#size(factor), norm) : norm;
  }

  extreme(kind: 'max' | 'min', of: readonly Polynomial[]): Polynomial {
    const keys = of.map(keyOfPolynomial).sort();
    return this.named(`${kind}(${keys.join(';')})`, { kind, of });
  }

  abs(of: Polynomial): Polynomial {
    const term = onlyTerm(of);
    const outside = [...(term?.powers ?? [])].find(([id]) => this.isNotNegative(id));
    if (term && outside) {
      const [id, exponent] = outside;
      const powers = new Map(term.powers);
      powers.delete(id);
      return product(atom(id, exponent), this.abs(termOf(term.coefficient, powers)));
    }
    const factor = this.#signedFactor(of);
    const rest = factor ? product(of, inverse(factor) ?? ONE_POLYNOMIAL) : of;
    const size = factor ? this.#size(factor) : ONE_POLYNOMIAL;
    if (keyOfPolynomial(rest) === keyOfPolynomial(ONE_POLYNOMIAL)) return size;
    const turned = negated(rest);
    const bare = keyOfPolynomial(rest) < keyOfPolynomial(turned) ? rest : turned;
    return product(size, this.named(`|${keyOfPolynomial(bare)}|`, { kind: 'abs', of: bare }));
  }

  sqrt(of: Polynomial): Polynomial {
    return this.named(`√${keyOfPolynomial(of)}`, { kind: 'sqrt', of });
  }

  /** 1 over something; an atom of its own where that may be zero or is a sum. */
  inverse(of: Polynomial): Polynomial {
    const plain = this.#signed(of) && inverse(of);
    return plain || this.named(`1/(${keyOfPolynomial(of)})`, { kind: 'inverse', of });
  }

  /** A declared scalar that is positive all over its domain. */
  isPositive(id: string): boolean {
    return this.#sign(id) > 0;
  }

  /** Not zero anywhere. */
  hasSign(id: string): boolean {
    return this.#sign(id) !== 0;
  }

  /** Every term a product of what is positive, of sizes and of even powers. */
  isNeverNegative(polynomial: Polynomial): boolean {
    return [...polynomial.values()].every(
      ({ coefficient, powers }) =>
        compare(coefficient, ZERO) > 0 &&
        [...powers].every(
          ([id, power]) => power % 2 === 0 || this.#sign(id) > 0 || this.isNotNegative(id),
        ),
    );
  }

  /** One term that is positive whatever the values. */
  isPositiveTerm(polynomial: Polynomial): boolean {
    return this.isNonzero(polynomial) && this.isNeverNegative(polynomial);
  }

  /** One term, of factors that are not zero anywhere. */
  isNonzero(polynomial: Polynomial): boolean {
    return this.#signed(polynomial) !== null;
  }

  /** Squares of norms and roots written out. */
  reduced(polynomial: Polynomial): Polynomial {
    for (const { powers } of polynomial.values()) {
      for (const [id, exponent] of powers) {
        if (exponent < 2) continue;
        const meaning = this.meanings.get(id);
        const square = meaning && this.#square(id, meaning);
        if (square) return this.reduced(withSquare(polynomial, id, square));
      }
    }
    return polynomial;
  }

  #square(id: string, meaning: Meaning): Polynomial | null {
    if (meaning.kind === 'norm') return this.inner(meaning.of, meaning.of);
    if (meaning.kind === 'indicator') return atom(id);
    return meaning.kind === 'sqrt' ? meaning.of : null;
  }

  /** Of one term the number and the atoms of known sign; null of anything else. */
  #signedFactor(polynomial: Polynomial): Polynomial | null {
    const term = onlyTerm(polynomial);
    if (!term) return null;
    const signed = [...term.powers].filter(([id]) => this.#sign(id) !== 0);
    return signed.reduce(
      (result, [id, exponent]) => product(result, atom(id, exponent)),
      constant(term.coefficient),
    );
  }

  /** The factor itself where it is one term of known sign, which is then not zero. */
  #signed(polynomial: Polynomial): Polynomial | null {
    const term = onlyTerm(polynomial);
    if (!term) return null;
    const hasSign = [...term.powers.keys()].every((id) => this.#sign(id) !== 0);
    return hasSign ? polynomial : null;
  }

  #size(signed: Polynomial): Polynomial {
    const term = onlyTerm(signed);
    if (!term) return signed;
    const odd = [...term.powers].filter(([id, power]) => power % 2 !== 0 && this.#sign(id) < 0);
    const isNegative = compare(term.coefficient, ZERO) < 0 !== (odd.length % 2 === 1);
    return isNegative ? negated(signed) : signed;
  }

  /** By what it is, a norm, a root, the size of something, an exponential, or by its domain. */
  isNotNegative(id: string): boolean {
    const meaning = this.meanings.get(id);
    if (meaning?.kind === 'scalar') return this.#scalars.isNotNegative(meaning.id);
    if (meaning?.kind === 'power' || meaning?.kind === 'functional')
      return this.isNeverNegative(meaning.of);
    return SIZES.includes(meaning?.kind) || isPositiveByMeaning(meaning);
  }

  #sign(id: string): 1 | -1 | 0 {
    const meaning = this.meanings.get(id);
    if (meaning?.kind === 'scalar') return this.#scalars.signOf(meaning.id);
    if (meaning?.kind === 'power' || meaning?.kind === 'functional')
      return this.isPositiveTerm(meaning.of) ? 1 : 0;
    return isPositiveByMeaning(meaning) ? 1 : 0;
  }

  isCount(id: string): boolean {
    return this.#scalars.isCount(id);
  }

  isRandom(id: string): boolean {
    return this.#scalars.isRandom(id);
  }

  /** An atom, with what it means. */
  named(id: string, meaning: Meaning): Polynomial {
    this.meanings.set(id, meaning);
    return atom(id);
  }
}

/** One pair of equal factors replaced by their product, wherever there are two. */
function withSquare(polynomial: Polynomial, id: string, square: Polynomial): Polynomial {
  const PAIR = `${id}²`;
  const paired = sum(
    ...[...polynomial.values()].map(({ coefficient, powers }) => {
      const exponent = powers.get(id) ?? 0;
      const rest = new Map(powers);
      if (exponent >= 2) {
        rest.delete(id);
        if (exponent % 2 === 1) rest.set(id, 1);
        rest.set(PAIR, Math.floor(exponent / 2));
      }
      return termOf(coefficient, rest);
    }),
  );
  return replaced(paired, PAIR, square);
}

function termOf(coefficient: Fraction, powers: ReadonlyMap<string, number>): Polynomial {
  return [...powers].reduce(
    (result, [id, exponent]) => product(result, atom(id, exponent)),
    constant(coefficient),
  );
}
