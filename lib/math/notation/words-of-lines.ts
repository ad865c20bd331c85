/** Abbreviations with points, words with hyphens and apostrophes, and runs of letters. */
const WORD =
  /(?:eqs?|ineq|def|thm|prop|lem|cor|resp|bzw|vgl|gl)\.|(?:\p{L}\.)+\p{L}(?![\p{L}._^({])|(?:\p{L}\.\s?){2,}|\p{Script=Latin}{2,}(?:[-’']\p{Script=Latin}+)+|\p{Script=Latin}+/iuy;

/** The word that begins at a place of a line as it was typed; empty where none does. */
export function wordAt(line: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(line)?.[0] ?? '';
}
