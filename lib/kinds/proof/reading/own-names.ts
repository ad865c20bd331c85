import { GREEK_NAMES } from '@/lib/math/notation/notation';

const SET =
  'mathrm|mathbf|mathcal|mathit|mathsf|mathbb|operatorname|text|textrm|textbf|boldsymbol|bm|hat|bar|tilde|vec|dot|ddot|overline|widehat|widetilde|check|breve';
const LETTER = '(?:[A-Za-z]|\\\\[A-Za-z]+)';
const BASE = `(?:\\\\(?:${SET})\\s*(?:\\{\\s*(?:[A-Za-z]{1,12}|\\\\[A-Za-z]+)\\s*\\}|${LETTER})|${LETTER})`;
const SUB = '_\\s*(?:[A-Za-z0-9+*-]|\\\\[A-Za-z]+|\\{(?:[^{}]|\\{[^{}]{0,12}\\}){1,24}\\})';
const SUP =
  '\\^\\s*(?:[+*-]|\\\\(?:ast|star|prime)|\\{\\s*(?:[+*-]|\\\\(?:ast|star|prime)|\\([^(){}]{1,6}\\)|\\\\text\\s*\\{[A-Za-z]{1,12}\\})\\s*\\})';
const NAME = new RegExp(
  `^\\s*(?:\\\\Delta(?![A-Za-z])\\s*)?(${BASE})\\s*(?:'{1,3}|${SUB}\\s*${SUP}|${SUP}\\s*${SUB}|${SUB}\\s*'{0,3}|${SUP})?\\s*$`,
);

/** Whether a name may be given so: `d`, `d_1`, `d'`, `\hat d`, `\Delta x_t`, `d_{\text{pos}}`. */
export function isName(text: string): boolean {
  const [, base = ''] = NAME.exec(text) ?? [];
  const command = /^\\([A-Za-z]+)$/.exec(base)?.[1];
  if (base === '') return false;
  return command === undefined || command === 'ell' || GREEK_NAMES.has(command);
}

/** The same name however it is spaced and braced. */
export function plainName(name: string): string {
  return name.replace(/[\s{}]/g, '');
}

/** Other ways to write a name: `d^+` for `d^{+}`. */
export function otherForms(name: string): string[] {
  const braced = name.replace(/\^\s*([+*-])/g, '^{$1}');
  const bare = name.replace(/\^\s*\{\s*([+*-])\s*\}/g, '^$1');
  return [...new Set([braced, bare])].filter((form) => form !== name);
}

/** `d_{t+1}` is the element of `d_t` that comes one moment later. */
export function atCurrent(name: string, index: string): { name: string; offset: number } {
  const shifted = new RegExp(`_\\s*\\{\\s*${index}\\s*([+-])\\s*(\\d)\\s*\\}`).exec(name);
  if (!shifted) return { name, offset: 0 };
  const [written, sign, by] = shifted;
  return { name: name.replace(written, `_${index}`), offset: Number(`${sign}${by}`) };
}

/** The name with an index, for what changes: `d_t` for `d` and `d_1`. */
export function withIndexName(name: string, index: string): string {
  return `${name.replace(/_[\s\S]*$|\^[\s\S]*$|'+$/, '').trim()}_${index}`;
}
