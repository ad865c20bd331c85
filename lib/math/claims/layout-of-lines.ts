import { blank, ENVIRONMENTS } from '@/lib/math/notation/ornaments';
import { withoutTypesetting } from '@/lib/math/notation/typesetting';
import { withPlainSigns } from './plain-signs';

/** A sign between two sides, in front of what stands below the last line. */
const SIGN =
  /^[\s&;$]*(?:=(?!>)|<(?!=>)|>|≤|≥|≠|→|->|:=|\\(?:le|leq|leqslant|ge|geq|geqslant|lt|gt|ne|neq|to|rightarrow|longrightarrow|xrightarrow|leqq|geqq)(?![A-Za-z])|\\(?:overset|underset|stackrel)\s*\{[^{}]*\}\s*\{\s*(?:[=<>]|\\))/;
const NEW_LINE = /\\\\(?:\[[^\]]*\])?/g;
const DEFINES =
  /(?<!\\):\s*=|=\s*:|\\coloneqq(?![A-Za-z])|\\eqqcolon(?![A-Za-z])|\\triangleq(?![A-Za-z])|\\colon\s*=|≔|≕|≜/g;
/** Several statements in braces on the left, and nothing else in the line. */
const STACKED = /^(\s*)\\begin\{(cases|array)\}(?:\{[lcr| ]*\})?([\s\S]*)\\end\{\2\}(\s*)$/;
/** Tables, in which `&` and `\\` have a meaning of their own. */
const TABLE = /\\begin\{([pbvBV]?matrix|smallmatrix|cases|array)\*?\}[\s\S]*?\\end\{\1\*?\}/g;

/**
 * A line of a proof without boxes, colours, labels and the tables of aligned formulas, all replaced
 * by blanks so that places stay: rows are statements, or go on with the one above where they begin
 * with a sign. Throws `MathProblem` for a limit that is not taken as an index grows.
 */
export function withoutLayout(source: string): string {
  const text = withRows(withoutStack(source).replace(ENVIRONMENTS, blank))
    .replace(DEFINES, (sign) => '='.padEnd(sign.length))
    .replace(/[.,;!]+\s*$/, blank);
  const plain = withPlainSigns(withoutTypesetting(text)).replace(SPACES, blank);
  return plain.replace(SIZED, sized);
}

/** What visual fields set between words, and the sizes of plain brackets. */
const SPACES = /(?<!\\)\\(?:[,:;! ]|q?quad(?![A-Za-z]))|~/g;
const SIZED = /\\(?:left|right|[bB]igg?[lr]?)\s*([()[\]])/g;

function sized(whole: string, bracket: string): string {
  return bracket.padStart(whole.length);
}

/** Whether a line goes on from what stands above it. */
export function beginsWithSign(text: string): boolean {
  return SIGN.test(text);
}

function withoutStack(source: string): string {
  const [, before, , inside, behind] = STACKED.exec(source) ?? [];
  if (before === undefined || inside === undefined || behind === undefined) return source;
  if (inside.includes('\\begin')) return source;
  const start = source.indexOf(inside, before.length + '\\begin{'.length);
  return (blank(source.slice(0, start)) + inside).padEnd(source.length);
}

function withRows(source: string): string {
  const tables = [...source.matchAll(TABLE)].map(({ 0: table, index }) => ({
    start: index,
    end: index + table.length,
  }));
  const isInTable = (at: number) => tables.some(({ start, end }) => at >= start && at < end);
  return source
    .replace(NEW_LINE, (mark, at: number) => {
      if (isInTable(at)) return mark;
      return SIGN.test(source.slice(at + mark.length)) ? blank(mark) : ';'.padEnd(mark.length);
    })
    .replace(/(?<!\\)&/g, (mark, at: number) => (isInTable(at) ? mark : ' '));
}
