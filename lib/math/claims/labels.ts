import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';
import { hasArgument, isMark, isText, operates, separatorOf } from './signs';

/** Words that a number or a letter stands behind, as in `step 2`. */
const NUMBERED =
  /^(?:lines?|steps?|parts?|equations?|eqs?|case|zeilen?|schritt|teil|gleichung(?:en)?|fall|řádku|kroku|části|rovnice?|případ)$/;
/** `•`, `◦`, `→` in front of a line. */
const BULLETS =
  /^(?:circ|star|leadsto|rightsquigarrow|rightarrowtail|hookrightarrow|curvearrowright|mapsto|[◦‣↪⤳⇝⟿↝])$/;

/** Where the reader of a line stands. */
export interface Place {
  /** Nothing but labels stands in front of it, or of the formula that it is in. */
  isFirst: boolean;
  /** The word there; null where a formula or a sign is. */
  word: string | null;
  /** In a formula, behind white space. */
  isInFormula: boolean;
  /** It stands there as a dash, `–`, and not as a minus sign. */
  isDash: boolean;
}

/** How many tokens the label takes that begins at `at`: the number of a line or an equation, a bullet; 0 without one. */
export function labelAt(
  tokens: readonly Token[],
  at: number,
  { isFirst, word, isInFormula, isDash }: Place,
  table: SymbolTable,
): number {
  const bracketed = bracketedAt(tokens, at, table);
  if (bracketed > 0) {
    const end = at + bracketed;
    const isLast = tokens.slice(end).every(({ text }) => /^[.,;]$/.test(text));
    const mayBe = isInFormula ? isLast : isFirst || word !== null;
    if (!mayBe) return 0;
    const joined = joinedAt(tokens, end, table);
    const isOperand = operates(tokens[end]) || ["'", '!'].some((mark) => isMark(tokens[end], mark));
    return joined > 0 || !isOperand ? bracketed + joined : 0;
  }
  if (isInFormula) return 0;
  const name = nameAt(tokens, at, table);
  const next = tokens[at + name];
  if (isFirst) {
    const isHalf = isMark(next, ')') || (next?.text === '.' && tokens[at]?.type === 'number');
    if (name > 0 && isHalf && tokens.length > at + name + 1) return name + 1;
    return isDash || isBullet(tokens[at]) ? 1 : 0;
  }
  if (word === null || name === 0) return 0;
  if (NUMBERED.test(word)) return hasArgument(tokens, at + name - 1) ? 0 : name;
  // `2a` behind any other word.
  const isBare = tokens[at]?.type === 'number' && tokens[at + 1]?.type === 'word' && name >= 2;
  const ends = !next || separatorOf(next) !== null || /^[:)]$/.test(next.text) || isText(next);
  return isBare && (ends || (next.type === 'word' && next.text.length > 1)) ? name : 0;
}

function isBullet(token: Token | undefined): boolean {
  if (!token || token.type === 'word') return false;
  return isMark(token, '*') || BULLETS.test(token.text);
}

/** `(1)`, `(2b)`, `(ii)`, `(*)`. */
function bracketedAt(tokens: readonly Token[], at: number, table: SymbolTable): number {
  if (!isMark(tokens[at], '(')) return 0;
  const name = nameAt(tokens, at + 1, table);
  return name > 0 && isMark(tokens[at + 1 + name], ')') ? name + 2 : 0;
}

/** `+(2)` behind `(1)`, where a sign follows that no formula has there. */
function joinedAt(tokens: readonly Token[], at: number, table: SymbolTable): number {
  let end = at;
  for (;;) {
    const token = tokens[end];
    const isJoint = ['+', '-', ',', '&'].some((mark) => isMark(token, mark));
    const next = isJoint ? bracketedAt(tokens, end + 1, table) : 0;
    if (next === 0) break;
    end += 1 + next;
  }
  const behind = tokens[end];
  const mayEnd = behind && (isMark(behind, ':') || isMark(behind, '=>') || behind.type === 'word');
  return mayEnd ? end - at : 0;
}

/** How many tokens a label's name takes: `1`, `2b`, `ii`, `a`, `**`, `2'`; a letter that is declared is that symbol. */
export function nameAt(tokens: readonly Token[], at: number, table: SymbolTable): number {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return 0;
  const isLetter = (each: Token | undefined, pattern: RegExp) =>
    each?.type === 'word' &&
    pattern.test(each.text) &&
    ![...each.text].every((letter) => table.declares(letter));
  let length = 0;
  if (token.type === 'number' && /^\d{1,2}$/.test(token.text)) {
    const hasLetter =
      next?.start === token.end && next.type === 'word' && /^[a-z]$/.test(next.text);
    length = hasLetter ? 2 : 1;
  } else if (isLetter(token, /^(?:[ivx]{1,4}|[a-hA-D])$/)) length = 1;
  else if (token.type === 'command' && /^(?:star|dagger)$/.test(token.text)) length = 1;
  else while (length < 3 && isMark(tokens[at + length], '*')) length++;
  return length > 0 && isMark(tokens[at + length], "'") ? length + 1 : length;
}
