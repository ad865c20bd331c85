import type { Atoms } from './atoms';
import { compare, ZERO } from './fraction';
import { countedExponent, powerByCount } from './geometric';
import {
  constantValue,
  ONE_POLYNOMIAL,
  type Polynomial,
  power,
  product,
  ZERO_POLYNOMIAL,
} from './polynomial';
import { Unsupported } from './value';

/** What an expression has a value for: nothing is divided by zero, no root is taken of less, no logarithm of that either. */
export interface Demand {
  kind: 'not zero' | 'not negative' | 'positive';
  of: Polynomial;
}

/** Exponents beyond this are not multiplied out. */
const MOST_POWER = 6;
const MOST_POWER_OF_NUMBERS = 64;

/** Powers, inverses and logarithms of numbers, with what they demand. */
export class Powers {
  readonly #atoms: Atoms;
  readonly demands: Demand[] = [];

  constructor(atoms: Atoms) {
    this.#atoms = atoms;
  }

  inverse(polynomial: Polynomial): Polynomial {
    const value = constantValue(polynomial);
    if (value && value.top === 0n) {
      this.demands.push({ kind: 'not zero', of: ZERO_POLYNOMIAL });
      return ZERO_POLYNOMIAL;
    }
    if (!this.#atoms.isNonzero(polynomial)) this.demands.push({ kind: 'not zero', of: polynomial });
    return this.#atoms.inverse(polynomial);
  }

  /** A power whose exponent is made of whole numbers that are not negative, such as `t + 1`. */
  powerByCounts(base: Polynomial, exponent: Polynomial): Polynomial | null {
    const counted = countedExponent(exponent, this.#atoms);
    if (!counted) return null;
    const { counts, by } = counted;
    const factors = [...counts].map(([id, times]) => {
      const one = powerByCount(base, id, this.#atoms);
      if (!one) throw new Unsupported('powers of 0');
      return this.whole(one, BigInt(times));
    });
    const whole = factors.reduce(
      (result, factor) => product(result, factor),
      by === 0 ? ONE_POLYNOMIAL : this.whole(base, BigInt(by)),
    );
    return this.#atoms.reduced(whole);
  }

  whole(base: Polynomial, exponent: bigint): Polynomial {
    const size = Number(exponent < 0n ? -exponent : exponent);
    const isNumber = constantValue(base) !== null;
    if (size > (isNumber ? MOST_POWER_OF_NUMBERS : MOST_POWER))
      throw new Unsupported('powers other than small whole numbers');
    const bare = exponent < 0n ? this.inverse(base) : base;
    return this.#atoms.reduced(power(bare, size));
  }

  logarithm(of: Polynomial): Polynomial {
    const number = constantValue(of);
    const isPositive = number === null ? this.#atoms.isPositiveTerm(of) : compare(number, ZERO) > 0;
    if (!isPositive) this.demands.push({ kind: 'positive', of });
    return this.#atoms.exponentials.ln(of);
  }

  logarithmTo(base: Polynomial, of: Polynomial): Polynomial {
    return product(this.logarithm(of), this.inverse(this.logarithm(base)));
  }
}
