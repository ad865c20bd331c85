import { MathProblem } from '@/lib/math/core/error';
import { FUNCTION_NAMES } from '@/lib/math/functions/functions';
import { type Base, canonical, type Item } from './item';
import { isNothing, markItem, plainItem, withChoose, withEmptyBase } from './layout-items';
import { MAX_DEPTH, tooDeep, unclosed, unexpected } from './layout-problems';
import { ACCENT_COMMANDS, UPRIGHT_COMMANDS } from './notation';
import { type SplitWord, splitWords } from './split-words';
import type { Token } from './tokens';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Commands whose arguments make them a script on paper when they follow `^`. */
const SCRIPT_COMMANDS = /^(frac|sqrt|left|binom|mathrm|mathbf|begin)$/;
/** Environments with bars around them, by the function that those mean. */
const BARRED: Readonly<Record<string, string>> = { vmatrix: 'det', Vmatrix: 'norm' };

/** Lays tokens out; linear time. Throws `MathProblem` where groups do not close. */
export function layOut(tokens: readonly Token[], splitWord: SplitWord): readonly Item[] {
  return new Layout(splitWords(tokens, splitWord)).whole();
}

function isMark(token: Token, text: string): boolean {
  return token.type === 'mark' && token.text === text;
}

/** Where the laying out is in its tokens, and how deep. */
class Layout {
  readonly #pieces: Token[];
  #at = 0;
  #depth = 0;

  constructor(pieces: Token[]) {
    this.#pieces = pieces;
  }

  whole(): readonly Item[] {
    const items = withChoose(
      this.#readItems(() => false),
      false,
    );
    const rest = this.#peek();
    if (rest.type !== 'end') throw unexpected(rest);
    return items;
  }

  #peek(): Token {
    return this.#pieces[this.#at] ?? { type: 'end', text: '', start: 0, end: 0 };
  }

  #readItems(stop: (token: Token) => boolean): Item[] {
    if (++this.#depth > MAX_DEPTH) throw tooDeep(this.#peek());
    const read: Item[] = [];
    for (let token = this.#peek(); token.type !== 'end' && !stop(token); token = this.#peek()) {
      if (isMark(token, '}') || (token.type === 'command' && token.text === 'end')) break;
      const next = this.#readScripted();
      const merged = withEmptyBase(read.at(-1), next);
      if (merged) read.splice(-1, 1, merged);
      else if (!isNothing(next)) read.push(...next);
    }
    this.#depth--;
    return read;
  }

  #readScripted(): readonly Item[] {
    const { start } = this.#peek();
    const bases = this.#readBase();
    const last = bases.at(-1);
    if (!last) return [];
    let { sub, sup, primes } = last;
    for (let token = this.#peek(); ; token = this.#peek()) {
      if (isMark(token, "'")) {
        this.#at++;
        primes++;
      } else if (isMark(token, '_') && sub === null) {
        this.#at++;
        sub = this.#readScript(token);
      } else if (
        isMark(token, '^') &&
        sup === null &&
        this.#scriptFollows(last.base, sub === null)
      ) {
        this.#at++;
        const script = this.#readScript(token);
        if (
          script.length > 0 &&
          script.every(({ base }) => base.type === 'mark' && base.text === "'")
        ) {
          // The second of two primes was read as a prime of the first.
          primes += script.reduce((sum, prime) => sum + 1 + prime.primes, 0);
        } else sup = script;
      } else if (sup === null && this.#isStar(token)) {
        this.#at++;
        sup = [markItem(token)];
      } else break;
    }
    const end = this.#pieces[this.#at - 1]?.end ?? last.end;
    return [
      ...bases.slice(0, -1),
      { ...last, sub, sup, primes, start: bases.length > 1 ? last.start : start, end },
    ];
  }

  /** `θ*+1`: a star close behind a letter with nothing to multiply stands above it. */
  #isStar(token: Token): boolean {
    const [before, next] = [this.#pieces[this.#at - 1], this.#pieces[this.#at + 1]];
    if (!isMark(token, '*') || before?.end !== token.start) return false;
    if (before.type !== 'word' && before.type !== 'command') return false;
    return next?.type === 'mark' && '+-=)]},;'.includes(next.text);
  }

  /** Whether what follows `^` is a script on paper; `2^-x`, `2^sin x`, `2^3!` are left to the parser. */
  #scriptFollows(base: Base, mayTakeIndex: boolean): boolean {
    const next = this.#pieces[this.#at + 1];
    const after = this.#pieces[this.#at + 2];
    if (!next || next.type === 'end') return false;
    if (next.type === 'mark') return next.text === '{' || next.text === '*' || next.text === "'";
    if (next.type === 'command' && SCRIPT_COMMANDS.test(next.text)) return true;
    if (next.type === 'command' && FUNCTION_NAMES.has(next.text)) return false;
    if (after?.type !== 'mark') return true;
    // `J^g_f` has both scripts, as in TeX; after a number, as in `2^x_t`, the index is the exponent's.
    if (after.text === '_') return mayTakeIndex && base.type !== 'number';
    return after.text !== '!' && after.text !== '^';
  }

  #readScript(mark: Token): readonly Item[] {
    const next = this.#peek();
    if (isMark(next, '{')) return this.#readGroup('{');
    if (isMark(next, '(') && mark.text === '_') return this.#readGroup('(');
    if (next.type === 'end' || (next.type === 'mark' && !"+-*'".includes(next.text))) {
      const what = mark.text === '_' ? 'index' : 'exponent';
      const message = `An ${what} is missing after “${mark.text}”.`;
      throw new MathProblem({ message, start: mark.start, end: mark.end, expected: `an ${what}` });
    }
    if (next.type === 'mark') {
      this.#at++;
      const sign = markItem(next);
      if (next.text !== '+' && next.text !== '-') return [sign];
      const operand = this.#peek();
      return operand.type === 'number' || operand.type === 'word'
        ? [sign, ...this.#readBase()]
        : [sign];
    }
    return this.#readBase();
  }

  #readGroup(open: '{' | '(' | '['): readonly Item[] {
    const opening = this.#peek();
    this.#at++;
    const close = CLOSING[open] ?? '}';
    const items = this.#readItems((token) => isMark(token, close));
    if (!isMark(this.#peek(), close)) throw unclosed(opening, close);
    this.#at++;
    return open === '{' ? withChoose(items, true) : items;
  }

  #readArgument(command: Token): readonly Item[] {
    const next = this.#peek();
    if (++this.#depth > MAX_DEPTH) throw tooDeep(next);
    const items = this.#readWholeArgument(command, next);
    this.#depth--;
    return items;
  }

  #readWholeArgument(command: Token, next: Token): readonly Item[] {
    if (isMark(next, '{')) return this.#readGroup('{');
    if (next.type === 'number' && next.text.length > 1) {
      // `\frac12` is one half.
      this.#pieces[this.#at] = { ...next, text: next.text.slice(1), start: next.start + 1 };
      return [plainItem('number', next.text.slice(0, 1), next.start, next.start + 1)];
    }
    if (next.type === 'end' || isMark(next, '}')) {
      const message = `Something is missing after “\\${command.text}”.`;
      throw new MathProblem({ message, start: command.start, end: command.end });
    }
    return this.#readBase();
  }

  #readBase(): readonly Item[] {
    const token = this.#peek();
    if (isMark(token, '{')) {
      const items = this.#readGroup('{');
      // Braces around one thing change nothing, unless scripts of their own follow them.
      const [only] = items;
      const hasScripts =
        only !== undefined && (only.sub !== null || only.sup !== null || only.primes > 0);
      const scripted =
        isMark(this.#peek(), '^') || isMark(this.#peek(), '_') || isMark(this.#peek(), "'");
      if (items.length === 1 && !(hasScripts && scripted)) return items;
      return [this.#finish({ type: 'group', items }, token)];
    }
    this.#at++;
    if (token.type === 'number') return [plainItem('number', token.text, token.start, token.end)];
    if (token.type === 'word') return [plainItem('letter', token.text, token.start, token.end)];
    if (token.type === 'mark') return [markItem(token)];
    return this.#readCommand(token);
  }

  #readCommand(token: Token): readonly Item[] {
    const name = token.text;
    if (name === 'binom' && isMark(this.#peek(), '('))
      return [plainItem('command', 'binomial', token.start, token.end)];
    if (name === 'frac' || name === 'binom') {
      const top = this.#readArgument(token);
      const bottom = this.#readArgument(token);
      return [
        this.#finish({ type: name === 'frac' ? 'fraction' : 'binomial', top, bottom }, token),
      ];
    }
    if (name === 'sqrt') {
      if (isMark(this.#peek(), '(')) return [plainItem('command', 'sqrt', token.start, token.end)];
      const index = isMark(this.#peek(), '[') ? this.#readGroup('[') : null;
      return [this.#finish({ type: 'root', index, radicand: this.#readArgument(token) }, token)];
    }
    if (UPRIGHT_COMMANDS.has(name)) {
      const items = this.#readArgument(token);
      if (name === 'mathbf' && canonical(items) === '1')
        return [this.#finish({ type: 'command', text: 'mathbf{1}' }, token)];
      return items.length === 1 ? items : [this.#finish({ type: 'group', items }, token)];
    }
    if (ACCENT_COMMANDS.has(name)) {
      const items = this.#readArgument(token);
      const text = `${name}{${canonical(items)}}`;
      return [this.#finish({ type: 'command', text, under: items }, token)];
    }
    if (name === 'begin') return [this.#readMatrix(token)];
    if (name === 'placeholder') {
      if (isMark(this.#peek(), '{')) this.#readGroup('{');
      const message = 'Something is missing here: a placeholder is still empty.';
      throw new MathProblem({
        message,
        start: token.start,
        end: this.#pieces[this.#at - 1]?.end ?? token.end,
      });
    }
    return [plainItem('command', name, token.start, token.end)];
  }

  #readMatrix(token: Token): Item {
    const environment = canonical(this.#readArgument(token)).replaceAll(' ', '');
    const rows: (readonly Item[])[][] = [[]];
    for (;;) {
      const cell = this.#readItems(
        (next) => isMark(next, '&') || (next.type === 'command' && next.text === 'newline'),
      );
      rows.at(-1)?.push(cell);
      const next = this.#peek();
      if (next.type === 'command' && next.text === 'end') break;
      if (next.type === 'end' || isMark(next, '}')) throw unclosed(token, `\\end{${environment}}`);
      this.#at++;
      if (next.text === 'newline') rows.push([]);
    }
    this.#at++;
    this.#readArgument(token);
    return this.#environment(environment, token, rows);
  }

  #environment(name: string, token: Token, rows: readonly (readonly Item[])[][]): Item {
    const filled = rows.filter((row) => row.some((cell) => cell.length > 0));
    if (/^[dr]?cases$/.test(name)) return this.#finish({ type: 'cases', rows: filled }, token);
    const matrix = this.#finish({ type: 'matrix', rows: filled }, token);
    const meaning = BARRED[name];
    if (meaning === undefined) return matrix;
    const sign = plainItem('command', meaning, token.start, token.end);
    return this.#finish({ type: 'group', items: [sign, matrix] }, token);
  }

  #finish(base: Base, token: Token): Item {
    const end = this.#pieces[this.#at - 1]?.end ?? token.end;
    return { base, sub: null, sup: null, primes: 0, start: token.start, end };
  }
}
