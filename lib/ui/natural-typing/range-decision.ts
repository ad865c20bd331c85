import { beginsName, type Names } from './characters';

/** Signs whose index says what they run over. */
const RANGED = /^(sum|prod|lim|bigcup|bigcap)$/;
/** A variable, `=` or an arrow, and the bound so far; a bare `-` begins an arrow. */
const RANGE = /^[A-Za-z]+?(=|->|→|to|-$)(.*)$/;

/**
 * The index of a sum goes on over `=` to the end of its bound, that of a limit over the arrow: `sum_k=1^n`,
 * `lim_x->0`, `sum_k=n+1^m`. Null where this says nothing.
 */
export function decideRange(
  base: string,
  content: string,
  character: string,
  names: Names,
): 'stay' | 'leave' | null {
  if (!RANGED.test(base)) return null;
  const range = RANGE.exec(content);
  if (!range) return character === '=' || (character === '-' && base === 'lim') ? 'stay' : null;
  const [, , bound = ''] = range;
  if (bound === '' || /[-+]$/.test(bound)) return /[-+>A-Za-z0-9]/.test(character) ? 'stay' : null;
  if (/[-+]/.test(character)) return 'stay';
  const last = bound.split(/[-+]/).at(-1) ?? '';
  const isNumber = /^[\d.]+$/.test(last);
  if (/[\d.]/.test(character)) return isNumber ? 'stay' : 'leave';
  if (!/[A-Za-z]/.test(character)) return null;
  return !isNumber && beginsName(names, last + character) ? 'stay' : 'leave';
}
