import { MAX_LENGTH } from './tokens';

/** Tables of their own, in which `&` and `\\` have a meaning. */
const TABLES = /\\begin\{(?:[pbvBV]?matrix|smallmatrix|cases|array)\*?\}/;

/** Several formulas one below the other. */
export const ENVIRONMENTS =
  /\\(?:begin|end)\{(?:aligned|align|alignedat|alignat|flalign|eqnarray|multline|split|gathered|gather|equation)\*?\}(?:\[[tbc]\])?/g;

/** What any of them needs; most formulas typed on a keyboard have none of it. */
const POSSIBLE = /[\\□■∎⇒⟹&]|=>/;

/**
 * What stands around a formula and says nothing of it, replaced by blanks so that places stay: boxes,
 * braces with what is written under them, marks of the end of a proof, an arrow in front, and the
 * environment and the tabs of aligned lines.
 */
export function withoutOrnaments(source: string): string {
  if (source.length > MAX_LENGTH || !POSSIBLE.test(source)) return source;
  let text = blankAll(source, [
    ENVIRONMENTS,
    /\\(?:blacksquare|square|Box|qed|checkmark)(?![A-Za-z])|[□■∎]/g,
    /\\boxed(?=\s*\{)/g,
    /^\s*(?:\\(?:implies|Rightarrow|Longrightarrow|iff|Leftrightarrow)(?![A-Za-z])|=>|⇒|⟹)/g,
  ]);
  text = withPlainCases(text);
  if (!TABLES.test(text)) text = blankAll(text, [/(?<!\\)&/g, /(?<=\\\\)\[[^\]]*\]/g]);
  return withoutBraces(text);
}

/** Lines one below the other as one; those of tables stay. */
export function withoutLineBreaks(text: string): string {
  return TABLES.test(text) ? text : text.replace(/\\\\/g, blank);
}

/** `\left\{\begin{array}{ll}…\end{array}\right.` is a case distinction; places stay. */
function withPlainCases(source: string): string {
  const [begin, end] = ['\\begin{cases}', '\\end{cases}'];
  return source.replace(ARRAY_OF_CASES, (whole: string, head: string, body: string) => {
    const tail = whole.slice(head.length + body.length);
    return begin.padEnd(head.length) + body + end.padEnd(tail.length);
  });
}

const ARRAY_OF_CASES =
  /(\\left\s*\\(?:\{|lbrace)\s*\\begin\s*\{(?:array|aligned|matrix)\}\s*(?:\{[^{}]*\})?)((?:(?!\\end)[\s\S])*)\\end\s*\{(?:array|aligned|matrix)\}\s*\\right(?:\s*\.)?/g;

function blankAll(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((result, pattern) => result.replace(pattern, blank), text);
}

export function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** `\underbrace{x}_{y}` is x. */
export function withoutBraces(source: string): string {
  let text = source;
  for (let match = BRACE.exec(text); match; match = BRACE.exec(text)) {
    const start = match.index + match[0].length;
    const { end, until } = braceAt(text, start);
    text = [
      text.slice(0, match.index),
      blank(match[0]),
      text.slice(start, end),
      blank(text.slice(end, until)),
      text.slice(until),
    ].join('');
  }
  return text;
}

const BRACE = /\\(?:under|over)brace\s*(?=\{)/;
const TAG = /\\tag\*?\s*(?=\{)/g;

/** Where a brace ends, and what is written under or above it. */
function braceAt(text: string, start: number): { end: number; until: number } {
  const end = closing(text, start);
  const [script = ''] = /^\s*[_^]\s*/.exec(text.slice(end)) ?? [];
  const from = end + script.length;
  return { end, until: script === '' ? end : text[from] === '{' ? closing(text, from) : from + 1 };
}

/** Places of what is written under and above braces, and in tags, and is passed over. */
export function notesIn(source: string): { start: number; end: number }[] {
  const braces = [...source.matchAll(new RegExp(BRACE, 'g'))].map(({ 0: sign, index }) => {
    const { end, until } = braceAt(source, index + sign.length);
    return { start: end, end: until };
  });
  const tags = [...source.matchAll(TAG)].map(({ 0: sign, index }) => {
    const start = index + sign.length;
    return { start, end: closing(source, start) };
  });
  return [...braces, ...tags].filter(({ start, end }) => start < end);
}

/** Behind the brace that closes the one at `open`; the end of the text where none does. */
export function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}
