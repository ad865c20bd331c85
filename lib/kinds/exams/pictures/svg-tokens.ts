import { fail, ok, type Result } from '@/lib/result';

/** A piece of an XML file. Values of attributes and texts are as they are read, references resolved. */
export type XmlToken =
  | { is: 'open'; name: string; attributes: ReadonlyMap<string, string>; closed: boolean }
  | { is: 'close'; name: string }
  | { is: 'text'; text: string }
  | { is: 'instruction'; text: string };

const COMMENT = /<!--[\s\S]*?-->/y;
const LITERAL = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const INSTRUCTION = /<\?([\s\S]*?)\?>/y;
const DOCTYPE = /<!DOCTYPE[^>[]*>/y;
const OPEN = /<([A-Za-z_][\w:.-]*)/y;
const ATTRIBUTE = /\s+([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;
const CLOSE = /<\/([A-Za-z_][\w:.-]*)\s*>/y;
const TEXT = /[^<]+/y;

/**
 * The pieces of an XML file, comments left out; strict, so that no browser reads anything else in it.
 * Fails with what is wrong, as what follows the name of the file in a sentence.
 */
export function xmlTokens(source: string): Result<XmlToken[], string> {
  const tokens: XmlToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) at += found[0].length;
    return found;
  };
  const broken = () => fail(`is no XML: line ${source.slice(0, at).split('\n').length}`);
  while (at < source.length) {
    const text = take(TEXT);
    if (text) {
      const resolved = withoutReferences(text[0]);
      if (resolved === null) return broken();
      tokens.push({ is: 'text', text: resolved });
      continue;
    }
    if (take(COMMENT) || take(DOCTYPE)) continue;
    const literal = take(LITERAL);
    const instruction = literal ? null : take(INSTRUCTION);
    const close = literal || instruction ? null : take(CLOSE);
    if (literal) tokens.push({ is: 'text', text: literal[1] ?? '' });
    else if (instruction) tokens.push({ is: 'instruction', text: instruction[1] ?? '' });
    else if (close) tokens.push({ is: 'close', name: close[1] ?? '' });
    else {
      const open = openTag(take);
      if (!open) return source.startsWith('<!DOCTYPE', at) ? fail(ENTITIES) : broken();
      tokens.push(open);
    }
  }
  return ok(tokens);
}

const ENTITIES = 'defines names of its own (`<!DOCTYPE … [`), which no picture needs';

function openTag(take: (pattern: RegExp) => RegExpExecArray | null): XmlToken | null {
  const open = take(OPEN);
  if (!open) return null;
  const attributes = new Map<string, string>();
  for (let found = take(ATTRIBUTE); found; found = take(ATTRIBUTE)) {
    const [, name = '', double, single = ''] = found;
    const value = withoutReferences(double ?? single);
    if (value === null || attributes.has(name)) return null;
    attributes.set(name, value);
  }
  const end = take(END);
  return end && { is: 'open', name: open[1] ?? '', attributes, closed: end[1] === '/' };
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** `&lt;` and `&#60;` as what they stand for; null where there is one that XML does not know. */
function withoutReferences(text: string): string | null {
  let isKnown = true;
  const resolved = text.replace(/&([^;&]*;?)/g, (_, reference: string) => {
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(reference) ?? [];
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    const sign = code <= 0x10ffff ? String.fromCodePoint(code) : NAMED[reference.replace(/;$/, '')];
    if (sign === undefined || !reference.endsWith(';')) isKnown = false;
    return sign ?? '';
  });
  return isKnown ? resolved : null;
}
