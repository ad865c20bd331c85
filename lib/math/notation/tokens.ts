import { MathProblem } from '@/lib/math/core/error';
import {
  CHARACTER_COMMANDS,
  CHARACTER_MARKS,
  COMMAND_MARKS,
  COMMAND_NAMES,
  CONNECTIVES,
  SPACING_COMMANDS,
  SUBSCRIPT_CHARACTERS,
  SUPERSCRIPT_CHARACTERS,
  VULGAR_FRACTIONS,
} from './notation';

/** A piece of the source. `text` is normalised: `−` is `-`, `λ` is the command `lambda`. */
export interface Token {
  type: 'number' | 'word' | 'command' | 'mark' | 'end';
  text: string;
  start: number;
  end: number;
}

/** The longest formula that is read, in characters. */
export const MAX_LENGTH = 2000;

const PLAIN_MARKS = "+-*/^_=<>()[]{}|,;!':&%";
/** A run of letters; a few functions have a digit in their name. */
const WORD = /^(?:log10|log2|atan2|arctan2)(?![A-Za-z0-9])|^[A-Za-z]+/;
const LONG_MARKS = ['**', '<=', '>=', '!=', '<>', '||', '->', '=>'];

/** Cuts a formula into tokens, in linear time. Throws `MathProblem`. */
export function tokenize(typed: string, decimalComma: boolean): Token[] {
  const source = halfWidth(typed);
  if (source.length > MAX_LENGTH) {
    const message = `A formula may have at most ${MAX_LENGTH} characters; this one has ${source.length}.`;
    throw new MathProblem({ message, start: MAX_LENGTH, end: source.length });
  }
  const number = decimalComma
    ? /(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+(?![\w.]))?/y
    : /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+(?![\w.]))?/y;
  const tokens: Token[] = [];
  let at = 0;
  /** `\left|` opens and `\right|` closes: their bars are marked `|<` and `|>`. */
  let side: '' | '<' | '>' = '';
  const push = (type: Token['type'], text: string, end: number) => {
    const isBar = type === 'mark' && (text === '|' || text === '‖');
    tokens.push({ type, text: isBar ? text + side : text, start: at, end });
    at = end;
    side = '';
  };
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
    const after = at + character.length;
    number.lastIndex = at;
    const digits = number.exec(source)?.[0];
    const long = LONG_MARKS.find((mark) => source.startsWith(mark, at));
    const superscript = SUPERSCRIPT_CHARACTERS.get(character);
    const subscript = SUBSCRIPT_CHARACTERS.get(character);
    if (/[\s~\u200b\u2061-\u2064]/.test(character)) at = after;
    else if (digits !== undefined) push('number', digits.replace(',', '.'), at + digits.length);
    else if (character === '\\') readCommand();
    else if (VULGAR_FRACTIONS.has(character)) readVulgarFraction(character, after);
    else if (/[A-Za-z]/.test(character)) {
      const word = WORD.exec(source.slice(at, at + 200))?.[0] ?? character;
      const isOtherwise = CONNECTIVES.get(word) === 'otherwise';
      push(isOtherwise ? 'mark' : 'word', isOtherwise ? 'otherwise' : word, at + word.length);
    } else if (long === '||' && closesTwice()) push('mark', '|', after);
    else if (long !== undefined) push('mark', normalMark(long), at + 2);
    else if (PLAIN_MARKS.includes(character)) push('mark', character, after);
    else if (CHARACTER_MARKS.has(character))
      push('mark', CHARACTER_MARKS.get(character) ?? '', after);
    else if (CHARACTER_COMMANDS.has(character)) {
      push('command', CHARACTER_COMMANDS.get(character) ?? '', after);
    } else if (superscript !== undefined) readScript('^', SUPERSCRIPT_CHARACTERS);
    else if (subscript !== undefined) readScript('_', SUBSCRIPT_CHARACTERS);
    else {
      const code = (source.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      // What cannot be seen, or reverses the text around it, is named only.
      const shown = /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” ` : '';
      const message = `The character ${shown}(U+${code}) has no meaning in a formula.`;
      throw new MathProblem({ message, start: at, end: after, found: character });
    }
  }
  push('end', '', source.length);
  return tokens;

  /** In `|a||b|` and `|x-|y||` the two in the middle are two bars; `||v||` is a norm. */
  function closesTwice(): boolean {
    let open = 0;
    for (const [index, { type, text }] of tokens.entries()) {
      if (type !== 'mark' || text !== '|') continue;
      const before = tokens[index - 1];
      const isAfterOperand = before !== undefined && !startsOperand(before);
      open += isAfterOperand && open > 0 ? -1 : 1;
    }
    const last = tokens.at(-1);
    const isAfterOperand = last !== undefined && !startsOperand(last);
    // `||x|-|y||`: the next bar is a single one.
    if (!isAfterOperand) return /^[^|]*\|(?!\|)/.test(source.slice(at + 2));
    return open > 0;
  }

  function readVulgarFraction(sign: string, end: number) {
    const [top, bottom] = VULGAR_FRACTIONS.get(sign) ?? ['', ''];
    const place = { start: at, end };
    const mark = (text: string): Token => ({ type: 'mark', text, ...place });
    const number = (text: string): Token => ({ type: 'number', text, ...place });
    tokens.push(mark('('), number(top), mark('/'), number(bottom), mark(')'));
    at = end;
  }

  function readCommand() {
    const name = /^[A-Za-z]+\*?|^[\s\S]/u.exec(source.slice(at + 1, at + 60))?.[0] ?? '';
    const end = at + 1 + name.length;
    if (name === '') {
      const message = 'A backslash must be followed by the name of a symbol.';
      throw new MathProblem({ message, start: at, end, found: '\\' });
    }
    const bare = name.endsWith('*') ? name.slice(0, -1) : name;
    const words = /^(text|mathrm|textrm|mbox|textnormal)$/.test(bare)
      ? /^\s*\{([^{}]{0,40})\}/.exec(source.slice(end, end + 50))
      : null;
    const connective = words?.[1] === undefined ? undefined : CONNECTIVES.get(words[1].trim());
    if (words && connective !== undefined) {
      const behind = end + words[0].length;
      if (connective === '') at = behind;
      else push('mark', connective, behind);
      return;
    }
    const mark = COMMAND_MARKS.get(bare);
    if (/\s/.test(name) || SPACING_COMMANDS.has(bare)) {
      at = end;
      side = sideOf(bare);
      // `\left.` opens nothing.
      if (/^(left|right|middle|mleft|mright)$/.test(bare) && source[at] === '.') at++;
    } else if (mark !== undefined) {
      side = sideOf(bare) || side;
      push('mark', mark, end);
    } else if (name === '\\') push('command', 'newline', end);
    else push('command', COMMAND_NAMES.get(bare) ?? bare, end);
  }

  /** `x²` reads as `x^{2}`, `x₁` as `x_{1}`. */
  function readScript(mark: '^' | '_', table: ReadonlyMap<string, string>) {
    const start = at;
    let text = '';
    while (at < source.length) {
      const plain = table.get(source[at] ?? '');
      if (plain === undefined) break;
      text += plain;
      at++;
    }
    const inner = tokenize(text, false).slice(0, -1);
    const place = { start, end: at };
    tokens.push({ type: 'mark', text: mark, ...place }, { type: 'mark', text: '{', ...place });
    tokens.push(...inner.map((token) => ({ ...token, ...place })));
    tokens.push({ type: 'mark', text: '}', ...place });
  }
}

/** Letters, digits and brackets as East Asian keyboards give them; places stay. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

/** Whether an operand follows: after an operator, an opening bracket or a comma. */
function startsOperand({ type, text }: Token): boolean {
  return type === 'mark' && !/^[)\]}!'|‖%]/.test(text);
}

function sideOf(command: string): '' | '<' | '>' {
  if (/^(left|mleft|lvert|lVert)$/.test(command)) return '<';
  return /^(right|mright|rvert|rVert)$/.test(command) ? '>' : '';
}

function normalMark(mark: string): string {
  if (mark === '**') return '^';
  if (mark === '||') return '‖';
  if (mark === '<>') return '!=';
  return mark;
}
