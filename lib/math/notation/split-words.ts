import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import type { Token } from './tokens';

/** Cuts a run of letters into names and single letters. */
export type SplitWord = (word: string) => readonly { text: string; isName: boolean }[];

/** Words as names of functions, or cut into names and single letters. */
export function splitWords(tokens: readonly Token[], splitWord: SplitWord): Token[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'word' || isEnvironment(tokens, index)) return [token];
    if (FUNCTION_NAMES.has(token.text)) return [{ ...token, type: 'command' }];
    let { start } = token;
    return splitWord(token.text).map(({ text, isName }): Token => {
      const piece: Token = {
        type: isName ? 'command' : 'word',
        text,
        start,
        end: start + text.length,
      };
      start += text.length;
      return piece;
    });
  });
}

/** The name in `\\begin{vmatrix}` is no product of letters. */
function isEnvironment(tokens: readonly Token[], index: number): boolean {
  const [command, brace] = [tokens[index - 2], tokens[index - 1]];
  return brace?.text === '{' && command?.type === 'command' && /^(begin|end)$/.test(command.text);
}
