import { blank, closing, withoutBraces } from './ornaments';

/** Commands with what follows them in braces: colours, empty space. */
const WITH_ARGUMENT =
  /\\(?:hspace\*?|vspace\*?|h?phantom|vphantom|color|textcolor|mathcolor|colorbox|label|tag\*?|hskip)\s*(?=\{)/;
/** Frames and the like: what is inside stays, in its braces. */
const FRAMES =
  /\\(?:boxed|fbox|framebox|underline|cancel|bcancel|xcancel|displaylines|mathstrut|ensuremath)(?![A-Za-z])/g;
/** Commands that take no space of their own. */
const LOOSE =
  /\\(?:notag|nonumber|noindent|par|newline|linebreak|medskip|bigskip|smallskip|strut|scriptstyle|large|Large|small|bf|it|rm|nobreak|allowbreak|enspace|hfill|hfil|null)(?![A-Za-z])/g;
const NORM = /\\(norm|abs|Norm|Abs)\*?\s*(?=\{)/;
const BRACED_NORM = /(?<![_^]\s*)\{\s*(?=(?:\\left\s*)?(?:\\l?Vert(?![A-Za-z])|\\\||‖))/g;
const NORM_ENDS = /(?:\\right\s*)?(?:\\r?Vert|\\\||‖)\s*$/;

/** What any of these needs; most formulas typed on a keyboard have none of it. */
const POSSIBLE = /[\\‖]/;

/** Whether all of a text is crossed out, and so taken back. */
export function isStruckOut(source: string): boolean {
  const [stroke] = /^\s*\\(?:[bx]?cancel|sout)\s*(?=\{)/.exec(source) ?? [];
  return stroke !== undefined && source.slice(closing(source, stroke.length)).trim() === '';
}

/** A line without colours, frames, empty space and braces that say nothing; places stay. */
export function withoutTypesetting(source: string): string {
  if (!POSSIBLE.test(source)) return source;
  let text = withoutBraces(source.replace(FRAMES, blank).replace(LOOSE, blank));
  for (let match = WITH_ARGUMENT.exec(text); match; match = WITH_ARGUMENT.exec(text)) {
    const until = closing(text, match.index + match[0].length);
    const passed = blank(text.slice(match.index, until));
    text = text.slice(0, match.index) + passed + text.slice(until);
  }
  return withNormBars(text);
}

/** `\norm{x}` is `‖x‖`; `{\|x\|}_2` is `\|x\|_2`. */
function withNormBars(source: string): string {
  let text = source;
  for (let match = NORM.exec(text); match; match = NORM.exec(text)) {
    const open = match.index + match[0].length;
    const until = closing(text, open);
    const bar = /norm/i.test(match[1] ?? '') ? '‖' : '|';
    text = [
      text.slice(0, match.index),
      blank(match[0]),
      bar,
      text.slice(open + 1, until - 1),
      text[until - 1] === '}' ? bar : (text[until - 1] ?? ''),
      text.slice(until),
    ].join('');
  }
  const needless = [...text.matchAll(BRACED_NORM)].flatMap(({ index }) => {
    const until = closing(text, index);
    const isNorm = NORM_ENDS.test(text.slice(index, until - 1));
    return isNorm && /^\s*[_^]/.test(text.slice(until)) ? [index, until - 1] : [];
  });
  if (needless.length === 0) return text;
  const characters = text.split('');
  for (const at of needless) characters[at] = ' ';
  return characters.join('');
}
