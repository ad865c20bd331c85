/** Signs that separate statements and words that are written as signs. */
export const SIGNS: readonly (readonly [RegExp, string])[] = [
  [
    /\\(?:Rightarrow|implies|Longrightarrow|iff|Leftrightarrow|Longleftrightarrow)(?![A-Za-z])|=>|<=>|[⇒⟹⇔⟺]/y,
    '⇒',
  ],
  [/\\therefore(?![A-Za-z])|∴/y, '∴'],
  [/\\because(?![A-Za-z])|∵/y, ','],
  [/\\(?:land|wedge)(?![A-Za-z])|∧|[,;]/y, ','],
  [/\\(?:lightning|bot)(?![A-Za-z])|[⊥↯⚡]/y, '↯'],
  [/\\(?:blacksquare|square|Box|qed|checkmark)(?![A-Za-z])|[□■∎✓]|\.(?!\d)/y, '.'],
  [/\\(?:neg|lnot)(?![A-Za-z])|¬/y, '¬'],
  [/\\forall(?![A-Za-z])|∀/y, '∀'],
  [/\\exists(?![A-Za-z])|∃/y, '∃'],
];
export const SPACE = /[\s$~&]|\\(?:[,:;! ]|q?quad(?![A-Za-z]))/y;
export const TEXT = /\\(text\w*|mbox|emph|mathrm|operatorname)\s*(?=\{)/y;
export const TABLE = /\\begin\{([A-Za-z]+)\*?\}[\s\S]*?\\end\{\1\*?\}/y;
/** Words with hyphens and apostrophes, and abbreviations with points. */
export const LETTERS =
  /(?:\p{L}\.)+\p{L}(?![\p{L}._^({])|(?:\p{L}\.\s?){2,}|\p{L}{2,}(?:[-’']\p{L}+)+|\p{L}+/uy;
/** A sign that needs an operand in front. */
export const OPERATES = /^\s*(?:[<>=≤≥≠→+*/^_-]|\\(?!text|mbox)[A-Za-z])/;
/** What a question leaves open. */
export const QUESTION = /\?/y;
export const RELATION =
  /[<>=≤≥≠→]|\\(?:l|g|n)(?:t|e|eq|eqslant)(?![A-Za-z])|\\(?:to|rightarrow|approx|in)(?![A-Za-z])/;
export const OPENING = /(?:\\left\s*)?[([]/y;
export const CLOSING = /(?:\\right\s*)?[)\]]/y;

/** 1 where an angle bracket opens, -1 where one closes. */
export function turnOf(text: string): number {
  return /^\\langle(?![A-Za-z])/.test(text) ? 1 : /^\\rangle(?![A-Za-z])/.test(text) ? -1 : 0;
}
