/** Digits in groups of three, as `1\,000`: a thin or fixed space between them is no product. */
const GROUPED = /\d{1,3}(?:(?:\\[, ]|[\u2009\u202f\u00a0])\d{3})+(?!\d)/.source;
/** `1e-3`; what follows may be a letter, `1e-3x`. */
const POWER_OF_TEN = /(?:[eE][+-]?\d+(?![\d.]))?/.source;
const WITH_COMMA = new RegExp(
  `(?:${GROUPED}(?:[.,]\\d+)?|\\d+(?:\\{,\\}|[.,])\\d+|\\d+|\\.\\d+)${POWER_OF_TEN}`,
  'y',
);

/** `fraction` is what may stand behind the point. */
function withPoint(fraction: string): RegExp {
  const whole = `${GROUPED}(?:\\.${fraction})?|\\d+\\{,\\}\\d+|\\d+(?:\\.${fraction})?`;
  return new RegExp(`(?:${whole}|\\.\\d+)${POWER_OF_TEN}`, 'y');
}

const WITH_POINT = withPoint('\\d*');
/** Among words a point behind a number ends the sentence. */
const AMONG_WORDS = withPoint('\\d+');

/** What a number looks like; sticky, so that it is looked for at `lastIndex`. */
export function numberPattern(decimalComma: boolean, isAmongWords: boolean): RegExp {
  if (decimalComma) return WITH_COMMA;
  return isAmongWords ? AMONG_WORDS : WITH_POINT;
}

/** A number as JavaScript writes it. */
export function plainNumber(digits: string): string {
  return digits.replace(/\\[, ]|[^\d.,eE+{}-]/g, '').replace(/\{,\}|,/, '.');
}
