import { fail, ok, type Result } from '@/lib/result';
import type { Size } from './raster';
import { type XmlToken, xmlTokens } from './svg-tokens';

const SVG = 'http://www.w3.org/2000/svg';
const XHTML = 'http://www.w3.org/1999/xhtml';

type OpenTag = Extract<XmlToken, { is: 'open' }>;

/**
 * The size of an SVG that shows itself and nothing else: it runs nothing, loads nothing, and is shown by
 * every browser. Fails with what is wrong, as what follows the name of the file in a sentence.
 */
export function readSvg(source: string): Result<Size, string> {
  const tokens = xmlTokens(source.replace(/^\uFEFF/, ''));
  if (!tokens.ok) return tokens;
  const open: string[] = [];
  let root: OpenTag | null = null;
  for (const token of tokens.value) {
    const problem = token.is === 'text' ? textProblem(token.text, open) : tokenProblem(token);
    if (problem !== null) return fail(problem);
    if (token.is === 'close' && open.pop() !== token.name)
      return fail(`is no XML: </${token.name}> closes nothing`);
    if (token.is !== 'open') continue;
    if (open.length === 0 && root) return fail('is no XML: something follows </svg>');
    root ??= token;
    if (!token.closed) open.push(token.name);
    if (open.length > MOST_DEPTH) return fail('nests too deep');
  }
  if (open.length > 0) return fail(`is no XML: <${open.at(-1)}> is not closed`);
  return root ? rootSize(root) : fail('is no SVG');
}

const MOST_DEPTH = 200;

/** What runs or holds something that is no drawing. */
const FORBIDDEN = new Set(
  ['script', 'foreignobject', 'handler', 'listener', 'iframe', 'object', 'embed', 'audio'].concat([
    'video',
    'canvas',
    'link',
    'meta',
    'base',
  ]),
);

function tokenProblem(token: XmlToken): string | null {
  if (token.is === 'instruction') return instructionProblem(token.text);
  if (token.is !== 'open') return null;
  if (FORBIDDEN.has(local(token.name)))
    return `has a <${token.name}>, which may run or load something`;
  for (const [name, value] of token.attributes) {
    const problem = attributeProblem(name, value);
    if (problem !== null) return `has a <${token.name}> ${problem}`;
  }
  return null;
}

function instructionProblem(text: string): string | null {
  const [, encoding = 'utf-8'] = /\sencoding\s*=\s*["']([^"']*)["']/.exec(text) ?? [];
  if (!/^xml\s/.test(text)) return `has an instruction <?${text.split(/\s/)[0]}?>`;
  return /^(?:utf-?8|us-ascii)$/i.test(encoding) ? null : `is written in ${encoding}, not UTF-8`;
}

function attributeProblem(name: string, value: string): string | null {
  if (name === 'xmlns' || name.startsWith('xmlns:'))
    return value === XHTML ? 'with HTML in it' : null;
  const called = local(name);
  if (/^on/.test(called)) return `that runs something (\`${name}\`)`;
  if (name === 'xml:base') return 'that refers to another place (`xml:base`)';
  if (['href', 'src', 'srcset'].includes(called) && !isWithin(value))
    return `that refers to another file: ${value.slice(0, 60)}`;
  // An animation might put it there later.
  if (called === 'attributename' && /href$|^on|^src/i.test(local(value.trim())))
    return `that changes \`${value}\``;
  if (!name.includes(':') && value.includes('\\') && value.includes('('))
    return 'with a backslash, which could hide a word';
  return styleProblem(value);
}

/** Text counts only where it is a style, and where it stands outside of everything. */
function textProblem(text: string, open: readonly string[]): string | null {
  if (open.length === 0) return text.trim() === '' ? null : 'is no XML: there is text around <svg>';
  const problem = local(open.at(-1) ?? '') === 'style' ? styleProblem(text, true) : null;
  return problem && `has a <style> ${problem}`;
}

/** What a style, or an attribute that may be one, loads. */
function styleProblem(css: string, isSheet = false): string | null {
  if (isSheet && css.includes('\\')) return 'with a backslash, which could hide a word';
  if (/@import|image-set\s*\(|(?:^|[^\w-])src\s*\(/i.test(css)) return 'that loads another file';
  for (const [, target = ''] of css.matchAll(/url\s*\(\s*["']?([^"')]*)/gi))
    if (!isWithin(target)) return `that refers to another file: ${target.slice(0, 60)}`;
  return null;
}

/** A part of the same file, or a picture or font that is written into it. */
function isWithin(reference: string): boolean {
  const target = reference.trim();
  return (
    target === '' ||
    target.startsWith('#') ||
    /^data:(?:image\/(?:png|jpe?g|gif|webp)|(?:application\/)?(?:x-)?font)/i.test(target)
  );
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function rootSize({ name, attributes }: OpenTag): Result<Size, string> {
  const prefix = name.includes(':') ? `:${name.split(':')[0]}` : '';
  if (!/^(?:[\w.-]+:)?svg$/.test(name)) return fail('is no SVG');
  if (attributes.get(`xmlns${prefix}`) !== SVG)
    return fail(`is shown by no browser: <${name}> lacks xmlns${prefix}="${SVG}"`);
  const [, , wide = 0, high = 0] = (attributes.get('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const ratio = wide > 0 && high > 0 ? wide / high : null;
  const [width, height] = [pixels(attributes.get('width')), pixels(attributes.get('height'))];
  if (width && height) return ok(rounded(width, height));
  if (ratio === null) return fail('says neither `width` and `height` nor `viewBox`');
  if (width) return ok(rounded(width, width / ratio));
  return ok(height ? rounded(height * ratio, height) : rounded(wide, high));
}

function rounded(width: number, height: number): Size {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** A length in pixels; null where it hangs on what is around the picture, such as `100%`. */
function pixels(length: string | undefined): number | null {
  const [, number, unit = ''] =
    /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? null : Number(number) * factor || null;
}
