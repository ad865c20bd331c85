import { GREEK_NAMES } from '@/lib/math/notation/notation';
import { proposeWord } from '@/lib/math/notation/propose';
import type { SymbolTable } from '@/lib/math/notation/symbol-table';
import type { Token } from '@/lib/math/notation/tokens';
import { type Lexicon, plainWord } from './lexicon/lexicon';
import { isMathematics } from './piece';
import { hasArgument, hasGap, isScript, isText, operates } from './signs';

/** Where a run of letters stands in a line. */
interface WordPlace {
  tokens: readonly Token[];
  at: number;
  isInText: boolean;
  isInFormula: boolean;
  /** A word stands in front. */
  isBehindWord: boolean;
}

/** Whether a run of letters is a word of the line, and not part of a formula. */
export function isWord(place: WordPlace, table: SymbolTable, lexicon: Lexicon): boolean {
  const { tokens, at, isInFormula, isBehindWord } = place;
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (!token) return false;
  const { text, start } = token;
  if (hasArgument(tokens, at) || (isScript(tokens, at) && before?.end === start)) return false;
  const isKnown = lexicon.knows(plainWord(text));
  if (place.isInText) return isWordOfText(text, isKnown && !operates(next), table);
  const isFormula = text.split(/[-’']/).every((each) => isMathematics(each, table));
  // `x a y` with a Czech “and”, where no a is declared.
  const isSpaced = hasGap(tokens, at) && next && hasGap(tokens, at + 1);
  if (isKnown && isSpaced && !needsOperand(next) && !isFormula) return true;
  if (text.length === 1) return !isInFormula && isJoined(text, place, lexicon);
  // The sign of a binomial has an operand in front.
  if (isKnown && !isInFormula && plainWord(text) === 'choose') return true;
  const isAmongWords = isInFrontOfWord(place, table) ?? (isBehindWord && !needsOperand(next));
  if (isFormula) return isKnown && !isInFormula && isAmongWords;
  if (isKnown || /[^A-Za-z]/.test(text)) return true;
  // A slip of the keyboard is shown as that.
  return text.length > 2 ? proposeWord(text, table) === null : isAmongWords;
}

/** In text only single letters and names of symbols are formulas. */
function isWordOfText(text: string, isKnown: boolean, table: SymbolTable): boolean {
  const isName = text.length === 1 || table.declares(text) || GREEK_NAMES.has(text);
  return isKnown || !isName;
}

/** Whether a word in front of a token would be part of its formula. */
function needsOperand(token: Token | undefined): boolean {
  const isArrow = token?.text === '=>';
  return isArrow || operates(token) || (token?.type === 'command' && !isText(token));
}

/** Of a letter, whether words around it make it a word, as in `a contradiction`. */
function isJoined(letter: string, { tokens, at }: WordPlace, lexicon: Lexicon): boolean {
  const next = tokens[at + 1];
  const word = next?.type === 'word' && hasGap(tokens, at + 1) ? plainWord(next.text) : '';
  return lexicon.joins(plainWord(letter), word);
}

/** Whether what stands behind is a word or a symbol; null where it is neither. */
function isInFrontOfWord({ tokens, at }: WordPlace, table: SymbolTable): boolean | null {
  const next = tokens[at + 1];
  const isRun = next?.type === 'word' && next.text.length > 1 && hasGap(tokens, at + 1);
  return isRun && !hasArgument(tokens, at + 1) ? !isMathematics(next.text, table) : null;
}
