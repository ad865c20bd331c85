import { pairs } from '@/lib/math/notation/notation';
import type { Token } from '@/lib/math/notation/tokens';
import { isRelationSign } from './relation';

/** Signs between statements, and words that are written as signs. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  pairs(
    '=> ⇒ therefore ∴ ∴ ∴ because , ∵ , ∧ , , , ; , lightning ↯ bot ↯ ⊥ ↯ ↯ ↯ ⚡ ↯ blacksquare . square . Box . qed . checkmark . □ . ■ . ∎ . ✓ . . . neg ¬ lnot ¬ ¬ ¬ forall ∀ ∀ ∀ exists ∃ ∃ ∃',
  ),
);

/** The plain sign of a token that separates statements; null of any other. */
export function separatorOf({ type, text }: Token): string | null {
  return type === 'word' ? null : (SIGNS.get(text) ?? null);
}

/** Whether a token is a sign that needs an operand in front. */
export function operates(token: Token | undefined): boolean {
  if (!token) return false;
  return isRelationSign(token) || (token.type === 'mark' && /^[-+*/^_]$/.test(token.text));
}

/** `\text`, `\mathrm` and the like. */
export function isText({ type, text }: Token): boolean {
  return type === 'command' && /^(?:text\w*|mbox|emph|mathrm|operatorname)$/.test(text);
}

export function isMark(token: Token | undefined, text: string): boolean {
  return token?.type === 'mark' && token.text === text;
}

export function isCommand(token: Token | undefined, text: string): boolean {
  return token?.type === 'command' && token.text === text;
}

/** Whether a name of the language means infinity. */
export function isInfinity(name: string): boolean {
  return /^(?:inf|infty|infinity|oo)$/.test(name);
}

/** Where the bracket closes that opens at a place; the end of the tokens where none does. Braces hold any text. */
export function closingOf(tokens: readonly Token[], open: number): number {
  const isBrace = isMark(tokens[open], '{');
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const { type, text } = tokens[at] ?? { type: 'end', text: '' };
    if (type !== 'mark' || (isBrace && !/^[{}]$/.test(text))) continue;
    if (/^[([{⟨]$/.test(text)) depth++;
    if (/^[)\]}⟩]$/.test(text) && --depth === 0) return at;
  }
  return tokens.length;
}

/** Whether tokens hold a relation outside of scripts. */
export function hasRelation(tokens: readonly Token[]): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const isScript = isMark(token, '_') || isMark(token, '^');
    if (isScript && isMark(tokens[at + 1], '{')) at = closingOf(tokens, at + 1);
    else if (isRelationSign(token)) return true;
  }
  return false;
}

/** Whether space stands in front of a token. */
export function hasGap(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return !before || !token || before.end < token.start;
}

/** Whether a script or an argument stands close behind a token, which is a name then. */
export function hasArgument(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return next?.start === token?.end && /^[_^({]$/.test(next?.text ?? '');
}

/** Whether a token stands in an index or exponent, where its text is part of a name. */
export function isScript(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at - 1], '_') || isMark(tokens[at - 1], '^');
}
