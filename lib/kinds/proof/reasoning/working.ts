import { Digits, expOf, lnOf, rootOf } from './digits';

/** Numbers that agree to so many decimal places are equal: far below any solver's values. */
const EQUAL_PLACES = 40;
/**
 * Of a number met on the way this many digits are certain, of the 140 that it is worked out with and
 * the 120 that a solver gives; twice as many places as are compared and more, since a root of what is
 * uncertain there is uncertain in half as many.
 */
const CERTAIN_DIGITS = 100;

/** Powers with more places than this, on either side of the point, are not worked out: they would be taken for zero. */
const MOST_PLACES = 30;
/** Whole powers up to this are worked out whatever their size. */
const MOST_PLAIN_POWER = 64;

/** No value: a division by zero, the root of a negative number, or something a model says nothing of. */
export class NoValue extends Error {
  override name = 'NoValue';
}

/**
 * What is worked out with numbers of many digits, with what of them is certain: a value that is only
 * the rounding error of a zero is told from one that is small.
 */
export class Working {
  /** The decimal exponent of the largest number met while the present value is worked out. */
  #largest = 0;
  #isBeyond = false;
  /** An exponential or a logarithm was met: then what is small need not be zero. */
  #isFine = false;

  /** Something was too large or too small to be worked out; that it has no value is not said by that. */
  get isBeyond(): boolean {
    return this.#isBeyond;
  }

  /** A new value is worked out. */
  begin(): void {
    this.#largest = 0;
  }

  /** Whether a value is zero up to rounding, or to the places that are compared. */
  isZero(value: Digits): boolean {
    return this.isRounding(value) || value.e < -EQUAL_PLACES;
  }

  /** Whether it cannot be told if a value is zero: one that is small may be an exponential. */
  isDoubtful(value: Digits): boolean {
    if (!this.#isFine || value.isZero()) return false;
    return this.isRounding(value) !== value.e < -EQUAL_PLACES;
  }

  /** The sign of a value; null where it cannot be told from zero. */
  signOf(value: Digits): -1 | 0 | 1 | null {
    if (this.isDoubtful(value)) return null;
    return this.isZero(value) ? 0 : value.isNegative() ? -1 : 1;
  }

  /** The product; none where it becomes so small that it would be taken for zero. */
  product(a: Digits, b: Digits): Digits {
    return this.#notTiny(a.times(b), this.isRounding(a) || this.isRounding(b));
  }

  /** The value, unless it became so small that it would be taken for zero. */
  #notTiny(value: Digits, isFromZero: boolean): Digits {
    if (this.#isFine && !isFromZero && value.e < -2 * MOST_PLACES) this.giveUp();
    return value;
  }

  /** 1 over a value. */
  inverse(value: Digits): Digits {
    if (this.isDoubtful(value)) this.giveUp();
    if (this.isZero(value)) throw new NoValue();
    return new Digits(1).div(value);
  }

  /** Whether a value is only the rounding error of a zero, judged by the largest number on the way to it. */
  isRounding(value: Digits): boolean {
    return value.isZero() || value.e < this.#largest - CERTAIN_DIGITS;
  }

  met(value: Digits): Digits {
    if (value.e > this.#largest) this.#largest = value.e;
    return value;
  }

  call(name: string, values: readonly Digits[]): Digits {
    const [first = new Digits(0)] = values;
    switch (name) {
      case 'max':
        return Digits.max(...values);
      case 'min':
        return Digits.min(...values);
      case 'abs':
        return first.abs();
      case 'sqrt':
        return this.root(first);
      case 'exp':
        return this.exponential(first);
      case 'ln':
        return this.#logarithm(first);
      case 'log2':
      case 'log10':
        return this.#logarithm(first).div(lnOf(new Digits(name === 'log2' ? 2 : 10)));
      case 'log':
        return this.#logarithmTo(first, values[1]);
      default:
        throw new NoValue();
    }
  }

  power(base: Digits, exponent: Digits): Digits {
    const isPlain = exponent.isInteger() && exponent.abs().lte(MOST_PLAIN_POWER);
    const places = Math.abs(Math.log10(Number(base.abs())) * Number(exponent));
    if (!isPlain && !base.isZero() && !(places <= MOST_PLACES)) this.giveUp();
    if (exponent.isNegative() && exponent.isInteger())
      return this.power(this.inverse(base), exponent.abs());
    if (exponent.isNegative() && this.isZero(base)) throw new NoValue();
    if (exponent.isInteger()) return this.#notTiny(base.pow(exponent), this.isRounding(base));
    const root = this.#underRoot(base);
    return root.isZero() ? root : this.exponential(this.#logarithm(root).times(exponent));
  }

  exponential(value: Digits): Digits {
    if (!(Math.abs(Number(value)) <= MOST_PLACES * Math.LN10)) this.giveUp();
    const power = expOf(value);
    // What is uncertain in the exponent is so in the first digits of the power.
    return this.#uncertain(power, power.e + Math.max(0, this.#largest));
  }

  #logarithm(value: Digits): Digits {
    if (this.#underRoot(value).isZero()) throw new NoValue();
    return this.#uncertain(lnOf(value), this.#largest - value.e);
  }

  #logarithmTo(base: Digits, value = new Digits(0)): Digits {
    const over = this.inverse(this.#logarithm(base));
    return this.#logarithm(value).times(over);
  }

  /** A value of which no more is certain than of a number as large as that. */
  #uncertain(value: Digits, exponent: number): Digits {
    this.#isFine = true;
    if (exponent > this.#largest) this.#largest = exponent;
    return value;
  }

  /** This is not worked out, which says nothing of its having a value. */
  giveUp(): never {
    this.#isBeyond = true;
    throw new NoValue();
  }

  root(value: Digits): Digits {
    return rootOf(this.#underRoot(value));
  }

  /** The radicand of a root. Rounding errors of zero become 0: the root would magnify them, or have no value. */
  #underRoot(value: Digits): Digits {
    if (this.isRounding(value) && this.isDoubtful(value)) this.giveUp();
    if (this.isRounding(value)) return new Digits(0);
    if (value.isNegative()) throw new NoValue();
    return value;
  }
}
