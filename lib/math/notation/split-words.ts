import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import type { Token } from './tokens';

/** Cuts a run of letters into names and single letters; a name may be put in other letters. */
export interface SplitWord {
  (word: string): readonly { text: string; isName: boolean; typed?: string }[];
  /** Whether the word is a product of declared letters. */
  isProduct: (word: string) => boolean;
  /** Whether the word `grad` may be the sign ∇. */
  hasGradient: boolean;
}

/** Words as names of functions, or cut into names and single letters. */
export function splitWords(tokens: readonly Token[], splitWord: SplitWord): Token[] {
  const pieces: Token[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'word' || isEnvironment(tokens, index)) pieces.push(token);
    // `sin` of letters that are all declared is their product, unless something follows to take it of.
    else if (
      FUNCTION_NAMES.has(token.text) &&
      (!splitWord.isProduct(token.text) || isOperand(tokens[index + 1]))
    )
      pieces.push({ ...token, type: 'command' });
    // `grad_w f` and `grad f`; by itself it may be the name of a declared gradient.
    else if (token.text === 'grad' && splitWord.hasGradient && isOfFunction(tokens[index + 1]))
      pieces.push({ ...token, type: 'command', text: 'nabla' });
    else pieces.push(...piecesOf(token, splitWord));
  });
  return pieces;
}

function piecesOf({ text: word, start: from }: Token, splitWord: SplitWord): Token[] {
  let start = from;
  return splitWord(word).map(({ text, isName, typed = text }): Token => {
    const end = start + typed.length;
    const piece: Token = { type: isName ? 'command' : 'word', text, start, end };
    start = end;
    return piece;
  });
}

function isOperand(token: Token | undefined): boolean {
  if (!token || token.type === 'end') return false;
  return token.type !== 'mark' || token.text === '(' || token.text === '[';
}

function isOfFunction(token: Token | undefined): boolean {
  if (token?.type === 'mark') return token.text === '_';
  return token?.type === 'word' || token?.type === 'command';
}

/** The name in `\\begin{vmatrix}` is no product of letters. */
function isEnvironment(tokens: readonly Token[], index: number): boolean {
  const [command, brace] = [tokens[index - 2], tokens[index - 1]];
  return brace?.text === '{' && command?.type === 'command' && /^(begin|end)$/.test(command.text);
}
