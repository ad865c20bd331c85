/** A whole symbol that comes from a key; no form begins with it. */
export const SYMBOL = '\u0000';

const OPERATOR = /[-+*/=<>,;:|!)\]}([{&~'"≤≥·×−]/;

/** Operators, relations, brackets and commas: where no declared form goes on with them, they end an index. */
export function isOperator(character: string): boolean {
  return OPERATOR.test(character);
}

/** A sign with what stands below and above it, as typed; empty where nothing does. */
export interface TypedForm {
  base: string;
  sub: string;
  sup: string;
}

/** What of the language of formulas typing has to know. */
export interface TypedLanguage extends Names {
  /** LaTeX as one types it on a plain keyboard. */
  asTyped: (latex: string) => string;
  /** Every sign of a written form that has something below or above it. */
  formsOf: (latex: string) => readonly TypedForm[];
  /** A text in the characters of a plain keyboard where it has others of the same meaning. */
  plain: (text: string) => string;
}

/** The names that are typed letter by letter and become one sign. */
export interface Names {
  /** Of letters, constants and signs. */
  signs: ReadonlySet<string>;
  /** Of functions, which take what follows them. */
  functions: ReadonlySet<string>;
}

/** Whether a run of letters may still become a name. */
export function beginsName({ signs, functions }: Names, letters: string): boolean {
  return [...signs, ...functions].some((name) => name.startsWith(letters));
}
