import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** `1`, `2b`, `ii`, `a`, `*`: the number of a line or an equation. */
const NAME = "(?:\\d{1,2}[a-z]?|[ivx]{1,4}|[a-h]|\\*{1,3}|\\\\(?:ast|star|dagger)(?![A-Za-z]))'?";
const BRACKETED = `(?:\\\\left)?\\(\\s*(${NAME})\\s*(?:\\\\right)?\\)`;
/** `(1)`, `(1)+(2):`, and in front of a line `1)`, `2.` too. */
const IN_BRACKETS = new RegExp(`${BRACKETED}(?:\\s*[-+,&]\\s*${BRACKETED}(?=[^<>=]*[:⇒]))*`, 'y');
const HALF = new RegExp(`(${NAME})\\)|(\\d{1,2})\\.(?!\\d)(?=[\\s\\S]*\\S)`, 'y');
/** `•`, `–`, `→` in front of a line; a minus sign belongs to the statement. */
const BULLET =
  /\\(?:bullet|cdot|circ|star|ast|leadsto|rightsquigarrow|rightarrowtail|hookrightarrow|curvearrowright|mapsto)(?![A-Za-z])|[•◦‣↪⤳⇝⟿↝*]|[–—](?=\s)/y;
/** `2a` behind a word, where a sign, a word or nothing follows. */
const BARE = /\d{1,2}[a-z]'?(?=\s*(?:[:,;.)]|$|\\text)|\s+\p{L}{2})/uy;
/** A number or letter behind a word that asks for one, as in `step 2`. */
const NUMBER = /(?:\d{1,2}[a-z]?|[a-d]|[ivx]{1,4})'?(?![\p{L}\d_^({])/uy;
const NUMBERED =
  /^(?:lines?|steps?|parts?|equations?|eqs?|case|zeilen?|schritt|teil|gleichung(?:en)?|fall|řádku|kroku|části|rovnice?|případ)$/;
/** What a factor in parentheses is followed by, and a label is not. */
const OPERATES = /^\s*(?:[-+*/^_=<>!']|\\(?:cdot|times|le|ge|leq|geq|ne|neq|lt|gt|to)(?![A-Za-z]))/;

/** Where the reader of a line stands. */
export interface Place {
  isFirst: boolean;
  /** The word in front; null where a formula or a sign is. */
  word: string | null;
  /** In a formula, behind white space. */
  isInFormula: boolean;
}

/** How long the label is that begins at `at`: the number of a line or an equation, a bullet; 0 without one. */
export function labelAt(
  text: string,
  at: number,
  { isFirst, word, isInFormula }: Place,
  table: SymbolTable,
): number {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const inBrackets = match(IN_BRACKETS);
  if (inBrackets) {
    const [whole, name = ''] = inBrackets;
    const behind = text.slice(at + whole.length);
    const mayBe = isInFormula ? /^[\s.,;]*$/.test(behind) : isFirst || word !== null;
    return mayBe && isLabel(name, table) && !OPERATES.test(behind) ? whole.length : 0;
  }
  if (isFirst) {
    const half = match(HALF);
    if (half && isLabel(half[1] ?? '', table)) return half[0].length;
    return match(BULLET)?.[0].length ?? 0;
  }
  if (word === null) return 0;
  const pattern = NUMBERED.test(word) ? NUMBER : BARE;
  const [number = ''] = match(pattern) ?? [];
  return isLabel(number, table) ? number.length : 0;
}

/** A letter that is declared is that symbol. */
function isLabel(name: string, table: SymbolTable): boolean {
  return !/^[a-z]+$/.test(name) || ![...name].every((letter) => table.declares(letter));
}
