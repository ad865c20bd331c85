import { beginsName, isOperator, type Names } from './characters';

export interface Denominator {
  /** What stands in it so far, as typed, and above it. */
  content: string;
  numerator: string;
  endsWithBracket: boolean;
  /** Names of the part's functions, as typed. */
  functions: ReadonlySet<string>;
  names: Names;
}

const DIFFERENTIAL = /^(?:d|partial)/;

/**
 * What a character does in a denominator that was begun with a typed `/`: as in plain text it is one
 * factor, `mu/lambda-1` is μ/λ − 1, and a space before it says nothing. That of the fraction key is never left by typing.
 */
export function decideDenominator(
  { content, numerator, endsWithBracket, functions, names }: Denominator,
  character: string,
): 'stay' | 'leave' | 'leave only' | 'swallow' {
  if (content === '' || /^[-+]$/.test(content)) return character === ' ' ? 'swallow' : 'stay';
  const sign = DIFFERENTIAL.exec(numerator)?.[0];
  // `dL/dg`: what a derivative is taken by stands behind its sign.
  const isDerivative = sign !== undefined && content.startsWith(sign);
  if (isDerivative && content === sign) return 'stay';
  const name = isDerivative ? content.slice(sign.length) : content.replace(/^[-+]/, '');
  const isFunction = names.functions.has(name);
  if (character === ' ') return isFunction ? 'stay' : 'leave only';
  if ("^_'!".includes(character)) return 'stay';
  if (character === '(' || character === '[') {
    const takesArgument =
      isFunction || functions.has(name) || functions.has(name.replace(/_.*$/, ''));
    return takesArgument ? 'stay' : 'leave';
  }
  if (isOperator(character) || endsWithBracket) return 'leave';
  // The argument of a function without brackets.
  if ([...names.functions].some((known) => known.length > 1 && name.startsWith(known)))
    return 'stay';
  const isNumber = /^[\d.]+$/.test(name);
  if (/[\d.]/.test(character)) return isNumber ? 'stay' : 'leave';
  if (isNumber) return 'leave';
  return beginsName(names, name + character) ? 'stay' : 'leave';
}
