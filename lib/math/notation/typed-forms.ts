/** Written forms as one types them on a plain keyboard: `\mathcal{L}` as `L`, `\lambda` as `lambda`. */

/** A sign with what stands below and above it, as typed; empty where nothing does. */
export interface TypedForm {
  base: string;
  sub: string;
  sup: string;
}

const FACES = /^\\(mathcal|mathrm|mathbb|mathbf|tilde|hat|bar|vec|dot|operatorname)/;

/** LaTeX without braces, spaces and type faces. */
export function asTyped(latex: string): string {
  return latex
    .replace(/\\(left|right|mleft|mright|bigl|bigr)(?![A-Za-z])/g, '')
    .replace(/\\[,:;! ]/g, '')
    .replace(
      /\\(mathcal|mathrm|mathbb|mathbf|text|operatorname|tilde|hat|bar|vec|dot)(?![A-Za-z])/g,
      '',
    )
    .replace(/\\var(?=epsilon|phi|theta|rho|sigma|kappa)/g, '\\')
    .replace(/\\lbrack(?![A-Za-z])/g, '[')
    .replace(/\\rbrack(?![A-Za-z])/g, ']')
    .replace(/\\([A-Za-z]+)\s*/g, '$1')
    .replace(/[{}\s]/g, '');
}

/** Every sign of a form that has something below or above it, those inside of others too. */
export function typedForms(latex: string): TypedForm[] {
  const reader = new FormReader(latex);
  const forms: TypedForm[] = [];
  while (!reader.isAtEnd) {
    if (reader.skipsSpace()) continue;
    const base = reader.group();
    const form = { base: asTyped(base), sub: '', sup: '' };
    for (let mark = reader.script(); mark !== null; mark = reader.script()) {
      const inside = reader.group();
      form[mark] = asTyped(inside);
      if (/[_^]/.test(inside)) forms.push(...typedForms(inside));
    }
    if (form.sub !== '' || form.sup !== '') forms.push(form);
  }
  return forms;
}

/** Reads LaTeX sign by sign; what is not closed ends with the text. */
class FormReader {
  readonly #latex: string;
  #at = 0;

  constructor(latex: string) {
    this.#latex = latex;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#latex.length;
  }

  skipsSpace(): boolean {
    if (!/\s/.test(this.#latex[this.#at] ?? '')) return false;
    this.#at++;
    return true;
  }

  /** Passes `_` or `^` and says which. */
  script(): 'sub' | 'sup' | null {
    const mark = this.#latex[this.#at];
    if (mark !== '_' && mark !== '^') return null;
    this.#at++;
    return mark === '_' ? 'sub' : 'sup';
  }

  /** One sign: a letter, what stands in braces, or a command with its arguments. */
  group(): string {
    const rest = this.#latex.slice(this.#at);
    if (rest.startsWith('{')) return this.#braced();
    const command = /^\\([A-Za-z]+|.)\s*/.exec(rest)?.[0];
    if (command === undefined) {
      this.#at++;
      return rest.slice(0, 1);
    }
    this.#at += command.length;
    if (/^\\frac/.test(command)) return `${command}{${this.group()}}{${this.group()}}`;
    return FACES.test(command) ? command + this.group() : command;
  }

  #braced(): string {
    const from = this.#at + 1;
    let depth = 0;
    for (; this.#at < this.#latex.length; this.#at++) {
      if (this.#latex[this.#at] === '{') depth++;
      else if (this.#latex[this.#at] === '}' && --depth === 0) break;
    }
    this.#at++;
    return this.#latex.slice(from, this.#at - 1);
  }
}
