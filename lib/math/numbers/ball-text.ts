import { absolute, type Ball, divide, logSize, mayBeZero, multiply, ONE } from './ball';

const LOG2_10 = Math.log2(10);
const TEN: Ball = { m: 10n, e: 0, r: 0 };

/** The midpoint in decimal, LaTeX, with so many significant digits; 0 where the ball has 0 in it. */
export function showBall(x: Ball, digits: number): string {
  if (mayBeZero(x)) return '0';
  const { whole, exponent } = rounded(
    { ...absolute(x), r: 0 },
    digits,
    Math.floor(logSize(x) / LOG2_10),
  );
  const sign = x.m < 0n ? '-' : '';
  const text = whole.toString();
  if (exponent >= -5 && exponent < 9) return sign + plain(text, exponent);
  return `${sign}${plain(text, 0)} \\cdot 10^{${exponent}}`;
}

/** A positive number as a whole number of `digits` digits and the exponent of the first of them. */
function rounded(x: Ball, digits: number, estimate: number): { whole: bigint; exponent: number } {
  const bits = Math.ceil(digits * LOG2_10) + 80;
  const power = digits - 1 - estimate;
  const scale = tenTo(Math.abs(power), bits);
  const { m, e } = power < 0 ? divide(x, scale, bits) : multiply(x, scale, bits);
  const whole = e >= 0 ? m << BigInt(e) : ((m >> BigInt(-e - 1)) + 1n) >> 1n;
  // Where the estimate was off by one, or rounding carried, there is a digit too many or too few.
  const length = whole.toString().length;
  if (length > digits) return rounded(x, digits, estimate + 1);
  return length < digits ? rounded(x, digits, estimate - 1) : { whole, exponent: estimate };
}

function tenTo(power: number, bits: number): Ball {
  let product = ONE;
  let square = TEN;
  for (let left = power; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) product = multiply(product, square, bits);
    square = multiply(square, square, bits);
  }
  return product;
}

/** A run of digits with its point, without zeros at the end. */
function plain(digits: string, exponent: number): string {
  const text =
    exponent < 0
      ? `0.${'0'.repeat(-exponent - 1)}${digits}`
      : `${digits.slice(0, exponent + 1).padEnd(exponent + 1, '0')}.${digits.slice(exponent + 1)}`;
  return text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}
