import { caught, MathProblem } from '@/lib/math/core/error';
import { blank, closing, ENVIRONMENTS, notesIn } from '@/lib/math/notation/ornaments';
import { MAX_LENGTH, type Token, tokenizeLine } from '@/lib/math/notation/tokens';
import { withoutTypesetting } from '@/lib/math/notation/typesetting';
import { isRelationSign, NO_LIMIT, OPPOSITE, operatorIn } from './relation';
import { closingOf, isCommand, isInfinity, isMark, isText } from './signs';

/**
 * The tokens of a line of a proof, without boxes, colours, what is written above and below signs, and
 * the tables of aligned formulas: rows are statements, or go on with the one above where they begin
 * with a sign. Throws `MathProblem` for a limit that is not taken as an index grows.
 */
export function lineTokens(source: string, decimalComma: boolean): Token[] {
  // Refuses a line that is too long before anything else is done with it.
  if (source.length > MAX_LENGTH) tokenizeLine(source, decimalComma);
  refuseStruck(source, decimalComma);
  const text = withoutTypesetting(source.replace(ENVIRONMENTS, blank));
  const notes = notesIn(source).flatMap(({ start, end }) =>
    wordsOf(tokenizeLine(' '.repeat(start) + source.slice(start, end), decimalComma)),
  );
  const tokens = tokenizeLine(text, decimalComma).slice(0, -1);
  const plain = withRows(withPlainSigns(withoutStack(tokens), notes)).map(withInfinity);
  while (isEnd(plain.at(-1), plain.at(-2))) plain.pop();
  return [...plain, ...notes];
}

/** Where an arrow leads to `infinity` or `oo`, these are no words. */
function withInfinity(token: Token, at: number, tokens: readonly Token[]): Token {
  const [before, front] = [tokens[at - 1], tokens[at - 2]];
  const isEnd = isMark(before, '->') || (isMark(before, '+') && isMark(front, '->'));
  const isWord = token.type === 'word' && isInfinity(token.text);
  return isWord && isEnd ? { ...token, type: 'command', text: 'infty' } : token;
}

/** The words of a note beside a sign or a formula, which may turn it around as any others. */
function wordsOf(note: readonly Token[]): Token[] {
  const words = note.filter(
    ({ type, text }) => (type === 'word' && text.length > 1) || text === '?',
  );
  return words.flatMap((word) => [
    { ...word, type: 'command', text: 'text' },
    { ...word, type: 'mark', text: '{' },
    word,
    { ...word, type: 'mark', text: '}' },
  ]);
}

const STROKE = /\\(?:[bx]?cancel|sout|st)\s*(?=\{)/g;

/** A stroke through a term cancels it, one through a claim or its sign takes it back. */
function refuseStruck(source: string, decimalComma: boolean): void {
  for (const { 0: stroke, index } of source.matchAll(STROKE)) {
    const end = closing(source, index + stroke.length);
    const struck = tokenizeLine(source.slice(index + stroke.length, end), decimalComma);
    if (!struck.some((token) => isRelationSign(token) || isText(token))) continue;
    const message = 'What is crossed out is not read. Take it away, or write it again.';
    throw new MathProblem({ message, start: index, end });
  }
}

/** What ends a sentence; `!` close behind a number other than 0 is a factorial. */
function isEnd(token: Token | undefined, before: Token | undefined): boolean {
  if (token?.text === '.' || isMark(token, ',') || isMark(token, ';')) return true;
  return isMark(token, '!') && (before?.end !== token?.start || before?.text === '0');
}

/** Whether a line begins with a sign, and so goes on from what stands above it. */
export function goesOn(source: string, decimalComma: boolean): boolean {
  const tokens = caught(() => lineTokens(source, decimalComma));
  return tokens.ok && isSign(tokens.value.find(({ text }) => text !== '$'));
}

/** Whether a token is a relation that a line or a row may begin with. */
function isSign(token: Token | undefined): boolean {
  return token?.type === 'mark' && isRelationSign(token);
}

/** Several statements in braces on the left, and nothing else in the line. */
function withoutStack(tokens: Token[]): Token[] {
  const begins = tokens.filter((token) => isCommand(token, 'begin'));
  const isStack = /^(?:cases|array)$/.test(tokens[2]?.text ?? '') && tokens.at(-4)?.text === 'end';
  if (begins.length !== 1 || begins[0] !== tokens[0] || !isStack) return tokens;
  const columns = isMark(tokens[4], '{') ? closingOf(tokens, 4) + 1 : 4;
  return tokens.slice(columns, -4);
}

/** Outside of tables `&` says nothing, and a new row is a new statement unless it begins with a sign. */
function withRows(tokens: readonly Token[]): Token[] {
  const rows: Token[] = [];
  let depth = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (isCommand(token, 'begin')) depth++;
    if (isCommand(token, 'end')) depth--;
    const isNewRow = isCommand(token, 'newline');
    if (depth > 0 || !(isMark(token, '&') || isNewRow)) rows.push(token);
    else if (isNewRow) {
      const hasGap = isMark(tokens[at + 1], '[') && tokens[at + 1]?.start === token.end;
      if (hasGap) at = closingOf(tokens, at + 1);
      const next = tokens.slice(at + 1).find((each) => !isMark(each, '&') && each.text !== '$');
      if (!isSign(next)) rows.push({ ...token, type: 'mark', text: ';' });
    }
  }
  return rows;
}

/** Signs without what is written above or below them, whose words go to the notes; those of two tokens as one. */
function withPlainSigns(tokens: readonly Token[], notes: Token[]): Token[] {
  const plain: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const sign = signAt(tokens, at);
    const token = tokens[at];
    if (sign) {
      plain.push(...withPlainSigns(sign.tokens, notes));
      notes.push(...wordsOf(sign.reason));
    } else if (token) plain.push(token);
    at = sign?.end ?? at + 1;
  }
  return plain;
}

/** A sign of several tokens, what is written above or below it, and where it ends; null where none begins. */
function signAt(
  tokens: readonly Token[],
  at: number,
): { tokens: Token[]; reason: Token[]; end: number } | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return null;
  const asMark = (text: string, end: number) => {
    const place = { start: token.start, end: tokens[end - 1]?.end ?? token.end };
    const sign = { type: 'mark' as const, text, ...place };
    return { tokens: [sign], reason: tokens.slice(at + 1, end), end };
  };
  const isDefined = isMark(token, ':') && isMark(next, '=');
  if (isDefined || (isMark(token, '=') && isMark(next, ':'))) return asMark('=', at + 2);
  if (isMark(token, '->') && (isMark(next, '_') || isMark(next, '^')))
    return asMark('->', behindReason(tokens, at + 2));
  if (token.type !== 'command') return null;
  if (/^x(?:long)?rightarrow$/.test(token.text)) {
    const behind = isMark(next, '[') ? behindReason(tokens, at + 1) : at + 1;
    return asMark('->', isMark(tokens[behind], '{') ? behindReason(tokens, behind) : behind);
  }
  if (token.text === 'not') {
    const [sign] = tokens.slice(at + 1, behindArgument(tokens, at + 1)).filter(isRelationSign);
    const operator = operatorIn(sign?.text ?? '');
    return operator && asMark(OPPOSITE[operator] ?? NO_LIMIT, behindArgument(tokens, at + 1));
  }
  if (!/^(?:overset|underset|stackrel)$/.test(token.text)) return null;
  const open = behindArgument(tokens, at + 1);
  const end = behindArgument(tokens, open);
  const sign = tokens.slice(open, end).filter(({ text }) => text !== '{' && text !== '}');
  if (!sign.some((each) => isRelationSign(each) || isMark(each, '=>'))) return null;
  behindReason(tokens, at + 1);
  return { tokens: sign, reason: tokens.slice(at + 1, open), end };
}

/** Behind the group or the single token that begins at a place. */
function behindArgument(tokens: readonly Token[], at: number): number {
  const isGroup = isMark(tokens[at], '{') || isMark(tokens[at], '[');
  return isGroup ? closingOf(tokens, at) + 1 : at + 1;
}

/** Behind what is written above or below a sign; throws where that is another limit than of an index that grows. */
function behindReason(tokens: readonly Token[], at: number): number {
  const end = behindArgument(tokens, at);
  const reason = tokens.slice(at, end).filter(({ text }) => !/^[{}[\]+]$/.test(text));
  const arrow = reason.findIndex((token) => isMark(token, '->'));
  const target = reason.slice(arrow + 1);
  if (arrow < 0 || (target.length === 1 && isInfinity(target[0]?.text ?? ''))) return end;
  const message =
    'Limits are taken as the index grows: write $\\to\\infty$ below or above the sign.';
  const place = { start: reason[0]?.start ?? 0, end: reason.at(-1)?.end ?? 0 };
  throw new MathProblem({ message, ...place });
}
