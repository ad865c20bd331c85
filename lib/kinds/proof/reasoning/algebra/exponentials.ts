import { compare, divide, type Fraction, fraction, ONE, ZERO } from './fraction';
import type { Meaning } from './meaning';
import {
  atom,
  constant,
  constantValue,
  keyOfPolynomial,
  negated,
  ONE_POLYNOMIAL,
  onlyTerm,
  type Polynomial,
  polynomialOf,
  power,
  product,
  sum,
} from './polynomial';
import { type VectorForm, vector } from './vector-form';

/** A point of the graph of the exponential function: `value` is e to the power of `at`. */
export interface GraphPoint {
  at: Polynomial;
  value: Polynomial;
}

/** What exponentials and logarithms are written with. */
interface Host {
  readonly meanings: ReadonlyMap<string, Meaning>;
  named: (id: string, meaning: Meaning) => Polynomial;
  /** Positive whatever the values. */
  isPositive: (id: string) => boolean;
  reduced: (polynomial: Polynomial) => Polynomial;
  abs: (of: Polynomial) => Polynomial;
  sqrt: (of: Polynomial) => Polynomial;
  inverse: (of: Polynomial) => Polynomial;
  norm: (form: VectorForm) => Polynomial;
}

type Term = NonNullable<ReturnType<typeof onlyTerm>>;

/** Powers and roots of exponentials up to this are written out; others are atoms of their own. */
const MOST_POWER = 8;
/** Numbers are split into prime factors up to this. */
const LARGEST_FACTOR = 1000n;
const HALF = constant(fraction(1n, 2n));
const TWO = constant(fraction(2n));

/**
 * Normal forms of exponentials and logarithms, by exp(a + b) = exp(a) exp(b), exp(ln a) = a,
 * ln(exp a) = a and ln(ab) = ln|a| + ln|b|. They are identities wherever both sides have a value,
 * which is for a demand to say (`translate.ts`).
 */
export class Exponentials {
  readonly #host: Host;
  readonly #points = new Map<string, GraphPoint>();

  constructor(host: Host) {
    this.#host = host;
  }

  /** What was spoken of, as a whole: of `exp(a + b)` that it is exp at a + b. */
  get points(): readonly GraphPoint[] {
    return [...this.#points.values()];
  }

  exp(of: Polynomial): Polynomial {
    const factors = [...of.values()].map((term) => this.#expOfTerm(term));
    const value = this.#host.reduced(
      factors.reduce((result, factor) => product(result, factor), ONE_POLYNOMIAL),
    );
    this.#note({ at: of, value });
    return value;
  }

  /** What the exponential of one term is a root of, and which: exp(m/q) to the power of q is exp(m). */
  asRoot(of: Polynomial): { degree: number; whole: Polynomial } {
    const term = onlyTerm(of);
    const degree = Number(term?.coefficient.bottom ?? 1n);
    if (!term || degree === 1 || degree > MOST_POWER) return { degree: 1, whole: of };
    const coefficient = { top: term.coefficient.top, bottom: 1n };
    return { degree, whole: this.#expOfTerm({ ...term, coefficient }) };
  }

  /** The logarithm of something positive. */
  ln(of: Polynomial): Polynomial {
    const at = this.#lnOfSize(of);
    this.#note({ at, value: of });
    return at;
  }

  /**
   * Takes in that products of positive factors are spoken of: exp(a) b is exp at a + ln b, where ln b
   * occurs too.
   */
  noteProducts(polynomial: Polynomial): void {
    for (const { powers } of polynomial.values()) {
      const logarithms = [...powers].map(([id, exponent]) => {
        const logarithm = this.#knownLnOf(id);
        return logarithm && product(logarithm, constant(whole(exponent)));
      });
      const known = logarithms.filter((each) => each !== null);
      if (powers.size < 2 || known.length < powers.size) continue;
      this.#note({ at: sum(...known), value: polynomialOf([{ coefficient: ONE, powers }]) });
    }
  }

  /** The logarithm of a positive atom, where it was spoken of. */
  #knownLnOf(id: string): Polynomial | null {
    const meaning = this.#host.meanings.get(id);
    if (meaning?.kind === 'exp') return meaning.of;
    const logarithm = keyOfLn(atom(id));
    return this.#host.isPositive(id) && this.#host.meanings.has(logarithm) ? atom(logarithm) : null;
  }

  #note(point: GraphPoint): void {
    this.#points.set(keyOfPolynomial(point.at), point);
  }

  /** exp(cm) as a power of exp(m/q), so that exponentials of multiples are powers of each other. */
  #expOfTerm({ coefficient, powers }: Term): Polynomial {
    const [[id, exponent] = ['', 0], ...more] = powers;
    const logarithm = this.#host.meanings.get(id);
    if (logarithm?.kind === 'ln' && exponent === 1 && more.length === 0) {
      const plain = this.#powerOfSize(logarithm.of, coefficient);
      if (plain) return plain;
    }
    const { top, bottom } = coefficient;
    const isSmall = size(top) <= MOST_POWER && bottom <= MOST_POWER;
    const unit = isSmall ? fraction(1n, bottom) : { top: top < 0n ? -top : top, bottom };
    const of = polynomialOf([{ coefficient: unit, powers }]);
    const key = `exp(${keyOfPolynomial(of)})`;
    this.#host.named(key, { kind: 'exp', of });
    return atom(key, isSmall ? Number(top) : top < 0n ? -1 : 1);
  }

  /** |a| to a power that is half a whole number, of an a that is not zero; null of other powers. */
  #powerOfSize(of: Polynomial, { top, bottom }: Fraction): Polynomial | null {
    if (size(top) > MOST_POWER || bottom > 2n) return null;
    const plain = this.#host.abs(of);
    const base = bottom === 2n ? this.#host.sqrt(plain) : plain;
    return power(top < 0n ? this.#host.inverse(base) : base, size(top));
  }

  /** The logarithm of the size of something that is not zero. */
  #lnOfSize(of: Polynomial): Polynomial {
    const term = onlyTerm(of);
    if (!term) return this.#lnOfSum(of);
    const factors = [...term.powers].map(([id, exponent]) =>
      product(constant(whole(exponent)), this.#lnOfAtom(id)),
    );
    return sum(this.#lnOfNumber(term.coefficient), ...factors);
  }

  /** What all terms have in common stands in front: ln(ca + cb) = ln|c| + ln|a + b|. */
  #lnOfSum(of: Polynomial): Polynomial {
    const terms = [...of.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
    const [first] = terms;
    if (!first) return this.#atomOf(of);
    const ids = new Set(terms.flatMap(({ powers }) => [...powers.keys()]));
    const least = [...ids].map((id) => {
      const exponents = terms.map(({ powers }) => powers.get(id) ?? 0);
      return [id, Math.min(...exponents)] as const;
    });
    const shared = new Map(least.filter(([, exponent]) => exponent !== 0));
    const factor = polynomialOf([{ coefficient: first.coefficient, powers: shared }]);
    const over = [...shared].reduce(
      (result, [id, exponent]) => product(result, atom(id, -exponent)),
      constant(divide(ONE, first.coefficient)),
    );
    return sum(this.#lnOfSize(factor), this.#atomOf(product(of, over)));
  }

  #lnOfAtom(id: string): Polynomial {
    const meaning = this.#host.meanings.get(id);
    switch (meaning?.kind) {
      case 'exp':
        return meaning.of;
      case 'power':
        if (!this.#host.isPositive(id)) return this.#atomOf(atom(id));
        return product(atom(meaning.exponent), this.#lnOfSize(meaning.of));
      case 'sqrt':
        return product(HALF, this.#lnOfSize(meaning.of));
      case 'inverse':
        return negated(this.#lnOfSize(meaning.of));
      case 'abs':
        return this.#lnOfSize(meaning.of);
      case 'inner':
        if (meaning.left !== meaning.right) return this.#atomOf(atom(id));
        return product(TWO, this.#lnOfSize(this.#host.norm(vector(meaning.left))));
      default:
        return this.#atomOf(atom(id));
    }
  }

  /** By prime factors, as far as they are small. */
  #lnOfNumber(number: Fraction): Polynomial {
    if (number.top === 0n) return this.#atomOf(constant(ZERO));
    const parts = [
      ...primesIn(number.top < 0n ? -number.top : number.top).map((prime) => [prime, ONE] as const),
      ...primesIn(number.bottom).map((prime) => [prime, fraction(-1n)] as const),
    ];
    return sum(
      ...parts.map(([prime, sign]) =>
        product(constant(sign), this.#atomOf(constant(fraction(prime)))),
      ),
    );
  }

  #atomOf(of: Polynomial): Polynomial {
    return this.#host.named(keyOfLn(of), { kind: 'ln', of });
  }
}

function keyOfLn(of: Polynomial): string {
  return `ln(${keyOfPolynomial(of)})`;
}

function whole(number: number): Fraction {
  return fraction(BigInt(number));
}

function size(whole: bigint): number {
  return Number(whole < 0n ? -whole : whole);
}

/** The prime factors of a positive whole number; what has none that is small stays whole. */
export function primesIn(whole: bigint): bigint[] {
  const primes: bigint[] = [];
  let rest = whole;
  for (let factor = 2n; factor * factor <= rest && factor <= LARGEST_FACTOR; factor++) {
    while (rest % factor === 0n) {
      primes.push(factor);
      rest /= factor;
    }
  }
  return rest === 1n ? primes : [...primes, rest];
}

/** Whether an atom is positive by what it means: an exponential, a number of entries, or the logarithm of a number above 1. */
export function isPositiveByMeaning(meaning: Meaning | undefined): boolean {
  if (meaning?.kind === 'exp' || meaning?.kind === 'size') return true;
  if (meaning?.kind !== 'ln') return false;
  const number = constantValue(meaning.of);
  return number !== null && compare(number, ONE) > 0;
}
