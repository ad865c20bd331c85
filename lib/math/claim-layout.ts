import { blank, closing, ENVIRONMENTS } from './ornaments';

/** A sign between two sides, in front of what stands below the last line. */
const SIGN =
  /^[\s&]*(?:=|<|>|≤|≥|≠|→|->|:=|\\(?:le|leq|leqslant|ge|geq|geqslant|lt|gt|ne|neq|to|rightarrow|longrightarrow|xrightarrow)(?![A-Za-z]))/;
const NEW_LINE = /\\\\(?:\[[^\]]*\])?/g;
const BOX = /\\(?:boxed|fbox|underline)\s*(?=\{)/;
/** Numbers of equations and the like. */
const LABELS = /\\(?:tag\*?|label)\s*\{[^{}]*\}|\\(?:notag|nonumber)(?![A-Za-z])/g;
/** A sign with its reason above, `\overset{(1)}{=}`. */
const REASONED = /\\(?:overset|stackrel)\s*\{[^{}]*\}\s*(?=\{)/g;
const DEFINES = /:=|\\coloneqq(?![A-Za-z])|\\triangleq(?![A-Za-z])|≔|≜/g;

/**
 * A line of a proof without boxes, labels and the tables of aligned formulas, all replaced by blanks
 * so that places stay: rows are statements, or go on with the one above where they begin with a sign.
 */
export function withoutLayout(source: string): string {
  const text = source
    .replace(ENVIRONMENTS, blank)
    .replace(LABELS, blank)
    .replace(NEW_LINE, (mark, at: number) =>
      SIGN.test(source.slice(at + mark.length)) ? blank(mark) : ';'.padEnd(mark.length),
    )
    .replace(/(?<!\\)&/g, ' ')
    .replace(REASONED, blank)
    .replace(DEFINES, (sign) => '='.padStart(sign.length))
    .replace(/[.,;]\s*$/, blank);
  return withoutBoxes(text);
}

function withoutBoxes(source: string): string {
  let text = source;
  for (let found = BOX.exec(text); found; found = BOX.exec(text)) {
    const open = found.index + found[0].length;
    const end = closing(text, open);
    const inside = text.slice(open + 1, end - 1);
    text = `${text.slice(0, found.index)}${blank(found[0])} ${inside} ${text.slice(end)}`;
  }
  return text;
}
