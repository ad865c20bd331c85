import { MathProblem } from '@/lib/math/core/error';
import { blank, closing } from '@/lib/math/notation/ornaments';

const end = '(?![A-Za-z])';
const sign = (pattern: string) => new RegExp(pattern, 'g');

/** Signs that the language writes in another way, the longest first; each takes one character. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [sign(`\\\\not\\s*(?:\\\\(?:leq?(?:slant|q)?)${end}|≤|<=)|\\\\nleq?(?:slant|q)?${end}|≰`), '>'],
  [sign(`\\\\not\\s*(?:\\\\(?:geq?(?:slant|q)?)${end}|≥|>=)|\\\\ngeq?(?:slant|q)?${end}|≱`), '<'],
  [sign(`\\\\not\\s*(?:\\\\lt${end}|<)|\\\\nless${end}|≮`), '≥'],
  [sign(`\\\\not\\s*(?:\\\\gt${end}|>)|\\\\ngtr${end}|≯`), '≤'],
  [sign('\\\\not\\s*='), '≠'],
  [sign(`\\\\leqq${end}|≦`), '≤'],
  [sign(`\\\\geqq${end}|≧`), '≥'],
  [sign('<={2,}>'), '⇔'],
  [sign('={2,}>'), '⇒'],
  [sign('-{2,}>'), '→'],
  [sign('⟶'), '→'],
  [sign('⟹'), '⇒'],
  [sign(`\\\\mid\\s*\\\\mid${end}`), '‖'],
];

const ARROW = /\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|->|→/;
const GROWS =
  /(?:\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|->|→)[\s{]*\+?[\s{]*(?:\\infty|\\infin|∞|infty|infinity|inf|oo)[\s}]*$/;
/** An arrow with what is written above or below it, and signs with a reason above or below. */
const LONG_ARROW = /\\x(?:long)?rightarrow(?![A-Za-z])\s*/;
const REASONED = /\\(?:overset|underset|stackrel)(?![A-Za-z])\s*(?=\{)/;
const SCRIPTED_ARROW =
  /(?:\\(?:to|rightarrow|longrightarrow)(?![A-Za-z])|->|→)\s*(?:\\limits\s*)?[_^]\s*(?=\{)/;

const AS_IT_GROWS =
  'Limits are taken as the index grows: write $\\to\\infty$ below or above the sign.';

/** What a limit is taken for; throws where that is anything but that an index grows. */
function requireGrowing(text: string, start: number): void {
  if (ARROW.test(text) && !GROWS.test(text))
    throw new MathProblem({ message: AS_IT_GROWS, start, end: start + text.length });
}

/**
 * Signs without what is written above or below them, and those of other forms in the language's own;
 * places stay. Throws for limits that are not taken as an index grows.
 */
export function withPlainSigns(source: string): string {
  const plain = FORMS.reduce(
    (text, [form, by]) => text.replace(form, (sign) => by.padEnd(sign.length)),
    source,
  );
  return withoutReasons(withShortArrows(plain));
}

/** `\xrightarrow[a]{b}` is `→`. */
function withShortArrows(source: string): string {
  let text = source;
  for (let match = LONG_ARROW.exec(text); match; match = LONG_ARROW.exec(text)) {
    let until = match.index + match[0].length;
    if (text[until] === '[') {
      const close = text.indexOf(']', until);
      const behind = close < 0 ? text.length : close + 1;
      requireGrowing(text.slice(until + 1, behind - 1), until + 1);
      until = behind;
    }
    until += /^\s*/.exec(text.slice(until))?.[0].length ?? 0;
    if (text[until] === '{') {
      const behind = closing(text, until);
      requireGrowing(text.slice(until + 1, behind - 1), until + 1);
      until = behind;
    }
    text = text.slice(0, match.index) + '→'.padEnd(until - match.index) + text.slice(until);
  }
  return text;
}

/** `\overset{(1)}{=}` is `=`, `\to_{t\to\infty}` is `\to`. */
function withoutReasons(source: string): string {
  let text = source;
  for (const pattern of [REASONED, SCRIPTED_ARROW]) {
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const open = match.index + match[0].length;
      const until = closing(text, open);
      requireGrowing(text.slice(open + 1, until - 1), open + 1);
      // The arrow itself stays; of the other commands nothing does.
      const [kept = ''] = pattern === SCRIPTED_ARROW ? (ARROW.exec(match[0]) ?? []) : [];
      const from = match.index + kept.length;
      text = text.slice(0, from) + blank(text.slice(from, until)) + text.slice(until);
    }
  }
  return text;
}
