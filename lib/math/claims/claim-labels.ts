import type { SymbolTable } from '@/lib/math/notation/symbol-table';

/** `1`, `2b`, `ii`, `a`, `*`: the number of a line or an equation. */
const NAME = '(?:\\d{1,2}[a-z]?|[ivx]{1,4}|[a-h]|\\*{1,3}|\\\\(?:ast|star|dagger)(?![A-Za-z]))';
const SPACE = '(?:\\s|~|\\\\[ ,;:!]|\\\\q?quad(?![A-Za-z]))';
const LEADING = new RegExp(
  `^${SPACE}*(?:\\(\\s*(${NAME})'?\\s*\\)|(${NAME})'?\\s*\\)|(\\d{1,2})\\.(?!\\d))${SPACE}*:?`,
);
const TRAILING = new RegExp(`${SPACE}\\(\\s*(${NAME})'?\\s*\\)${SPACE}*[.,;]?${SPACE}*$`);
/** What a factor in parentheses is followed by, and a label is not. */
const OPERATES = /^\s*(?:[-+*/^_=<>!']|\\(?:cdot|times|le|ge|leq|geq|ne|neq|lt|gt|to)(?![A-Za-z]))/;
const STEP =
  /^\s*(?:step|schritt|part|teil|proof|beweis|lemma|claim|behauptung|zeile|line|ad)\s*(?:\d{1,2}[a-z]?|\(\s*\d{1,2}[a-z]?\s*\))?\s*[:.)](?!\d)/i;
/** `Case 1:`; what it is a case of is read from the words. */
const CASE =
  /^\s*(?:case|fall)\s*(?:\(?\d{1,2}\)?|\(?(?:[a-d]|[ivx]{1,4})(?=\s*[:.)]))\s*[:.)]?(?!\d)/i;
/** `(1)+(2):` */
const COMBINED =
  /^\s*\(\d{1,2}[a-z]?\)(?:\s*(?:[-+,&]|\\&|and|und|in)\s*\(\d{1,2}[a-z]?\))+\s*(?::|(?=\\(?:Rightarrow|implies|Longrightarrow)(?![A-Za-z])|=>|⇒))/;
/** `•`, `–`, `⇒` in front of a statement; a minus sign belongs to the statement. */
const BULLET =
  /^\s*(?:\\(?:bullet|cdot|circ|star|ast|leadsto|rightsquigarrow|rightarrowtail|hookrightarrow|curvearrowright|mapsto)(?![A-Za-z])|[•◦‣↪⤳⇝⟿↝*]|[–—](?=\s))/;

/** Places of the labels in front of a statement and behind it, numbers of lines and bullets. */
export function labelsIn(text: string, table: SymbolTable): { start: number; end: number }[] {
  const labels: { start: number; end: number }[] = [];
  let from = 0;
  for (let label = leading(text, from, table); label > from; label = leading(text, from, table)) {
    labels.push({ start: from, end: label });
    from = label;
  }
  const behind = TRAILING.exec(text);
  if (behind && behind.index >= from && isLabel(behind[1] ?? '', table))
    labels.push({ start: behind.index, end: text.length });
  return labels;
}

/** Where a label that begins at `from` ends; `from` where none does. */
function leading(text: string, from: number, table: SymbolTable): number {
  const rest = text.slice(from);
  const mark =
    STEP.exec(rest) ??
    CASE.exec(rest) ??
    COMBINED.exec(rest) ??
    (from === 0 ? BULLET.exec(rest) : null);
  if (mark) return from + mark[0].length;
  const label = LEADING.exec(rest);
  if (!label) return from;
  const [whole, inside, half, number] = label;
  const behind = rest.slice(whole.length);
  if (inside !== undefined && (!isLabel(inside, table) || OPERATES.test(behind))) return from;
  // `f(x) …` has no label; `a) …` has.
  if (half !== undefined && !isLabel(half, table)) return from;
  return number !== undefined && behind.trim() === '' ? from : from + whole.length;
}

/** A letter that is declared is that symbol, in parentheses. */
function isLabel(name: string, table: SymbolTable): boolean {
  return !/^[a-z]+$/.test(name) || ![...name].every((letter) => table.declares(letter));
}
