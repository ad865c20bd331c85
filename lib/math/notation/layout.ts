import { AT_END, MathProblem } from '@/lib/math/core/error';
import { FUNCTION_NAMES } from './functions';
import { type Base, canonical, canonicalItem, type Item } from './item';
import { ACCENT_COMMANDS, UPRIGHT_COMMANDS } from './notation';
import type { Token } from './tokens';

/** How deep groups, fractions and scripts may be nested. */
export const MAX_DEPTH = 60;

/** Cuts a run of letters into names and single letters. */
export type SplitWord = (word: string) => readonly { text: string; isName: boolean }[];

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Lays tokens out; linear time. Throws `MathProblem` where groups do not close. */
export function layOut(tokens: readonly Token[], splitWord: SplitWord): readonly Item[] {
  const pieces = splitWords(tokens, splitWord);
  let at = 0;
  let depth = 0;
  const items = withChoose(readItems(() => false));
  const rest = peek();
  if (rest.type !== 'end') throw unexpected(rest);
  return items;

  function peek(): Token {
    return pieces[at] ?? { type: 'end', text: '', start: 0, end: 0 };
  }

  function isMark(token: Token, text: string): boolean {
    return token.type === 'mark' && token.text === text;
  }

  function readItems(stop: (token: Token) => boolean): Item[] {
    if (++depth > MAX_DEPTH) throw tooDeep(peek());
    const read: Item[] = [];
    for (let token = peek(); token.type !== 'end' && !stop(token); token = peek()) {
      if (isMark(token, '}') || (token.type === 'command' && token.text === 'end')) break;
      const next = readScripted();
      const merged = withEmptyBase(read.at(-1), next);
      if (merged) read.splice(-1, 1, merged);
      else read.push(...next);
    }
    depth--;
    return read;
  }

  function readScripted(): readonly Item[] {
    const { start } = peek();
    const bases = readBase();
    const last = bases.at(-1);
    if (!last) return [];
    let { sub, sup, primes } = last;
    for (let token = peek(); ; token = peek()) {
      if (isMark(token, "'")) {
        at++;
        primes++;
      } else if (isMark(token, '_') && sub === null) {
        at++;
        sub = readScript(token);
      } else if (isMark(token, '^') && sup === null && scriptFollows(last.base, sub === null)) {
        at++;
        const script = readScript(token);
        if (
          script.length > 0 &&
          script.every(({ base }) => base.type === 'mark' && base.text === "'")
        ) {
          // The second of two primes was read as a prime of the first.
          primes += script.reduce((sum, prime) => sum + 1 + prime.primes, 0);
        } else sup = script;
      } else break;
    }
    const end = pieces[at - 1]?.end ?? last.end;
    return [
      ...bases.slice(0, -1),
      { ...last, sub, sup, primes, start: bases.length > 1 ? last.start : start, end },
    ];
  }

  /** Whether what follows `^` is a script on paper; `2^-x`, `2^sin x`, `2^3!` are left to the parser. */
  function scriptFollows(base: Base, mayTakeIndex: boolean): boolean {
    const next = pieces[at + 1];
    const after = pieces[at + 2];
    if (!next || next.type === 'end') return false;
    if (next.type === 'mark') return next.text === '{' || next.text === '*' || next.text === "'";
    if (next.type === 'command' && /^(frac|sqrt|left|binom|mathrm|mathbf|begin)$/.test(next.text))
      return true;
    if (next.type === 'command' && FUNCTION_NAMES.has(next.text)) return false;
    if (after?.type !== 'mark') return true;
    // `J^g_f` has both scripts, as in TeX; after a number, as in `2^x_t`, the index is the exponent's.
    if (after.text === '_') return mayTakeIndex && base.type !== 'number';
    return after.text !== '!' && after.text !== '^';
  }

  function readScript(mark: Token): readonly Item[] {
    const next = peek();
    if (isMark(next, '{')) return readGroup('{');
    if (isMark(next, '(') && mark.text === '_') return readGroup('(');
    if (next.type === 'end' || (next.type === 'mark' && !"+-*'".includes(next.text))) {
      const what = mark.text === '_' ? 'index' : 'exponent';
      const message = `An ${what} is missing after “${mark.text}”.`;
      throw new MathProblem({ message, start: mark.start, end: mark.end, expected: `an ${what}` });
    }
    if (next.type === 'mark') {
      at++;
      const sign = markItem(next);
      if (next.text !== '+' && next.text !== '-') return [sign];
      const operand = peek();
      return operand.type === 'number' || operand.type === 'word' ? [sign, ...readBase()] : [sign];
    }
    return readBase();
  }

  function readGroup(open: '{' | '(' | '['): readonly Item[] {
    const opening = peek();
    at++;
    const close = CLOSING[open] ?? '}';
    const items = readItems((token) => isMark(token, close));
    if (!isMark(peek(), close)) throw unclosed(opening, close);
    at++;
    return open === '{' ? withChoose(items) : items;
  }

  function readArgument(command: Token): readonly Item[] {
    const next = peek();
    if (++depth > MAX_DEPTH) throw tooDeep(next);
    const items = readWholeArgument(command, next);
    depth--;
    return items;
  }

  function readWholeArgument(command: Token, next: Token): readonly Item[] {
    if (isMark(next, '{')) return readGroup('{');
    if (next.type === 'number' && next.text.length > 1) {
      // `\frac12` is one half.
      pieces[at] = { ...next, text: next.text.slice(1), start: next.start + 1 };
      return [plainItem('number', next.text.slice(0, 1), next.start, next.start + 1)];
    }
    if (next.type === 'end' || isMark(next, '}')) {
      const message = `Something is missing after “\\${command.text}”.`;
      throw new MathProblem({ message, start: command.start, end: command.end });
    }
    return readBase();
  }

  function readBase(): readonly Item[] {
    const token = peek();
    if (isMark(token, '{')) {
      const items = readGroup('{');
      // Braces around one thing change nothing, unless scripts of their own follow them.
      const [only] = items;
      const hasScripts =
        only !== undefined && (only.sub !== null || only.sup !== null || only.primes > 0);
      const scripted = isMark(peek(), '^') || isMark(peek(), '_') || isMark(peek(), "'");
      if (items.length === 1 && !(hasScripts && scripted)) return items;
      return [finish({ type: 'group', items }, token)];
    }
    at++;
    if (token.type === 'number') return [plainItem('number', token.text, token.start, token.end)];
    if (token.type === 'word') return [plainItem('letter', token.text, token.start, token.end)];
    if (token.type === 'mark') return [markItem(token)];
    return readCommand(token);
  }

  function readCommand(token: Token): readonly Item[] {
    const name = token.text;
    if (name === 'binom' && isMark(peek(), '('))
      return [plainItem('command', 'binomial', token.start, token.end)];
    if (name === 'frac' || name === 'binom') {
      const top = readArgument(token);
      const bottom = readArgument(token);
      return [finish({ type: name === 'frac' ? 'fraction' : 'binomial', top, bottom }, token)];
    }
    if (name === 'sqrt') {
      if (isMark(peek(), '(')) return [plainItem('command', 'sqrt', token.start, token.end)];
      const index = isMark(peek(), '[') ? readGroup('[') : null;
      return [finish({ type: 'root', index, radicand: readArgument(token) }, token)];
    }
    if (UPRIGHT_COMMANDS.has(name)) {
      const items = readArgument(token);
      return items.length === 1 ? items : [finish({ type: 'group', items }, token)];
    }
    if (ACCENT_COMMANDS.has(name)) {
      const items = readArgument(token);
      const text = `${name}{${canonical(items)}}`;
      return [finish({ type: 'command', text, under: items }, token)];
    }
    if (name === 'begin') return [readMatrix(token)];
    if (name === 'placeholder') {
      if (isMark(peek(), '{')) readGroup('{');
      const message = 'Something is missing here: a placeholder is still empty.';
      throw new MathProblem({ message, start: token.start, end: pieces[at - 1]?.end ?? token.end });
    }
    return [plainItem('command', name, token.start, token.end)];
  }

  function readMatrix(token: Token): Item {
    const environment = canonical(readArgument(token)).replaceAll(' ', '');
    const rows: (readonly Item[])[][] = [[]];
    for (;;) {
      const cell = readItems(
        (next) => isMark(next, '&') || (next.type === 'command' && next.text === 'newline'),
      );
      rows.at(-1)?.push(cell);
      const next = peek();
      if (next.type === 'command' && next.text === 'end') break;
      if (next.type === 'end' || isMark(next, '}')) throw unclosed(token, `\\end{${environment}}`);
      at++;
      if (next.text === 'newline') rows.push([]);
    }
    at++;
    readArgument(token);
    if (environment === 'cases' || environment === 'dcases' || environment === 'rcases')
      return finish(
        { type: 'cases', rows: rows.filter((row) => row.some((cell) => cell.length > 0)) },
        token,
      );
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    const matrix = finish({ type: 'matrix', rows: filled }, token);
    const bars: Readonly<Record<string, string>> = { vmatrix: 'det', Vmatrix: 'norm' };
    const meaning = bars[environment];
    if (meaning === undefined) return matrix;
    return finish(
      { type: 'group', items: [plainItem('command', meaning, token.start, token.end), matrix] },
      token,
    );
  }

  function finish(base: Base, token: Token): Item {
    const end = pieces[at - 1]?.end ?? token.end;
    return { base, sub: null, sup: null, primes: 0, start: token.start, end };
  }
}

/** `J_f{}^g`: scripts of an empty group belong to what stands before it. */
function withEmptyBase(before: Item | undefined, next: readonly Item[]): Item | null {
  const [only] = next;
  if (!before || next.length !== 1 || only?.base.type !== 'group') return null;
  if (only.base.items.length > 0 || (before.sub && only.sub) || (before.sup && only.sup))
    return null;
  return {
    ...before,
    sub: before.sub ?? only.sub,
    sup: before.sup ?? only.sup,
    primes: before.primes + only.primes,
    end: only.end,
  };
}

/** `{n \\choose k}` is `\\binom{n}{k}`. */
function withChoose(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex(({ base }) => base.type === 'command' && base.text === 'choose');
  const [first, last] = [items[0], items.at(-1)];
  const next = items[at + 1];
  if (at <= 0 || !first || !last || !next || canonicalItem(next) === '(') return items;
  const base: Base = { type: 'binomial', top: items.slice(0, at), bottom: items.slice(at + 1) };
  return [{ base, sub: null, sup: null, primes: 0, start: first.start, end: last.end }];
}

function splitWords(tokens: readonly Token[], splitWord: SplitWord): Token[] {
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

function plainItem(
  type: 'number' | 'letter' | 'command' | 'mark',
  text: string,
  start: number,
  end: number,
): Item {
  return { base: { type, text }, sub: null, sup: null, primes: 0, start, end };
}

function markItem({ text, start, end }: Token): Item {
  return plainItem('mark', text, start, end);
}

function unclosed(opening: Token, close: string): MathProblem {
  const message = `This opens here and is never closed; “${close}” is missing.`;
  return new MathProblem({
    message,
    start: opening.start,
    end: opening.end,
    expected: close,
    proposal: `add “${close}”`,
    edit: { start: AT_END, end: AT_END, text: close },
  });
}

function tooDeep({ start, end }: Token): MathProblem {
  const message = `This is nested more than ${MAX_DEPTH} levels deep.`;
  return new MathProblem({ message, start, end });
}

function unexpected({ text, start, end }: Token): MathProblem {
  const message = `“${text}” closes something that was never opened.`;
  return new MathProblem({ message, start, end, found: text });
}
